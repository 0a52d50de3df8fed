"""What can be asked of a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.ethics.reviews.words import Condition, InterestGround, Vote
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class AssignFacts:
    """What a review needs of the request."""

    sent: bool | None
    """``access-request.sent-to-ethics.v1``: from then on nobody rewrites it."""


@dataclass(frozen=True, slots=True)
class BallotFacts:
    """What a ballot needs of the committee and the meeting."""

    on_agenda: bool | None
    """``ethics.meeting-convened.v1`` names the request."""
    quorum: bool | None
    """Who is present, against who sits, by the quorum rule in force."""
    composition_gaps: tuple[str, ...] | None
    """What the committee lacks on the day of the meeting."""
    minuted: bool | None
    """``ethics.minutes-approved.v1``: nothing more happens in that meeting."""
    chair: SubjectId | None
    """Who chairs on that day."""


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """What a vote needs of its voter."""

    present: bool | None
    has_vote: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReviewCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    request_id: str

    @property
    def stream(self) -> str:
        """The review of that request."""
        return self.request_id


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignReview(_ReviewCommand):
    """Begin: a member reports on the request."""

    ACT: ClassVar[Act] = Act.ASSIGN_REVIEW
    FACTS: ClassVar[type] = AssignFacts
    rapporteur: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareInterest(_ReviewCommand):
    """Abstain from this request, on one of five grounds."""

    ACT: ClassVar[Act] = Act.DECLARE_INTEREST
    ground: InterestGround


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBallot(_ReviewCommand):
    """Let the committee vote, in a meeting."""

    ACT: ClassVar[Act] = Act.OPEN_BALLOT
    FACTS: ClassVar[type] = BallotFacts
    meeting_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote(_ReviewCommand):
    """Vote; nobody sees votes before the ballot is closed."""

    ACT: ClassVar[Act] = Act.CAST_VOTE
    FACTS: ClassVar[type] = VoteFacts
    vote: Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseBallot(_ReviewCommand):
    """End the ballot; its outcome is computed."""

    ACT: ClassVar[Act] = Act.CLOSE_BALLOT
    FACTS: ClassVar[type] = BallotFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverDecision(_ReviewCommand):
    """Write down what the ballot decided, with its conditions."""

    ACT: ClassVar[Act] = Act.DELIVER_DECISION
    conditions: tuple[Condition, ...]
    reasons: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitEvidence(_ReviewCommand):
    """Show that a condition is met."""

    ACT: ClassVar[Act] = Act.SUBMIT_EVIDENCE
    condition: int
    evidence: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptEvidence(_ReviewCommand):
    """The condition is met."""

    ACT: ClassVar[Act] = Act.ACCEPT_EVIDENCE
    condition: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifyProtocol(_ReviewCommand):
    """Change the protocol: a new favourable decision is needed (Ley 14/2007 16)."""

    ACT: ClassVar[Act] = Act.MODIFY_PROTOCOL
    changes: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendDecision(_ReviewCommand):
    """The decision no longer stands."""

    ACT: ClassVar[Act] = Act.SUSPEND_DECISION
    reason: FreeText


COMMANDS = (
    AssignReview,
    DeclareInterest,
    OpenBallot,
    CastVote,
    CloseBallot,
    DeliverDecision,
    SubmitEvidence,
    AcceptEvidence,
    ModifyProtocol,
    SuspendDecision,
)
