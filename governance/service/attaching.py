"""A document that is handed in with a request: looked into before it is attached."""

from __future__ import annotations

import asyncio
import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from hashlib import sha256

from governance.eligibility.reader import Reader
from governance.extraction.pdf import Fault, fault_of
from governance.lives.access_requests.attachments import PDF
from governance.lives.access_requests.commands import AttachDocument
from governance.lives.access_requests.words import Attachment, Item
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.carry_out import Once, Outcome, answered_before, carry_out, decide_with
from governance.service.house import House
from governance.vocabulary.erasable import text

FAULTS = {
    Fault.EMPTY: Refusal("attachment-empty", field="file"),
    Fault.TOO_LARGE: Refusal("attachment-too-large", field="file"),
    Fault.NOT_PDF: Refusal("attachment-not-pdf", field="file"),
    Fault.ENCRYPTED: Refusal("attachment-encrypted", field="file"),
    Fault.ACTIVE: Refusal("attachment-active", field="file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWish:
    """A PDF for a request, while it is written or evidence is due: smaller than 2 MB, without a
    password, programs, other files or forms that hold programs.
    """

    attachment_id: str
    request_id: str
    item: Item
    """What the document is about."""
    name: str
    """What the file is called: one line, without folders."""
    file: str
    """The bytes of the file in base64 (RFC 4648, section 4), without line breaks."""

    @property
    def stream(self) -> str:
        """The request."""
        return self.request_id


async def attach_document(
    house: House, wish: DocumentWish, *, by: Principal, once: Once | None = None
) -> Outcome:
    """Attach it, if it is an honest PDF; nobody's file is looked into who may not attach one.

    Refused as the command itself, and at ``file`` with ``attachment-not-base64``, ``-empty``,
    ``-too-large``, ``-not-pdf``, ``-encrypted`` or ``-active``.
    """
    earlier = await answered_before(house, once, by=by)
    if earlier is not None:
        return earlier
    try:
        content = b64decode(wish.file, validate=True)
    except (binascii.Error, ValueError):
        return Refusal("attachment-not-base64", field="file")
    command = as_command(wish, content)
    looked_into = await _might_be_attached(house, command, by)
    if looked_into and (fault := await asyncio.to_thread(fault_of, content)):
        return FAULTS[fault]
    outcome = await carry_out(house, command, by=by, once=once)
    if isinstance(outcome, Refusal) and outcome.field == "attachment":
        return replace(outcome, field="file")
    return outcome


def as_command(wish: DocumentWish, content: bytes = b"") -> AttachDocument:
    """The command that it becomes; without its content enough to judge who may give it."""
    attachment = Attachment(
        id=wish.attachment_id,
        item=wish.item,
        media_type=PDF,
        size=len(content),
        sha256=sha256(content).hexdigest(),
    )
    return AttachDocument(
        request_id=wish.request_id,
        attachment=attachment,
        name=text(wish.name),
        file=text(b64encode(content).decode()),
    )


async def _might_be_attached(house: House, command: AttachDocument, by: Principal) -> bool:
    """Whether nothing stands against it but what may be wrong with the file."""
    async with house.database.reading() as session:
        found = await decide_with(Reader(session), command, by=by, at=house.clock())
    return not isinstance(found, Refusal) or found.field == "file"
