"""Documents attached to a request: what may be attached, while it is written or evidence is due.

What a file says of itself is compared with its bytes here; whether it is an honest PDF is looked at
where it comes in.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from governance.lives.access_requests.commands import AttachDocument, AttachFacts, RemoveAttachment
from governance.lives.access_requests.events import AttachmentRemoved, DocumentAttached
from governance.lives.access_requests.state import State
from governance.lives.access_requests.words import EDITABLE, Attachment, RequestStatus
from governance.refusals import Refusal
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import KeptFile
from governance.vocabulary.people import SubjectId

PDF = "application/pdf"
MOST_BYTES = 2 * 1024 * 1024
"""Of one file, before it is written as base64."""
MOST_AT_ONCE, MOST_EVER = 10, 50
LONGEST_NAME = 120
UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]")
"""What no file may be called: it would be a path, or more than one line."""
WITH_EVIDENCE = (RequestStatus.UNDER_ETHICS_REVIEW, RequestStatus.DECIDED)
Outcome = list[Event] | Refusal


def attach(
    command: AttachDocument, state: State, facts: AttachFacts, by: SubjectId, at: datetime
) -> Outcome:
    """Add a document, if there is room for it and it is what it says."""
    if refusal := _closed(state, facts):
        return refusal
    known = {one.id for one in state.attachments} | state.removed_attachments
    if command.attachment.id in known:
        return Refusal("attachment-exists", field="attachment")
    if len(state.attachments) >= MOST_AT_ONCE or len(known) >= MOST_EVER:
        return Refusal("too-many-attachments", field="attachment")
    name = command.name.value or ""
    if not name.strip() or len(name) > LONGEST_NAME or UNFIT.search(name):
        return Refusal("attachment-name-unfit", field="name")
    if refusal := _wrong(command.attachment, command.file):
        return refusal
    attached = DocumentAttached(
        at=at, by=by, attachment=command.attachment, name=command.name, file=command.file
    )
    return [attached]


def remove(
    command: RemoveAttachment, state: State, facts: AttachFacts, by: SubjectId, at: datetime
) -> Outcome:
    """Take one out again; what was handed in stays with what was decided on it."""
    if refusal := _closed(state, facts):
        return refusal
    if command.attachment_id not in {one.id for one in state.attachments}:
        return Refusal("attachment-unknown", field="attachment_id")
    if state.status not in EDITABLE and command.attachment_id in state.handed_in:
        return Refusal("attachment-handed-in", field="attachment_id")
    return [AttachmentRemoved(at=at, by=by, attachment_id=command.attachment_id)]


def _closed(state: State, facts: AttachFacts) -> Refusal | None:
    if state.status in EDITABLE:
        return None
    if state.status in WITH_EVIDENCE and facts.evidence_due is None:
        return Refusal("fact-unknown", field="evidence_due")
    if state.status in WITH_EVIDENCE and facts.evidence_due:
        return None
    return Refusal("attaching-closed", field="request_id")


def _wrong(attachment: Attachment, file: KeptFile) -> Refusal | None:
    if attachment.media_type != PDF:
        return Refusal("attachment-not-pdf", field="file")
    if attachment.size > MOST_BYTES or len(file.value or "") > 4 * (MOST_BYTES // 3 + 1):
        return Refusal("attachment-too-large", field="file")
    try:
        content = b64decode(file.value or "", validate=True)
    except (binascii.Error, ValueError):
        content = b""
    told = replace(attachment, size=len(content), sha256=sha256(content).hexdigest())
    return None if content and told == attachment else Refusal("attachment-differs", field="file")
