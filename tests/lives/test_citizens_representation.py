"""Stories of who may decide for whom, and of adults with support measures."""

from __future__ import annotations

from datetime import date

import pytest

from governance.lives import citizens
from governance.lives.citizens import commands as ask
from governance.lives.citizens import events as happened
from governance.lives.citizens.state import Mandates
from governance.vocabulary.people import Capacity, SubjectId
from tests.builders import CITIZEN, FATHER, MOTHER, STRANGER, Walk, a_child, a_citizen
from tests.story import given

BORN = date(2015, 3, 1)
MAJORITY = date(2033, 3, 1)


def _appoint(
    who: SubjectId,
    capacity: Capacity,
    since: date = date(2020, 1, 1),
    until: date | None = None,
) -> ask.AppointRepresentative:
    return ask.AppointRepresentative(
        citizen=CITIZEN,
        representative=who,
        capacity=capacity,
        since=since,
        until=until,
    )


def _end(who: SubjectId, until: date) -> ask.EndRepresentation:
    return ask.EndRepresentation(
        citizen=CITIZEN, representative=who, capacity=Capacity.PARENT, until=until
    )


def _mandates(walk: Walk, on: date) -> Mandates | None:
    state = given(*walk, life=citizens).state
    assert isinstance(state, citizens.State)
    return state.mandates_on(on)


def test_both_parents_decide_for_a_child() -> None:
    both = frozenset({(MOTHER, Capacity.PARENT), (FATHER, Capacity.PARENT)})
    child = a_child(parents=(MOTHER, FATHER))
    assert _mandates(child, date(2026, 1, 1)) == both


def test_representation_by_a_parent_ends_by_itself_at_eighteen() -> None:
    child = a_child(born=BORN)
    assert _mandates(child, date(2033, 2, 28)) == frozenset({(MOTHER, Capacity.PARENT)})
    assert _mandates(child, MAJORITY) == frozenset()


def test_a_child_of_the_29th_of_february_comes_of_age_on_the_1st_of_march() -> None:
    child = a_child(born=date(2008, 2, 29))
    assert _mandates(child, date(2026, 2, 28))
    assert _mandates(child, date(2026, 3, 1)) == frozenset()


def test_support_does_not_end_at_eighteen_and_includes_its_last_day() -> None:
    support = _appoint(STRANGER, Capacity.SUPPORT, until=date(2027, 6, 30))
    story = given(*a_citizen()).when(support).then(happened.RepresentativeAppointed)
    whom = {(STRANGER, Capacity.SUPPORT)}
    assert story.state.mandates_on(date(2027, 6, 30)) == whom
    assert story.state.mandates_on(date(2027, 7, 1)) == frozenset()
    assert story.state.mandates_on(date(2019, 12, 31)) == frozenset()


def test_support_measures_are_for_adults() -> None:
    support = _appoint(STRANGER, Capacity.SUPPORT)
    given(*a_child()).when(support).refused("not-an-adult", field="since")


def test_nobody_represents_herself() -> None:
    own = _appoint(CITIZEN, Capacity.GUARDIAN)
    given(*a_child()).when(own).refused("own-representative", field="representative")


@pytest.mark.parametrize("capacity", [Capacity.SELF, Capacity.MINOR_ASSENT])
def test_only_some_capacities_represent(capacity: Capacity) -> None:
    story = given(*a_child()).when(_appoint(STRANGER, capacity))
    story.refused("not-a-representing-capacity", field="capacity")


def test_representation_does_not_end_before_it_begins() -> None:
    backwards = _appoint(STRANGER, Capacity.GUARDIAN, until=date(2019, 1, 1))
    story = given(*a_child()).when(backwards)
    story.refused("representation-ends-before-it-begins", field="until")


@pytest.mark.parametrize("since", [BORN, date(2014, 1, 1), date(2030, 1, 1)])
def test_the_same_representation_is_not_recorded_twice(since: date) -> None:
    again = _appoint(MOTHER, Capacity.PARENT, since)
    given(*a_child(born=BORN)).when(again).refused("representation-exists")


def test_representation_can_begin_anew_after_it_ended() -> None:
    story = given(*a_child()).when(_end(MOTHER, date(2026, 1, 31)))
    story = story.then(happened.RepresentationEnded)
    assert story.state.mandates_on(date(2026, 1, 31))
    assert story.state.mandates_on(date(2026, 2, 1)) == frozenset()
    anew = _appoint(MOTHER, Capacity.PARENT, date(2026, 2, 1))
    story = story.when(anew).then(happened.RepresentativeAppointed)
    assert story.state.mandates_on(date(2026, 2, 1))


@pytest.mark.parametrize(
    ("who", "until"), [(STRANGER, date(2026, 1, 1)), (MOTHER, date(2014, 1, 1))]
)
def test_only_what_is_in_force_can_end(who: SubjectId, until: date) -> None:
    story = given(*a_child(born=BORN)).when(_end(who, until))
    story.refused("representation-unknown", field="representative")


def test_an_adult_is_protected_from_a_day_to_a_day() -> None:
    record = ask.RecordProtection(citizen=CITIZEN, since=date(2026, 1, 1))
    story = given(*a_citizen()).when(record).then(happened.ProtectionRecorded)
    story.when(record).refused("already-protected")
    lift = ask.LiftProtection(citizen=CITIZEN, until=date(2026, 6, 30))
    story = story.when(lift).then(happened.ProtectionLifted)
    days = date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1)
    assert [story.state.protected_on(day) for day in days] == [False, True, False]
    story.when(lift).refused("not-protected")


def test_protection_is_for_adults() -> None:
    record = ask.RecordProtection(citizen=CITIZEN, since=date(2026, 1, 1))
    given(*a_child()).when(record).refused("not-an-adult", field="since")
