"""The conditions of a decision of the committee, and how far each is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.lives.ethics.reviews.state import State
from governance.policy.deadlines import missed
from governance.views.people import Person
from governance.vocabulary.people import SubjectId


class ConditionStatus(StrEnum):
    """How far a condition is met."""

    OPEN = "open"
    SUBMITTED = "submitted"
    MET = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionShown:
    """What has to be shown, by whom, by when; what exactly, the decision's text says."""

    number: int
    owner: Person
    due: date
    status: ConditionStatus
    overdue: bool


def conditions_of(
    state: State, people: Mapping[SubjectId, Person], today: date
) -> tuple[ConditionShown, ...]:
    """Those of the last decision; ``people`` must know their owners."""
    return tuple(
        ConditionShown(
            number=one.number,
            owner=people[one.owner],
            due=one.due,
            status=_status(state, one.number),
            overdue=one.number not in state.accepted and missed(one.due, today),
        )
        for one in state.conditions
    )


def _status(state: State, number: int) -> ConditionStatus:
    if number in state.accepted:
        return ConditionStatus.MET
    return ConditionStatus.SUBMITTED if number in state.submitted else ConditionStatus.OPEN
