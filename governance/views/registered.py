"""What the public register says of one request, as plain values read from its streams."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.lives.access_requests import events as asked
from governance.lives.ethics.reviews import events as reviewed
from governance.lives.ethics.reviews.words import EthicsOutcome
from governance.lives.permits import events as granted
from governance.lives.permits.state import State as PermitState
from governance.lives.releases import events as released
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import ReleaseStatus
from governance.policy import deadlines
from governance.policy.visibility.small_counts import shown_count
from governance.storage.ledger import Recorded
from governance.vocabulary.instants import day_of
from governance.vocabulary.purposes import ProhibitedUse
from governance.vocabulary.register import Decision

MEASURES = (
    granted.PermitSuspended,
    granted.PermitResumed,
    granted.PermitRevoked,
    granted.ProhibitedUseFlagged,
    released.ReleaseRecalled,
)
"""What was done about non-compliance, and undone (EHDS 57(1)(j)(iv))."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, by the code of its entry."""

    code: str
    on: date
    use: ProhibitedUse | None = None


@dataclass(frozen=True, slots=True)
class RegisteredRelease:
    """One delivered release. A count of fewer than ten people is None."""

    delivered_on: date
    people: int | None
    recalled: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """From the first day of a permit to its last, both included."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class EthicsDecision:
    """What the committee decided last."""

    outcome: EthicsOutcome
    decided_on: date
    suspended: bool


def decision_of(history: Iterable[Recorded]) -> tuple[Decision, str | None]:
    """How a request ended, and the justification of the authority, where it decided."""
    for entry in history:
        match entry.event:
            case asked.RequestDecided(granted=yes, reason=reason):
                return Decision.GRANTED if yes else Decision.REFUSED, reason.value
            case asked.RequestWithdrawn():
                return Decision.WITHDRAWN, None
            case asked.RequestClosed():
                return Decision.LAPSED, None
    return Decision.PENDING, None


def received_on(history: Iterable[Recorded]) -> date | None:
    """The day on which it was first handed in."""
    return _day(history, asked.RequestSubmitted)


def description_of(history: Iterable[Recorded], permits: Iterable[Recorded]) -> str | None:
    """The purpose in detail, as the permit states it; before, the benefit as the applicant does."""
    said: str | None = None
    for entry in (*history, *permits):
        match entry.event:
            case asked.RequestDrafted(benefit=text) | asked.RequestEdited(benefit=text):
                said = text.value
            case granted.PermitIssued(purpose_in_detail=text):
                said = text.value
    return said


def ethics_of(history: Iterable[Recorded], *, suspended: bool) -> EthicsDecision | None:
    """The last decision that was delivered."""
    found: EthicsDecision | None = None
    for entry in history:
        if isinstance(entry.event, reviewed.DecisionDelivered):
            day = day_of(entry.event.at)
            found = EthicsDecision(entry.event.outcome, day, suspended)
    return found


def measures_of(entries: Iterable[Recorded]) -> tuple[Measure, ...]:
    """Every measure, in the order in which they were taken."""
    taken = sorted((e for e in entries if isinstance(e.event, MEASURES)), key=_position)
    return tuple(
        Measure(e.event.CODE, day_of(e.event.at), getattr(e.event, "use", None)) for e in taken
    )


def _position(entry: Recorded) -> int:
    return entry.position


def releases_of(states: Iterable[ReleaseState]) -> tuple[RegisteredRelease, ...]:
    """Every delivered release, the newest first."""
    delivered = [(one.delivered_at, one) for one in states if one.delivered_at is not None]
    return tuple(
        RegisteredRelease(
            day_of(at), shown_count(one.people or 0), one.status is ReleaseStatus.RECALLED
        )
        for at, one in sorted(delivered, key=lambda pair: pair[0], reverse=True)
    )


def missed_deadlines(
    history: Sequence[Recorded],
    review: Sequence[Recorded],
    permit: PermitState | None,
    today: date,
) -> tuple[str, ...]:
    """Ids of the terms that were over before what they wait for was done (``policy/deadlines``)."""
    missed: list[str] = []
    decided = _day(history, asked.RequestDecided, asked.RequestWithdrawn, asked.RequestClosed)
    due = [e.event.decide_by for e in history if isinstance(e.event, _DECIDE_BY)]
    if due and deadlines.missed(due[-1], decided or today):
        missed.append(deadlines.DECIDE_REQUEST.id)
    assigned = _day(review, reviewed.ReviewAssigned)
    opinion = _day(review, reviewed.DecisionDelivered)
    if assigned is not None:
        term = deadlines.due(deadlines.DELIVER_ETHICS_DECISION, assigned)
        if deadlines.missed(term, opinion or decided or today):
            missed.append(deadlines.DELIVER_ETHICS_DECISION.id)
    if permit is not None and permit.ends is not None and not permit.data_deleted:
        over = deadlines.due(deadlines.DELETE_DATA, permit.ends)
        if deadlines.missed(over, today):
            missed.append(deadlines.DELETE_DATA.id)
    return tuple(missed)


_DECIDE_BY = (asked.RequestComplete, asked.DeadlineExtended)


def _day(history: Iterable[Recorded], *events: Any) -> date | None:
    """The first day on which one of these happened."""
    return next((day_of(e.event.at) for e in history if isinstance(e.event, events)), None)
