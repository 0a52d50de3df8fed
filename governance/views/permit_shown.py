"""What a permit is shown as: the fields of ``View.PERMIT``, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from governance.lives.permits.words import Environment, PermitKind, PermitStatus
from governance.lives.releases.words import ReleaseStatus
from governance.views.conditions import ConditionShown
from governance.views.people import Person
from governance.views.question import Shown
from governance.views.request_shown import DatasetNamed
from governance.views.timeline import Step
from governance.vocabulary.purposes import (
    Cell,
    EhdsCategory,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)
from governance.vocabulary.regimes import Regime


@dataclass(frozen=True, slots=True)
class Undertaking:
    """The secrecy that a named person undertakes; ``signed_at`` is None while she has not."""

    person: Person
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Conditions:
    """Those that the permit carries, by their codes, and those of the committee behind it."""

    permit: tuple[str, ...]
    committee: tuple[ConditionShown, ...]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Last days. None where nothing is waited for."""

    extension_asked_by: date | None
    """EHDS 68(12): a month before the end, once."""
    deletion_due: date | None
    """EHDS 68(12): six months after the end, as things stand."""
    deletion_missed: bool


@dataclass(frozen=True, slots=True)
class ReleaseOf:
    """A release under the permit."""

    id: str
    status: ReleaseStatus
    delivered_on: date | None


@dataclass(frozen=True, slots=True)
class Flag:
    """A prohibited use that was detected (EHDS 54)."""

    use: ProhibitedUse
    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was done to the permit; ``text`` is None where it was erased."""

    position: int
    code: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Deletion:
    """The environment deleted the data, with this evidence."""

    at: datetime
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitRow(Shown):
    """The fields of ``View.PERMIT`` that a list shows."""

    status: PermitStatus | None = None
    in_force: bool | None = None
    """Issued, begun, not over, and neither suspended nor revoked."""
    regime: Regime | None = None
    study: str | None = None
    kind: PermitKind | None = None
    applicant: Person | None = None
    request: str | None = None
    """The id of the request that it grants."""
    starts: date | None = None
    ends: date | None = None
    deadlines: Deadlines | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitShown(PermitRow):
    """The fields of ``View.PERMIT``."""

    purposes: frozenset[Purpose] | None = None
    purpose_in_detail: str | None = None
    cells: frozenset[Cell] | None = None
    datasets: tuple[DatasetNamed, ...] | None = None
    variables: frozenset[tuple[str, str]] | None = None
    """(dataset id, variable) pairs."""
    ehds_categories: frozenset[EhdsCategory] | None = None
    recipient: RecipientKind | None = None
    recipient_place: Reach | None = None
    applicant_is_public: bool | None = None
    environment: Environment | None = None
    tools: tuple[str, ...] | None = None
    pseudonymised: bool | None = None
    opt_out_override: bool | None = None
    protocol: int | None = None
    """The version of the protocol that it was granted for."""
    cut_off: datetime | None = None
    """What counts for opt-outs: its first issue, or the last amendment that widened it."""
    principal_investigator: Person | None = None
    named_persons: tuple[Person, ...] | None = None
    conditions: Conditions | None = None
    holder_conditions: frozenset[str] | None = None
    """Datasets with protected content for which a condition is attached (EHDS 52)."""
    undertakings: tuple[Undertaking, ...] | None = None
    releases: tuple[ReleaseOf, ...] | None = None
    history: tuple[Step, ...] | None = None
    fees: int | None = None
    """The estimate, in cents."""
    flags: tuple[Flag, ...] | None = None
    reasons: tuple[Reason, ...] | None = None
    deletion: Deletion | None = None
