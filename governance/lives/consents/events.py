"""What a citizen has said. Each event is one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.consents.words import Given, Says, SheetVersion
from governance.vocabulary.entries import Event
from governance.vocabulary.people import Language
from governance.vocabulary.purposes import Cell, Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said(Event):
    given: Given


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRecorded(_Said):
    """One thing was said about a set of cells."""

    CODE: ClassVar[str] = "consent.choice-recorded.v1"
    cells: frozenset[Cell]
    says: Says
    sheet: SheetVersion | None
    language: Language | None
    valid_until: date | None
    minor_took_part: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyAnswered(_Said):
    """One thing was said about one study."""

    CODE: ClassVar[str] = "consent.study-answered.v1"
    study: str
    says: Says
    sheet: SheetVersion | None
    language: Language | None
    valid_until: date | None
    minor_took_part: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingWithdrawn(_Said):
    """Every cell and every study answer is withdrawn."""

    CODE: ClassVar[str] = "consent.everything-withdrawn.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachSet(_Said):
    """Data may go that far."""

    CODE: ClassVar[str] = "consent.reach-set.v1"
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class OptedOut(_Said):
    """All secondary use is objected to."""

    CODE: ClassVar[str] = "consent.opted-out.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutLifted(_Said):
    """The objection ended."""

    CODE: ClassVar[str] = "consent.opt-out-lifted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorRefused(_Said):
    """The minor said no herself."""

    CODE: ClassVar[str] = "consent.minor-refused.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorRefusalLifted(_Said):
    """The minor took her no back."""

    CODE: ClassVar[str] = "consent.minor-refusal-lifted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiryNoted(_Said):
    """An answer expired on that day; noted, never waited for."""

    CODE: ClassVar[str] = "consent.expiry-noted.v1"
    expired_on: date


EVENTS = (
    ChoiceRecorded,
    StudyAnswered,
    EverythingWithdrawn,
    ReachSet,
    OptedOut,
    OptOutLifted,
    MinorRefused,
    MinorRefusalLifted,
    ExpiryNoted,
)
