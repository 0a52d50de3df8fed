"""Stories of the opt-out, of a minor's own refusal, and of how far data may go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from governance.lives import consents
from governance.lives.consents import commands as ask
from governance.lives.consents import events as happened
from governance.lives.consents.standing import Context, opted_out, own_refusal, reach
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import Reach
from tests.builders import (
    CITIZEN,
    FATHER,
    MAY,
    MOTHER,
    OF_A_MINOR,
    Walk,
    day,
    given_by,
)
from tests.story import given

BOTH_PARENTS = frozenset({(MOTHER, Capacity.PARENT), (FATHER, Capacity.PARENT)})
LATER = day(100)


def _context(
    at: datetime,
    *,
    mandates: frozenset[tuple[SubjectId, Capacity]] = frozenset(),
    died_on: date | None = None,
) -> Context:
    return Context(
        at=at,
        selves=frozenset({CITIZEN}),
        mandates=mandates,
        died_on=died_on,
        sheet_majors={},
    )


def _state(walk: Walk) -> consents.State:
    state = given(*walk, life=consents).state
    assert isinstance(state, consents.State)
    return state


def _opt_out(effective: datetime) -> ask.OptOut:
    return ask.OptOut(citizen=CITIZEN, given=given_by(effective=effective))


def _lift(effective: datetime) -> ask.LiftOptOut:
    return ask.LiftOptOut(citizen=CITIZEN, given=given_by(effective=effective))


def _go(limit: Reach, giver: SubjectId = CITIZEN, on: int = 0) -> ask.SetReach:
    said = given_by(giver, effective=day(on))
    return ask.SetReach(citizen=CITIZEN, given=said, reach=limit)


def _saying(*commands: ask._ConsentCommand) -> Walk:
    walk = Walk()
    for command in commands:
        walk = walk.having(command, facts=OF_A_MINOR, at=LATER)
    return walk


def test_opting_out_is_one_step_and_so_is_coming_back() -> None:
    story = given().when(_opt_out(day(0)), facts=MAY).then(happened.OptedOut)
    story.when(_opt_out(day(0)), facts=MAY).refused("already-opted-out")
    story = story.when(_lift(day(1)), facts=MAY, at=day(1)).then(happened.OptOutLifted)
    instants = (day(-1), day(0), day(1))
    context = [_context(at) for at in instants]
    assert [opted_out(story.state, one) for one in context] == [False, True, False]
    story.when(_lift(day(2)), facts=MAY, at=day(2)).refused("not-opted-out")


def test_an_opt_out_keyed_in_late_counts_from_when_it_was_said() -> None:
    state = _state(_saying(_opt_out(day(-30))))
    assert opted_out(state, _context(day(-30)))
    assert not opted_out(state, _context(day(-31)))


def test_a_lifting_keyed_in_late_does_not_undo_a_later_opt_out() -> None:
    walk = _saying(_opt_out(day(0)), _lift(day(2)), _opt_out(day(5)), _lift(day(1)))
    assert opted_out(_state(walk), _context(LATER))


def test_at_equal_times_the_opt_out_stands() -> None:
    walk = _saying(_opt_out(day(0)), _lift(day(0)))
    assert opted_out(_state(walk), _context(LATER))


def test_nobody_lifts_the_opt_out_of_the_dead() -> None:
    state = _state(_saying(_opt_out(day(0)), _lift(day(9))))
    died = day_of(day(8))
    assert not opted_out(state, _context(LATER))
    assert opted_out(state, _context(LATER, died_on=died))
    assert not opted_out(state, _context(LATER, died_on=day_of(day(9))))


def _refuse(effective: datetime) -> ask.RecordMinorRefusal:
    return ask.RecordMinorRefusal(citizen=CITIZEN, given=given_by(effective=effective))


def _relent(effective: datetime) -> ask.LiftMinorRefusal:
    return ask.LiftMinorRefusal(citizen=CITIZEN, given=given_by(effective=effective))


def test_a_minor_says_no_and_takes_it_back() -> None:
    story = given().when(_refuse(day(0)), facts=OF_A_MINOR).then(happened.MinorRefused)
    story.when(_refuse(day(0)), facts=OF_A_MINOR).refused("already-refused")
    assert own_refusal(story.state, _context(LATER))
    story = story.when(_relent(day(1)), facts=OF_A_MINOR, at=day(1))
    story = story.then(happened.MinorRefusalLifted)
    assert not own_refusal(story.state, _context(LATER))
    assert own_refusal(story.state, _context(LATER, died_on=day_of(day(0))))
    story.when(_relent(day(2)), facts=OF_A_MINOR, at=day(2)).refused("not-refused")


@pytest.mark.parametrize("command", [_refuse(day(0)), _relent(day(0))])
def test_nobody_says_the_minors_no_for_her(
    command: ask.RecordMinorRefusal | ask.LiftMinorRefusal,
) -> None:
    by_mother = replace(command, given=given_by(MOTHER))
    story = given().when(by_mother, facts=OF_A_MINOR)
    story.refused("minor-says-it-herself", field="capacity")


def test_an_adult_answers_instead_of_refusing_as_a_minor() -> None:
    given().when(_refuse(day(0)), facts=MAY).refused("not-a-minor", field="citizen")
    ageless = replace(MAY, age=None)
    given().when(_refuse(day(0)), facts=ageless).refused("fact-unknown", field="age")


def test_who_never_said_how_far_did_not_say_anywhere() -> None:
    assert reach(consents.EMPTY, _context(LATER)) is None
    said_later = _state(_saying(_go(Reach.WORLD, on=3)))
    assert reach(said_later, _context(day(2))) is None


def test_the_latest_reach_stands_and_at_equal_times_the_narrower() -> None:
    walk = _saying(_go(Reach.SPAIN), _go(Reach.WORLD, on=1))
    assert reach(_state(walk), _context(LATER)) is Reach.WORLD
    tie = _saying(_go(Reach.EEA), _go(Reach.WORLD), _go(Reach.EEA))
    assert reach(_state(tie), _context(LATER)) is Reach.EEA
    late = _saying(_go(Reach.SPAIN, on=2), _go(Reach.WORLD, on=1))
    assert reach(_state(late), _context(LATER)) is Reach.SPAIN


def test_of_two_parents_the_narrower_reach_stands() -> None:
    state = _state(_saying(_go(Reach.WORLD, MOTHER), _go(Reach.SPAIN, FATHER)))
    assert reach(state, _context(LATER, mandates=BOTH_PARENTS)) is Reach.SPAIN
    mother_only = frozenset({(MOTHER, Capacity.PARENT)})
    assert reach(state, _context(LATER, mandates=mother_only)) is Reach.WORLD
    assert reach(state, _context(LATER)) is None


def test_the_reach_of_the_dead_stays_as_it_was() -> None:
    state = _state(_saying(_go(Reach.SPAIN), _go(Reach.WORLD, on=9)))
    assert reach(state, _context(LATER, died_on=day_of(day(8)))) is Reach.SPAIN
