"""What a request is shown as: the fields of ``View.REQUEST``, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from governance.lives.access_requests.words import Criterion, Item
from governance.views.people import Person
from governance.views.request_rows import RequestRow
from governance.views.timeline import Step
from governance.vocabulary.purposes import Cell, ProhibitedUse, Purpose, Reach, RecipientKind


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class DatasetNamed:
    """A dataset that something speaks of; ``title`` is None where nobody described it."""

    id: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What was written to the items. None was erased; empty was never written."""

    benefit: str | None
    pseudonymisation: str | None
    brought_in: str | None
    safeguards: str | None
    ethics_information: str | None
    override_justification: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentShown:
    """A document as it describes itself; its bytes are asked for with ``AttachmentFile``."""

    id: str
    item: Item
    name: str | None
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    attached_at: datetime
    handed_in: bool
    """It stays where the request is not given back (see ``attachment-handed-in``)."""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What an officer did about the whole, when, and why; the reason is None where erased."""

    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class Returned(Reasoned):
    """Given back for completion of these items."""

    items: frozenset[Item]


@dataclass(frozen=True, slots=True)
class Offer:
    """An anonymised answer was offered; ``accepted`` is None while nobody has answered."""

    at: datetime
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class Decision:
    """Granted or refused."""

    at: datetime
    granted: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What an assessor wrote."""

    by: Person
    at: datetime
    met: frozenset[Criterion]
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShown(RequestRow):
    """The fields of ``View.REQUEST``."""

    principal_investigator: Person | None = None
    named_persons: tuple[Person, ...] | None = None
    purposes: frozenset[Purpose] | None = None
    cells: frozenset[Cell] | None = None
    datasets: tuple[DatasetNamed, ...] | None = None
    variables: frozenset[tuple[str, str]] | None = None
    """(dataset id, variable) pairs."""
    recipient: RecipientKind | None = None
    recipient_place: Reach | None = None
    applicant_is_public: bool | None = None
    environment: str | None = None
    """The id of the secure processing environment."""
    tools: tuple[str, ...] | None = None
    period: Period | None = None
    pseudonymised: bool | None = None
    opt_out_override: bool | None = None
    declared_uses: frozenset[ProhibitedUse] | None = None
    texts: Texts | None = None
    attachments: tuple[AttachmentShown, ...] | None = None
    missing_items: frozenset[Item] | None = None
    returned_items: Returned | None = None
    """The last time that it was given back; the items count while its status is *returned*."""
    extended: Reasoned | None = None
    offer: Offer | None = None
    decision: Decision | None = None
    decision_reason: str | None = None
    timeline: tuple[Step, ...] | None = None
    criteria_met: frozenset[Criterion] | None = None
    assessors: tuple[Person, ...] | None = None
    assessment_notes: tuple[Note, ...] | None = None
