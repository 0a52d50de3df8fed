"""What has happened to a permit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.permits.words import PermitContent
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import ProhibitedUse
from governance.vocabulary.regimes import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitIssued(Event):
    """First issue: from here the regime is fixed, and the opt-out cut-off runs."""

    CODE: ClassVar[str] = "permit.issued.v1"
    content: PermitContent
    regime: Regime
    purpose_in_detail: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitAmended(Event):
    """The whole new content. ``new_cut_off`` where it widens purpose, data or recipients."""

    CODE: ClassVar[str] = "permit.amended.v1"
    content: PermitContent
    new_cut_off: bool
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitSuspended(Event):
    """Processing stops for the time being."""

    CODE: ClassVar[str] = "permit.suspended.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitResumed(Event):
    """The suspension ended."""

    CODE: ClassVar[str] = "permit.resumed.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitRevoked(Event):
    """The permit ended for good."""

    CODE: ClassVar[str] = "permit.revoked.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitExtended(Event):
    """The one extension."""

    CODE: ClassVar[str] = "permit.extended.v1"
    ends: date
    justification: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitExpired(Event):
    """Its last day is over; recorded, never silent."""

    CODE: ClassVar[str] = "permit.expired.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingSigned(Event):
    """A named person gave the undertaking."""

    CODE: ClassVar[str] = "permit.undertaking-signed.v1"
    person: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProhibitedUseFlagged(Event):
    """A prohibited use was detected."""

    CODE: ClassVar[str] = "permit.prohibited-use-flagged.v1"
    use: ProhibitedUse
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionRecorded(Event):
    """The data were deleted in the environment."""

    CODE: ClassVar[str] = "permit.deletion-recorded.v1"
    evidence: FreeText


EVENTS = (
    PermitIssued,
    PermitAmended,
    PermitSuspended,
    PermitResumed,
    PermitRevoked,
    PermitExtended,
    PermitExpired,
    UndertakingSigned,
    ProhibitedUseFlagged,
    DeletionRecorded,
)
