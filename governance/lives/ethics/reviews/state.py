"""What a review is at one instant, and the questions that other rooms ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from governance.lives.ethics.reviews.events import (
    BallotClosed,
    BallotOpened,
    DecisionDelivered,
    DecisionSuspended,
    EvidenceAccepted,
    EvidenceSubmitted,
    InterestDeclared,
    ProtocolModified,
    ReviewAssigned,
    VoteCast,
)
from governance.lives.ethics.reviews.words import (
    Condition,
    EthicsOutcome,
    ReviewStatus,
    Vote,
)
from governance.vocabulary.entries import Event
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class State:
    """The review of one request."""

    status: ReviewStatus = ReviewStatus.NONE
    protocol: int = 0
    interested: frozenset[SubjectId] = frozenset()
    meeting_id: str | None = None
    votes: tuple[tuple[SubjectId, Vote], ...] = ()
    voted_protocol: int = 0
    """The protocol version that lay before the members."""
    ballot_outcome: EthicsOutcome | None = None
    outcome: EthicsOutcome | None = None
    decided_protocol: int | None = None
    decided_in: str | None = None
    """The meeting whose minutes make the decision effective."""
    conditions: tuple[Condition, ...] = ()
    submitted: frozenset[int] = frozenset()
    accepted: frozenset[int] = frozenset()
    suspended: bool = False

    @property
    def favourable(self) -> bool:
        """A favourable decision, with or without conditions, stands."""
        good = (EthicsOutcome.FAVOURABLE, EthicsOutcome.WITH_CONDITIONS)
        return self.outcome in good and not self.suspended

    @property
    def covers_protocol(self) -> bool:
        """The decision is about the newest protocol version."""
        return self.decided_protocol is not None and self.decided_protocol == self.protocol

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """Conditions without accepted evidence."""
        return tuple(c for c in self.conditions if c.number not in self.accepted)


EMPTY = State()


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case ReviewAssigned():
            return replace(state, status=ReviewStatus.ASSIGNED, protocol=1)
        case InterestDeclared(by=by):
            votes = tuple((who, vote) for who, vote in state.votes if who != by)
            return replace(state, interested=state.interested | {by}, votes=votes)
        case BallotOpened(meeting_id=meeting_id):
            status = ReviewStatus.BALLOT_OPEN
            opened = replace(state, status=status, meeting_id=meeting_id, votes=())
            return replace(opened, voted_protocol=state.protocol)
        case VoteCast(by=by, vote=vote):
            return replace(state, votes=(*state.votes, (by, vote)))
        case BallotClosed(outcome=outcome):
            return replace(state, status=ReviewStatus.BALLOT_CLOSED, ballot_outcome=outcome)
        case DecisionDelivered():
            return replace(
                state,
                status=ReviewStatus.DECIDED,
                outcome=event.outcome,
                decided_protocol=event.protocol,
                decided_in=state.meeting_id,
                conditions=event.conditions,
                submitted=frozenset(),
                accepted=frozenset(),
                suspended=False,
            )
        case EvidenceSubmitted(condition=number):
            return replace(state, submitted=state.submitted | {number})
        case EvidenceAccepted(condition=number):
            return replace(state, accepted=state.accepted | {number})
        case ProtocolModified(protocol=protocol):
            return replace(state, protocol=protocol)
        case DecisionSuspended():
            return replace(state, suspended=True)
        case _:
            return state


_AFTER_A_BALLOT = ("ballot-open", "ballot-closed", "decided")
_ANY_TIME = ("assigned", *_AFTER_A_BALLOT)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "ethics.review-assigned.v1", "assigned"),
    ("assigned", "ethics.ballot-opened.v1", "ballot-open"),
    ("ballot-open", "ethics.ballot-opened.v1", "ballot-open"),
    ("ballot-open", "ethics.vote-cast.v1", "ballot-open"),
    ("ballot-open", "ethics.ballot-closed.v1", "ballot-closed"),
    ("ballot-closed", "ethics.decision-delivered.v1", "decided"),
    ("decided", "ethics.ballot-opened.v1", "ballot-open"),
    ("assigned", "ethics.protocol-modified.v1", "assigned"),
    ("ballot-closed", "ethics.protocol-modified.v1", "ballot-closed"),
    ("decided", "ethics.protocol-modified.v1", "decided"),
    *((here, "ethics.interest-declared.v1", here) for here in _ANY_TIME),
    *((here, "ethics.evidence-submitted.v1", here) for here in _AFTER_A_BALLOT),
    *((here, "ethics.evidence-accepted.v1", here) for here in _AFTER_A_BALLOT),
    *((here, "ethics.decision-suspended.v1", here) for here in _AFTER_A_BALLOT),
)
