"""What a request lacks, and who reads the documents that were attached to it."""

from __future__ import annotations

from dataclasses import replace

from governance.lives.access_requests import commands as ask_for
from governance.lives.access_requests.words import Item
from governance.views.request_documents import AttachmentFile, CompletenessCheck
from governance.views.request_shown import Texts
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from tests.request_builders import PDF, WHY, an_attachment
from tests.views.office import Office
from tests.views.test_requests import OTHERS, SHOWN_TO


async def test_what_is_missing_is_found_by_the_life_and_shown_item_by_item(office: Office) -> None:
    asked = await office.request("researcher")
    empty = replace(asked.application, tools=())
    written = dict.fromkeys(Texts.__dataclass_fields__, WHY) | {"benefit": text(" ")}
    edit = ask_for.EditRequest(request_id=asked.request_id, application=empty, **written)
    await office.do(edit, "researcher")
    lacking = frozenset({Item.C_BENEFIT, Item.I_TOOLS})
    shown = await office.asks("researcher", CompletenessCheck(asked.request_id))
    assert (shown.missing_items, shown.returned_items) == (lacking, None)
    assert Act.SUBMIT_REQUEST in shown.may
    assert await office.finds_nothing("stranger", CompletenessCheck(asked.request_id))


async def test_an_attachment_is_listed_and_its_bytes_are_read_by_whoever_reads_the_request(
    office: Office,
) -> None:
    asked = await office.request()
    attach = replace(an_attachment(1), request_id=asked.request_id)
    await office.do(attach, "researcher")

    shown = await office.asks("member-2", Request(asked.request_id))
    [attachment] = shown.attachments or ()
    assert (attachment.id, attachment.name) == (attach.attachment.id, "protocol 1.pdf")
    assert (attachment.size, attachment.sha256) == (len(PDF), attach.attachment.sha256)
    assert (attachment.item, attachment.handed_in) == (Item.J_ETHICS, False)
    file = AttachmentFile(asked.request_id, attachment.id)
    for reader in SHOWN_TO:
        found = await office.asks(reader, file)
        assert (found.content, found.name) == (PDF, "protocol 1.pdf")
    for reader in OTHERS:
        assert await office.finds_nothing(reader, file)
    assert await office.finds_nothing("researcher", AttachmentFile(asked.request_id, "other"))
    assert await office.finds_nothing("researcher", AttachmentFile("other", attachment.id))


async def test_an_attachment_that_was_removed_is_read_only_as_of_then(office: Office) -> None:
    asked = await office.request()
    attach = replace(an_attachment(1), request_id=asked.request_id)
    await office.do(attach, "researcher")
    then = await office.now()
    gone = ask_for.RemoveAttachment(request_id=asked.request_id, attachment_id=attach.attachment.id)
    await office.do(gone, "researcher")
    file = AttachmentFile(asked.request_id, attach.attachment.id)
    assert await office.finds_nothing("researcher", file)
    assert (await office.asks("researcher", file, as_of=then)).content == PDF
