"""What may become of a review: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.ethics.reviews.commands import (
    AcceptEvidence,
    AssignReview,
    BallotFacts,
    CastVote,
    CloseBallot,
    DeclareInterest,
    DeliverDecision,
    ModifyProtocol,
    OpenBallot,
    SubmitEvidence,
    SuspendDecision,
    VoteFacts,
)
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
from governance.lives.ethics.reviews.state import State
from governance.lives.ethics.reviews.words import (
    EthicsOutcome,
    ReviewStatus,
    outcome_of,
)
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId

CODES = (
    "review-exists",
    "review-unknown",
    "request-not-sent",
    "ballot-open",
    "ballot-not-open",
    "ballot-not-closed",
    "decision-not-delivered",
    "already-declared",
    "not-on-agenda",
    "no-quorum",
    "composition-incomplete",
    "meeting-over",
    "already-decided",
    "member-interested",
    "member-not-present",
    "no-vote",
    "already-voted",
    "no-votes",
    "conditions-missing",
    "conditions-not-decided",
    "condition-unknown",
    "condition-twice",
    "evidence-missing",
    "already-accepted",
    "reasons-missing",
    "nothing-to-suspend",
    "fact-unknown",
)
Outcome = list[Event] | Refusal


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    if isinstance(command, AssignReview):
        if state.status is not ReviewStatus.NONE:
            return Refusal("review-exists", field="request_id")
        if facts.sent is None:
            return Refusal("fact-unknown", field="sent")
        if not facts.sent:
            return Refusal("request-not-sent", field="request_id")
        return [ReviewAssigned(at=at, by=by, rapporteur=command.rapporteur)]
    if state.status is ReviewStatus.NONE:
        return Refusal("review-unknown", field="request_id")
    match command:
        case DeclareInterest(ground=ground):
            if by in state.interested:
                return Refusal("already-declared")
            return [InterestDeclared(at=at, by=by, ground=ground)]
        case OpenBallot():
            return _open(command, state, facts, by, at)
        case CastVote():
            return _vote(command, state, facts, by, at)
        case CloseBallot():
            return _close(state, facts, by, at)
        case DeliverDecision():
            return _deliver(command, state, by, at)
        case SubmitEvidence() | AcceptEvidence():
            return _evidence(command, state, by, at)
        case ModifyProtocol(changes=changes):
            if state.status is ReviewStatus.BALLOT_OPEN:
                return Refusal("ballot-open", field="request_id")
            protocol = state.protocol + 1
            return [ProtocolModified(at=at, by=by, protocol=protocol, changes=changes)]
        case SuspendDecision(reason=reason):
            if not state.favourable:
                return Refusal("nothing-to-suspend", field="request_id")
            return [DecisionSuspended(at=at, by=by, reason=reason)]
        case _:
            raise TypeError(f"reviews do not know {type(command).__name__}")


def _meeting(facts: BallotFacts) -> Refusal | None:
    for name in ("on_agenda", "quorum", "composition_gaps", "minuted"):
        if getattr(facts, name) is None:
            return Refusal("fact-unknown", field=name)
    if not facts.on_agenda:
        return Refusal("not-on-agenda", field="meeting_id")
    if facts.minuted:
        return Refusal("meeting-over", field="meeting_id")
    if facts.composition_gaps:
        return Refusal("composition-incomplete", items=facts.composition_gaps)
    return None if facts.quorum else Refusal("no-quorum", field="meeting_id")


def _open(
    command: OpenBallot, state: State, facts: BallotFacts, by: SubjectId, at: datetime
) -> Outcome:
    # a ballot that a meeting left open lapses when another meeting opens one
    if state.status is ReviewStatus.BALLOT_OPEN and state.meeting_id == command.meeting_id:
        return Refusal("ballot-open", field="request_id")
    if state.status is ReviewStatus.BALLOT_CLOSED:
        return Refusal("decision-not-delivered", field="request_id")
    final = state.outcome not in (None, EthicsOutcome.PROVISIONAL) and not state.suspended
    if final and state.covers_protocol:
        return Refusal("already-decided", field="request_id")
    return _meeting(facts) or [BallotOpened(at=at, by=by, meeting_id=command.meeting_id)]


def _vote(
    command: CastVote, state: State, facts: VoteFacts, by: SubjectId, at: datetime
) -> Outcome:
    if state.status is not ReviewStatus.BALLOT_OPEN:
        return Refusal("ballot-not-open", field="request_id")
    if by in state.interested:
        return Refusal("member-interested")
    for name in ("present", "has_vote"):
        if getattr(facts, name) is None:
            return Refusal("fact-unknown", field=name)
    if not facts.has_vote:
        return Refusal("no-vote")
    if not facts.present:
        return Refusal("member-not-present")
    if by in dict(state.votes):
        return Refusal("already-voted")
    return [VoteCast(at=at, by=by, vote=command.vote)]


def _close(state: State, facts: BallotFacts, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not ReviewStatus.BALLOT_OPEN:
        return Refusal("ballot-not-open", field="request_id")
    if refusal := _meeting(facts):
        return refusal
    if not state.votes:
        return Refusal("no-votes", field="request_id")
    outcome = outcome_of(dict(state.votes), facts.chair)
    return [BallotClosed(at=at, by=by, outcome=outcome)]


def _deliver(command: DeliverDecision, state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.status is not ReviewStatus.BALLOT_CLOSED or state.ballot_outcome is None:
        return Refusal("ballot-not-closed", field="request_id")
    if not (command.reasons.value or "").strip():
        return Refusal("reasons-missing", field="reasons")
    conditional = state.ballot_outcome is EthicsOutcome.WITH_CONDITIONS
    if conditional and not command.conditions:
        return Refusal("conditions-missing", field="conditions")
    if not conditional and command.conditions:
        return Refusal("conditions-not-decided", field="conditions")
    if len({condition.number for condition in command.conditions}) < len(command.conditions):
        return Refusal("condition-twice", field="conditions")
    delivered = DecisionDelivered(
        at=at,
        by=by,
        outcome=state.ballot_outcome,
        protocol=state.voted_protocol,
        conditions=command.conditions,
        reasons=command.reasons,
    )
    return [delivered]


def _evidence(
    command: SubmitEvidence | AcceptEvidence, state: State, by: SubjectId, at: datetime
) -> Outcome:
    number = command.condition
    if number not in {c.number for c in state.conditions}:
        return Refusal("condition-unknown", field="condition")
    if number in state.accepted:
        return Refusal("already-accepted", field="condition")
    if isinstance(command, SubmitEvidence):
        evidence = command.evidence
        if not (evidence.value or "").strip():
            return Refusal("evidence-missing", field="evidence")
        return [EvidenceSubmitted(at=at, by=by, condition=number, evidence=evidence)]
    if number not in state.submitted:
        return Refusal("evidence-missing", field="condition")
    return [EvidenceAccepted(at=at, by=by, condition=number)]
