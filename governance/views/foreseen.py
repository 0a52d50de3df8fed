"""What acts to come would change, as plain values: permits, releases, and what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from governance.lives.permits.words import PermitStatus
from governance.refusals import Refusal
from governance.views.people import Person
from governance.views.question import Shown
from governance.vocabulary.purposes import Cell, Purpose, RecipientKind
from governance.vocabulary.regimes import Regime


class ChangeOfPermit(StrEnum):
    """What becomes of later use under one permit."""

    WOULD_STOP = "would-stop"
    PARTLY_STOPS = "partly-stops"
    GOES_ON = "goes-on"
    WOULD_BEGIN = "would-begin"
    NOTHING_LEAVES = "nothing-leaves"
    """Neither before nor after."""


class ChangeOfRelease(StrEnum):
    """What becomes of a package that holds her records; it was lawful, and stays so (GDPR 7(3))."""

    STAYS = "stays-lawful-already-released"
    REMOVAL_WILL_BE_SENT = "removal-notice-will-be-sent"
    REMOVAL_WAS_SENT = "removal-notice-was-sent"
    CANNOT_BE_RECALLED = "cannot-be-recalled"
    """It was called back or deleted already: what was computed from it stays."""


@dataclass(frozen=True, slots=True)
class PermitOutcome:
    """Cells by what would become of them, and the rules that would stop them or stop them now."""

    change: ChangeOfPermit
    status: PermitStatus
    regime: Regime | None
    """Under EHDS an opt-out after the issue stops nothing (71(3)); a withdrawal always does."""
    stops: frozenset[Cell]
    goes_on: frozenset[Cell]
    begins: frozenset[Cell]
    rules: tuple[str, ...]
    """As far as this reader may be told."""


@dataclass(frozen=True, slots=True)
class ReleaseOutcome:
    """What would become of one package."""

    changes: tuple[ChangeOfRelease, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected(Shown):
    """Fields of ``View.USES``. ``id`` is that of the permit, or of the release."""

    study: str | None = None
    purposes: frozenset[Purpose] | None = None
    recipient: RecipientKind | None = None
    principal_investigator: Person | None = None
    permit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitAffected(Affected):
    """A permit that may take of her data."""

    outcome: PermitOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAffected(Affected):
    """A delivered release that holds her records."""

    outcome: ReleaseOutcome | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Everything that would change, and what would not; or why it cannot be done."""

    permits: tuple[PermitAffected, ...] = ()
    releases: tuple[ReleaseAffected, ...] = ()
    refused: Refusal | None = None
