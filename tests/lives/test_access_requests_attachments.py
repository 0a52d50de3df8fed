"""Stories of documents attached to a request, and taken out again."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from governance.lives.access_requests import attachments as limits
from governance.lives.access_requests import commands as ask
from governance.lives.access_requests import events as happened
from governance.lives.access_requests.words import Attachment, Item
from governance.vocabulary.erasable import Erasable, text
from tests.builders import Walk, an_id
from tests.request_builders import (
    APPLICANT,
    ATTACH,
    DETACH,
    DUE_TO_COMPLETE,
    EVIDENCE_DUE,
    NO_EVIDENCE_DUE,
    PDF,
    RETURN,
    SUBMIT,
    a_request,
    an_attachment,
)
from tests.story import given

BEING_WRITTEN = [a_request(), a_request().returned()]
HANDED_OVER = [a_request().at_ethics(), a_request().granted(), a_request().refused()]
CLOSED = [Walk(), a_request().submitted(), a_request().complete(), a_request().withdrawn()]


def attached(*commands: ask.AttachDocument) -> Walk:
    walk: Walk = a_request()
    for command in commands or (ATTACH,):
        walk = walk.having(command, facts=NO_EVIDENCE_DUE, by=APPLICANT)
    return walk


@pytest.mark.parametrize("walk", BEING_WRITTEN)
def test_a_document_is_attached_while_the_request_is_written(walk: Walk) -> None:
    story = given(*walk).when(ATTACH, facts=NO_EVIDENCE_DUE, by=APPLICANT)
    story = story.then(happened.DocumentAttached)
    assert story.state.attachments == (ATTACH.attachment,)
    gone = story.when(DETACH, facts=NO_EVIDENCE_DUE).then(happened.AttachmentRemoved)
    assert gone.state.attachments == ()


@pytest.mark.parametrize("walk", HANDED_OVER)
def test_a_document_is_attached_later_only_where_evidence_is_due(walk: Walk) -> None:
    story = given(*walk)
    story.when(ATTACH, facts=NO_EVIDENCE_DUE).refused("attaching-closed", field="request_id")
    unknown = ask.AttachFacts(None)
    story.when(ATTACH, facts=unknown).refused("fact-unknown", field="evidence_due")
    story = story.when(ATTACH, facts=EVIDENCE_DUE).then(happened.DocumentAttached)
    story.when(DETACH, facts=EVIDENCE_DUE).then(happened.AttachmentRemoved)
    story.when(DETACH, facts=NO_EVIDENCE_DUE).refused("attaching-closed")


@pytest.mark.parametrize("walk", CLOSED)
@pytest.mark.parametrize("command", [ATTACH, DETACH])
def test_nothing_is_attached_to_what_is_not_written_and_waits_for_nothing(
    walk: Walk, command: ask.AttachDocument
) -> None:
    given(*walk).when(command, facts=EVIDENCE_DUE).refused("attaching-closed", field="request_id")


def test_what_was_handed_in_stays_with_what_is_decided_on_it() -> None:
    story = given(*attached()).when(SUBMIT).then(happened.RequestSubmitted)
    walk = Walk(story.events)
    returned = given(*walk.having(RETURN, facts=DUE_TO_COMPLETE))
    returned.when(DETACH, facts=NO_EVIDENCE_DUE).then(happened.AttachmentRemoved)
    decided = given(*story.events, *a_request().granted().events[2:])
    refused = decided.when(DETACH, facts=EVIDENCE_DUE)
    refused.refused("attachment-handed-in", field="attachment_id")


def test_an_id_is_given_once_even_to_what_was_removed() -> None:
    story = given(*attached())
    story.when(ATTACH, facts=NO_EVIDENCE_DUE).refused("attachment-exists", field="attachment")
    story = story.when(DETACH, facts=NO_EVIDENCE_DUE).then(happened.AttachmentRemoved)
    story.when(ATTACH, facts=NO_EVIDENCE_DUE).refused("attachment-exists", field="attachment")
    story.when(DETACH, facts=NO_EVIDENCE_DUE).refused("attachment-unknown", field="attachment_id")


def test_a_request_holds_ten_documents_and_has_never_had_more_than_fifty() -> None:
    story = given(*attached(*(an_attachment(number) for number in range(10))))
    eleventh = an_attachment(10)
    story.when(eleventh, facts=NO_EVIDENCE_DUE).refused("too-many-attachments", field="attachment")
    walk: Walk = a_request()
    for number in range(limits.MOST_EVER):
        walk = walk.having(an_attachment(number), facts=NO_EVIDENCE_DUE)
        removed = ask.RemoveAttachment(
            request_id=ATTACH.request_id, attachment_id=an_attachment(number).attachment.id
        )
        walk = walk.having(removed, facts=NO_EVIDENCE_DUE)
    last = an_attachment(limits.MOST_EVER)
    given(*walk).when(last, facts=NO_EVIDENCE_DUE).refused("too-many-attachments")


@pytest.mark.parametrize("name", ["", "  ", "a" * 121, "a/b.pdf", "a\\b.pdf", "a\nb.pdf", "a\x7f"])
def test_a_name_is_one_short_line_and_no_path(name: str) -> None:
    story = given(*a_request()).when(replace(ATTACH, name=text(name)), facts=NO_EVIDENCE_DUE)
    story.refused("attachment-name-unfit", field="name")


def test_a_name_that_cannot_be_read_is_none() -> None:
    story = given(*a_request()).when(replace(ATTACH, name=Erasable(None)), facts=NO_EVIDENCE_DUE)
    story.refused("attachment-name-unfit", field="name")


def test_only_a_pdf_is_attached() -> None:
    page = replace(ATTACH.attachment, media_type="text/html")
    story = given(*a_request()).when(replace(ATTACH, attachment=page), facts=NO_EVIDENCE_DUE)
    story.refused("attachment-not-pdf", field="file")


def test_a_file_holds_two_mebibytes_and_not_a_byte_more() -> None:
    full = an_attachment(1, b"x" * limits.MOST_BYTES)
    given(*a_request()).when(full, facts=NO_EVIDENCE_DUE).then(happened.DocumentAttached)
    larger = an_attachment(1, b"x" * (limits.MOST_BYTES + 1))
    story = given(*a_request()).when(larger, facts=NO_EVIDENCE_DUE)
    story.refused("attachment-too-large", field="file")
    understated = replace(larger, attachment=replace(larger.attachment, size=5))
    story = given(*a_request()).when(understated, facts=NO_EVIDENCE_DUE)
    story.refused("attachment-differs", field="file")
    endless = replace(ATTACH, file=text("A" * 4 * limits.MOST_BYTES))
    story = given(*a_request()).when(endless, facts=NO_EVIDENCE_DUE)
    story.refused("attachment-too-large", field="file")


@pytest.mark.parametrize(
    "command",
    [
        replace(ATTACH, attachment=replace(ATTACH.attachment, size=len(PDF) - 1)),
        replace(ATTACH, attachment=replace(ATTACH.attachment, sha256="00" * 32)),
        replace(ATTACH, file=text(b64encode(PDF[:-1] + b"!").decode())),
        replace(ATTACH, file=text("not base64: ñ")),
        replace(ATTACH, file=text("")),
        replace(ATTACH, file=Erasable(None)),
    ],
)
def test_a_file_is_what_it_says_of_itself(command: ask.AttachDocument) -> None:
    story = given(*a_request()).when(command, facts=NO_EVIDENCE_DUE)
    story.refused("attachment-differs", field="file")


def test_an_empty_file_is_nothing() -> None:
    nothing = Attachment(
        id=an_id(1),
        item=Item.J_ETHICS,
        media_type=limits.PDF,
        size=0,
        sha256=sha256(b"").hexdigest(),
    )
    command = replace(ATTACH, attachment=nothing, file=text(""))
    story = given(*a_request()).when(command, facts=NO_EVIDENCE_DUE)
    story.refused("attachment-differs", field="file")
