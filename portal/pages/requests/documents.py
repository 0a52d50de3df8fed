"""The documents of a request: what is attached, attaching, reading and removing one."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from urllib.parse import quote

from starlette.responses import Response

from governance.lives.access_requests.attachments import PDF
from governance.lives.access_requests.commands import RemoveAttachment
from governance.lives.access_requests.words import Item
from governance.refusals import Refusal, Refused
from governance.service.attaching import DocumentWish, attach_document
from governance.views.request_documents import AttachmentFile
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from portal.forms.documents import AttachForm
from portal.messages.refusals import in_words
from portal.page import Page
from portal.pages.requests.mine import review_of
from portal.presenters import requests as words
from portal.presenters.documents import documents
from portal.presenters.my_requests import can_be_done
from portal.visit import NotShown, Visit

FORM_BYTES = 2 * 1024 * 1024 + 64 * 1024
"""The largest document, and the form around it."""


async def show(visit: Visit) -> Response:
    """What is attached, and a form for one more."""
    return await _draw(visit, AttachForm(visit.tongue))


async def take(visit: Visit) -> Response:
    """One more, if it is an honest PDF; sent twice it is attached once."""
    form = AttachForm(visit.tongue, visit.form)
    content = await form.content() if form.validate() else None
    if content is None:
        return await _draw(visit, form)
    outcome = await visit.carry_out(_wish(visit, form, content), through=attach_document)
    if not isinstance(outcome, Refusal):
        return visit.leave_for("request-documents", thing=visit.named("thing"))
    if outcome.field not in ("file", "name"):
        raise Refused(outcome)
    form.blame("file", in_words(visit.tongue, outcome).says)
    return await _draw(visit, form)


def _wish(visit: Visit, form: AttachForm, content: bytes) -> DocumentWish:
    once = f"{visit.new_key()} {sha256(content).hexdigest()}"
    return DocumentWish(
        attachment_id=sha256(once.encode()).hexdigest()[:32],  # the same form with the same file
        request_id=visit.named("thing"),
        item=Item(form["item"].data),
        name=form.file_name(),
        file=b64encode(content).decode(),
    )


async def read(visit: Visit) -> Response:
    """The file itself: to be kept by the browser, never to be run within these pages."""
    asked = AttachmentFile(visit.named("thing"), visit.named("document"))
    file = await visit.ask(asked)
    called = quote(file.name or "document.pdf", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{called}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(file.content, media_type=PDF, headers=headers)


async def ask_removal(visit: Visit) -> Response:
    """Which document would be removed."""
    shown = await visit.ask(Request(visit.named("thing")))
    wanted = visit.named("document")
    for one in documents(shown, visit.tongue):
        if one.id == wanted:
            return visit.draw(
                "requests/remove-document.html",
                document=one,
                back=visit.url("request-documents", thing=visit.named("thing")),
                key=visit.new_key(),
            )
    raise NotShown


async def remove(visit: Visit) -> Response:
    """It is taken out again."""
    wanted = visit.named("document")
    await visit.must(RemoveAttachment(request_id=visit.named("thing"), attachment_id=wanted))
    return visit.leave_for("request-documents", thing=visit.named("thing"))


async def _draw(visit: Visit, form: AttachForm) -> Response:
    shown, review = (
        await visit.ask(Request(visit.named("thing"))),
        await review_of(visit, visit.named("thing")),
    )
    return visit.draw(
        "requests/documents.html",
        status=422 if form.errors else 200,
        request=words.line(shown, visit.tongue),
        documents=documents(shown, visit.tongue),
        form=form,
        may_attach=Act.ATTACH_DOCUMENT in can_be_done(shown, review),
        back=visit.url("request", thing=visit.named("thing")),
        key=visit.new_key(),
    )


PAGES = (
    Page(
        name="request-documents",
        path="/requests/{thing}/documents",
        needs=Act.READ_REQUEST,
        show=show,
        take=take,
        acts=frozenset({Act.ATTACH_DOCUMENT}),
        form_bytes=FORM_BYTES,
    ),
    Page(
        name="request-document",
        path="/requests/{thing}/documents/{document}",
        needs=Act.READ_REQUEST,
        show=read,
    ),
    Page(
        name="remove-document",
        path="/requests/{thing}/documents/{document}/remove",
        needs=Act.READ_REQUEST,
        show=ask_removal,
        take=remove,
        acts=frozenset({Act.REMOVE_ATTACHMENT}),
    ),
)
