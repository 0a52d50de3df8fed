"""What has happened to an access request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.access_requests.words import Application, Attachment, Criterion, Item
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText, KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class _RequestWritten(Event):
    application: Application
    benefit: FreeText
    pseudonymisation: FreeText
    brought_in: FreeText
    safeguards: FreeText
    ethics_information: FreeText
    override_justification: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDrafted(_RequestWritten):
    """A request was begun."""

    CODE: ClassVar[str] = "access-request.drafted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEdited(_RequestWritten):
    """It was written anew."""

    CODE: ClassVar[str] = "access-request.edited.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAttached(Event):
    """A document was added. Its file is read by itself, never with this entry."""

    CODE: ClassVar[str] = "access-request.document-attached.v1"
    attachment: Attachment
    name: FreeText
    file: KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRemoved(Event):
    """A document was taken out again."""

    CODE: ClassVar[str] = "access-request.attachment-removed.v1"
    attachment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSubmitted(Event):
    """It was handed in."""

    CODE: ClassVar[str] = "access-request.submitted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReturned(Event):
    """Some items have to be completed by that day."""

    CODE: ClassVar[str] = "access-request.returned.v1"
    items: frozenset[Item]
    complete_by: date
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestComplete(Event):
    """It is complete, and has to be decided by that day."""

    CODE: ClassVar[str] = "access-request.complete.v1"
    decide_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtended(Event):
    """It has to be decided by that later day."""

    CODE: ClassVar[str] = "access-request.deadline-extended.v1"
    decide_by: date
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAssessed(Event):
    """These criteria were found true, by whoever recorded it."""

    CODE: ClassVar[str] = "access-request.assessed.v1"
    met: frozenset[Criterion]
    notes: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSentToEthics(Event):
    """The committee has it."""

    CODE: ClassVar[str] = "access-request.sent-to-ethics.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDecided(Event):
    """It was granted or refused."""

    CODE: ClassVar[str] = "access-request.decided.v1"
    granted: bool
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsOffered(Event):
    """An anonymised answer was offered instead."""

    CODE: ClassVar[str] = "access-request.statistics-offered.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswered(Event):
    """The applicant took the offer, or did not."""

    CODE: ClassVar[str] = "access-request.offer-answered.v1"
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWithdrawn(Event):
    """The applicant gave it up."""

    CODE: ClassVar[str] = "access-request.withdrawn.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestClosed(Event):
    """Nothing more happens to it."""

    CODE: ClassVar[str] = "access-request.closed.v1"


EVENTS = (
    RequestDrafted,
    RequestEdited,
    DocumentAttached,
    AttachmentRemoved,
    RequestSubmitted,
    RequestReturned,
    RequestComplete,
    DeadlineExtended,
    RequestAssessed,
    RequestSentToEthics,
    RequestDecided,
    StatisticsOffered,
    OfferAnswered,
    RequestWithdrawn,
    RequestClosed,
)
