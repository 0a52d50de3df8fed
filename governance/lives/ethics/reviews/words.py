"""The words of a review."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.vocabulary.people import SubjectId


class ReviewStatus(StrEnum):
    """Where a review stands."""

    NONE = "none"
    ASSIGNED = "assigned"
    BALLOT_OPEN = "ballot-open"
    BALLOT_CLOSED = "ballot-closed"
    DECIDED = "decided"


class Vote(StrEnum):
    """What a member says in a ballot."""

    FAVOURABLE = "favourable"
    WITH_CONDITIONS = "favourable-with-conditions"
    PROVISIONAL = "provisional"
    UNFAVOURABLE = "unfavourable"
    ABSTAIN = "abstain"


class EthicsOutcome(StrEnum):
    """What the committee decided (Ley 14/2007 12)."""

    FAVOURABLE = "favourable"
    WITH_CONDITIONS = "favourable-with-conditions"
    PROVISIONAL = "provisional"
    UNFAVOURABLE = "unfavourable"


FOR = frozenset({Vote.FAVOURABLE, Vote.WITH_CONDITIONS})
AGAINST = frozenset({Vote.PROVISIONAL, Vote.UNFAVOURABLE})


class InterestGround(StrEnum):
    """The five grounds of Ley 40/2015 23.2."""

    PERSONAL = "personal-interest"
    KINSHIP = "kinship"
    FRIENDSHIP = "friendship-or-enmity"
    EXPERT = "expert-or-witness"
    SERVICE = "service-relation"


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to be shown, by whom, by when."""

    number: int
    owner: SubjectId
    due: date


def outcome_of(votes: dict[SubjectId, Vote], chair: SubjectId | None) -> EthicsOutcome:
    """Votes decide, not members; at a tie the chair's side; without one, provisional.

    Abstentions count for neither side. Among the votes of the winning side the more frequent word
    stands, at equal numbers the more careful one.
    """
    tally = Counter(votes.values())
    yes, no = sum(tally[v] for v in FOR), sum(tally[v] for v in AGAINST)
    if yes == no:
        casting = votes.get(chair) if chair is not None else None
        if casting is None or casting is Vote.ABSTAIN:
            return EthicsOutcome.PROVISIONAL
        yes, no = (1, 0) if casting in FOR else (0, 1)
    if yes > no:
        plain = tally[Vote.FAVOURABLE] > tally[Vote.WITH_CONDITIONS]
        return EthicsOutcome.FAVOURABLE if plain else EthicsOutcome.WITH_CONDITIONS
    provisional = tally[Vote.PROVISIONAL] > tally[Vote.UNFAVOURABLE]
    return EthicsOutcome.PROVISIONAL if provisional else EthicsOutcome.UNFAVOURABLE
