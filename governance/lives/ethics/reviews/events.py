"""What has happened to a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.lives.ethics.reviews.words import (
    Condition,
    EthicsOutcome,
    InterestGround,
    Vote,
)
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAssigned(Event):
    """The review began."""

    CODE: ClassVar[str] = "ethics.review-assigned.v1"
    rapporteur: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestDeclared(Event):
    """Whoever recorded this takes no part."""

    CODE: ClassVar[str] = "ethics.interest-declared.v1"
    ground: InterestGround


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotOpened(Event):
    """Members vote, in that meeting."""

    CODE: ClassVar[str] = "ethics.ballot-opened.v1"
    meeting_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast(Event):
    """Whoever recorded this voted so."""

    CODE: ClassVar[str] = "ethics.vote-cast.v1"
    vote: Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotClosed(Event):
    """The votes came to this."""

    CODE: ClassVar[str] = "ethics.ballot-closed.v1"
    outcome: EthicsOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDelivered(Event):
    """The decision, for one protocol version."""

    CODE: ClassVar[str] = "ethics.decision-delivered.v1"
    outcome: EthicsOutcome
    protocol: int
    conditions: tuple[Condition, ...]
    reasons: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSubmitted(Event):
    """Evidence for a condition came in."""

    CODE: ClassVar[str] = "ethics.evidence-submitted.v1"
    condition: int
    evidence: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAccepted(Event):
    """The condition is met."""

    CODE: ClassVar[str] = "ethics.evidence-accepted.v1"
    condition: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolModified(Event):
    """There is a new protocol version."""

    CODE: ClassVar[str] = "ethics.protocol-modified.v1"
    protocol: int
    changes: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSuspended(Event):
    """The decision no longer stands."""

    CODE: ClassVar[str] = "ethics.decision-suspended.v1"
    reason: FreeText


EVENTS = (
    ReviewAssigned,
    InterestDeclared,
    BallotOpened,
    VoteCast,
    BallotClosed,
    DecisionDelivered,
    EvidenceSubmitted,
    EvidenceAccepted,
    ProtocolModified,
    DecisionSuspended,
)
