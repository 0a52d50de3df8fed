"""What a request still lacks, and the files that were attached to it."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from typing import ClassVar

from governance.lives import access_requests
from governance.lives.access_requests.events import DocumentAttached
from governance.lives.access_requests.words import Item
from governance.policy.visibility_facts import View
from governance.storage import erasables
from governance.views.question import Looking, Question, Shown
from governance.views.request_shown import Returned
from governance.views.requests import Request
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness(Shown):
    """The fields of ``View.REQUEST`` that say what is lacking."""

    missing_items: frozenset[Item] | None = None
    """Empty or contradictory, as the life finds it."""
    returned_items: Returned | None = None
    """What the access body asked to be completed, the last time."""


@dataclass(frozen=True, slots=True)
class CompletenessCheck(Question[Completeness]):
    """Which items of EHDS 67(2) are missing or were given back."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = access_requests.NAME
    request_id: str

    @property
    def key(self) -> str:
        """The request."""
        return self.request_id

    async def answer(self, looking: Looking) -> Completeness | None:
        """Part of what the whole request would show her."""
        shown = await Request(self.request_id).answer(looking)
        if shown is None:
            return None
        return Completeness(
            id=shown.id,
            may=shown.may,
            shown=shown.shown & {"missing_items", "returned_items"},
            missing_items=shown.missing_items,
            returned_items=shown.returned_items,
        )


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was attached. ``name`` is None where it was erased."""

    name: str | None
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AttachmentFile(Question[File]):
    """The bytes of one attachment, for whoever sees the attachments of its request."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = access_requests.NAME
    request_id: str
    attachment_id: str

    @property
    def key(self) -> str:
        """The request."""
        return self.request_id

    async def answer(self, looking: Looking) -> File | None:
        """None where it was removed or erased, or is not hers to see."""
        looking = await recorded_by_then(looking)
        about = (access_requests.NAME, self.request_id)
        state: access_requests.State = await looking.then.state(access_requests, self.request_id)
        there = {one.id: one for one in state.attachments}.get(self.attachment_id)
        if there is None or "attachments" not in await looking.sees(View.REQUEST, about):
            return None
        for entry in await looking.then.history(access_requests, self.request_id):
            event = entry.event
            if isinstance(event, DocumentAttached) and event.attachment.id == self.attachment_id:
                kept = await erasables.file_at(looking.then.session, entry.position)
                if kept is not None:
                    return File(event.name.value, there.media_type, b64decode(kept[1]))
        return None
