"""Stories of what stands: later over earlier, no over yes, and yeses that no longer count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives import consents
from governance.lives.consents import commands as ask
from governance.lives.consents.standing import (
    Context,
    Standing,
    standing,
    study_answer,
)
from governance.lives.consents.words import Says
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.instants import MICROSECOND, day_of, start_of
from governance.vocabulary.people import Capacity, SubjectId
from tests.builders import (
    CITIZEN,
    CLINICAL,
    FATHER,
    GENOMIC,
    MAY,
    MOTHER,
    SHEET,
    STRANGER,
    Walk,
    a_choice,
    a_study_answer,
    day,
    given_by,
)
from tests.story import given

ALLOW, REFUSE, WITHDRAW = Says
LATER = day(100)
NOW_CONTEXT = Context(
    at=LATER,
    selves=frozenset({CITIZEN}),
    mandates=frozenset(),
    died_on=None,
    sheet_majors={SHEET: 1},
)
MOTHER_DECIDES = replace(NOW_CONTEXT, mandates=frozenset({(MOTHER, Capacity.PARENT)}))
BOTH_DECIDE = replace(
    NOW_CONTEXT,
    mandates=frozenset({(MOTHER, Capacity.PARENT), (FATHER, Capacity.PARENT)}),
)


def _state(*commands: ask._ConsentCommand) -> consents.State:
    walk = Walk()
    for command in commands:
        walk = walk.having(command, facts=MAY, at=LATER)
    state = given(*walk, life=consents).state
    assert isinstance(state, consents.State)
    return state


def _on(days: int, says: Says = ALLOW, giver: SubjectId = CITIZEN) -> ask.RecordChoice:
    said = given_by(giver, effective=day(days))
    return a_choice(says, given=said, took_part=True)


def _all_withdrawn(days: int) -> ask.WithdrawEverything:
    return ask.WithdrawEverything(citizen=CITIZEN, given=given_by(effective=day(days)))


def _stands(*commands: ask._ConsentCommand, context: Context = NOW_CONTEXT) -> CellAnswer:
    return standing(_state(*commands), GENOMIC, context).answer


def test_who_was_never_asked_allowed_nothing() -> None:
    assert _stands() is CellAnswer.NONE
    assert _stands(a_choice(ALLOW, CLINICAL)) is CellAnswer.NONE


def test_what_counts_later_does_not_count_yet() -> None:
    context = replace(NOW_CONTEXT, at=day(4))
    assert _stands(_on(5), context=context) is CellAnswer.NONE
    assert _stands(_on(4), context=context) is CellAnswer.ALLOWED


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        (ALLOW, CellAnswer.ALLOWED),
        (REFUSE, CellAnswer.REFUSED),
        (WITHDRAW, CellAnswer.WITHDRAWN),
    ],
)
def test_the_latest_thing_said_stands(says: Says, answer: CellAnswer) -> None:
    for earlier in Says:
        assert _stands(_on(1, earlier), _on(2, says)) is answer


def test_at_equal_times_no_beats_yes_in_whatever_order() -> None:
    assert _stands(_on(1, REFUSE), _on(1)) is CellAnswer.REFUSED
    assert _stands(_on(1), _on(1, REFUSE)) is CellAnswer.REFUSED
    assert _stands(_on(1, WITHDRAW), _on(1, REFUSE)) is CellAnswer.WITHDRAWN


def test_of_two_yeses_at_equal_times_the_one_recorded_last_stands() -> None:
    over = a_choice(until=day_of(day(1)))
    assert _stands(over, a_choice()) is CellAnswer.ALLOWED
    assert _stands(a_choice(), over) is CellAnswer.EXPIRED


def test_what_is_keyed_in_late_never_revives_what_was_withdrawn_after_it() -> None:
    assert _stands(_on(1), _on(5, WITHDRAW), _on(3)) is CellAnswer.WITHDRAWN
    assert _stands(_all_withdrawn(5), _on(3)) is CellAnswer.WITHDRAWN


def test_withdrawing_everything_ends_every_cell_and_study() -> None:
    state = _state(_on(1), a_study_answer(), _all_withdrawn(2))
    assert standing(state, CLINICAL, NOW_CONTEXT).answer is CellAnswer.WITHDRAWN
    answer = study_answer(state, "study", NOW_CONTEXT)
    assert answer is not None
    assert answer.answer is CellAnswer.WITHDRAWN


def test_a_study_that_was_never_answered_has_no_answer() -> None:
    state = _state(_on(1), _all_withdrawn(2), a_study_answer(study="other"))
    assert study_answer(state, "study", NOW_CONTEXT) is None
    before = replace(NOW_CONTEXT, at=day(-1))
    assert study_answer(state, "other", before) is None


def test_a_study_answer_says_nothing_about_the_cells() -> None:
    state = _state(_on(1, REFUSE), a_study_answer())
    assert standing(state, GENOMIC, NOW_CONTEXT).answer is CellAnswer.REFUSED
    answer = study_answer(state, "study", NOW_CONTEXT)
    assert answer is not None
    assert answer.answer is CellAnswer.ALLOWED


def test_the_last_day_of_an_answer_is_a_whole_day_in_madrid() -> None:
    last = day_of(day(10))
    command = a_choice(until=last)
    midnight = start_of(day_of(day(11)))
    until = replace(NOW_CONTEXT, at=midnight - MICROSECOND)
    assert _stands(command, context=until) is CellAnswer.ALLOWED
    over = replace(NOW_CONTEXT, at=midnight)
    assert _stands(command, context=over) is CellAnswer.EXPIRED


def test_an_older_yes_does_not_come_back_when_the_latest_expires() -> None:
    brief = a_choice(given=given_by(effective=day(2)), until=day_of(day(3)))
    assert _stands(_on(1), brief) is CellAnswer.EXPIRED


@pytest.mark.parametrize("majors", [{SHEET: 2}, {SHEET: None}, {}])
def test_a_replaced_or_retired_sheet_asks_again(majors: dict[str, int | None]) -> None:
    context = replace(NOW_CONTEXT, sheet_majors=majors)
    assert _stands(_on(1), context=context) is CellAnswer.SHEET_INVALID
    assert _stands(_on(1, REFUSE), context=context) is CellAnswer.REFUSED


def test_a_representatives_answer_counts_while_the_mandate_does() -> None:
    command = _on(1, ALLOW, MOTHER)
    assert _stands(command, context=MOTHER_DECIDES) is CellAnswer.ALLOWED
    assert _stands(command) is CellAnswer.CAPACITY_INVALID
    refused = _on(1, REFUSE, MOTHER)
    assert _stands(refused) is CellAnswer.CAPACITY_INVALID


def test_a_mandate_counts_in_its_own_capacity_only() -> None:
    support = frozenset({(MOTHER, Capacity.SUPPORT)})
    context = replace(NOW_CONTEXT, mandates=support)
    lapsed = _on(1, ALLOW, MOTHER)
    assert _stands(lapsed, context=context) is CellAnswer.CAPACITY_INVALID


def test_a_no_in_one_capacity_outlives_a_yes_in_another() -> None:
    twice = frozenset({(MOTHER, Capacity.PARENT), (MOTHER, Capacity.GUARDIAN)})
    as_guardian = given_by(MOTHER, capacity=Capacity.GUARDIAN, effective=day(5))
    commands = _on(1, REFUSE, MOTHER), a_choice(given=as_guardian, took_part=True)
    context = replace(NOW_CONTEXT, mandates=twice)
    assert _stands(*commands, context=context) is CellAnswer.REFUSED


def test_an_adults_own_answer_stays_when_representation_ends() -> None:
    by_mother = _on(3, REFUSE, MOTHER)
    assert _stands(_on(5), by_mother) is CellAnswer.ALLOWED
    assert _stands(_on(1), by_mother) is CellAnswer.ALLOWED


@pytest.mark.parametrize("says", [REFUSE, WITHDRAW])
def test_the_no_of_one_parent_stands(says: Says) -> None:
    for mother, father in ((ALLOW, says), (says, ALLOW)):
        commands = _on(1, mother, MOTHER), _on(9, father, FATHER)
        assert _stands(*commands, context=BOTH_DECIDE) is not CellAnswer.ALLOWED
    lapsed = _on(1, says, FATHER)
    stands = _stands(_on(1, ALLOW, MOTHER), lapsed, context=MOTHER_DECIDES)
    assert stands is CellAnswer.ALLOWED


def test_the_yes_of_one_parent_is_enough_and_both_are_named() -> None:
    alone = _stands(_on(1, ALLOW, MOTHER), context=BOTH_DECIDE)
    assert alone is CellAnswer.ALLOWED
    both = _state(_on(1, ALLOW, MOTHER), _on(2, ALLOW, FATHER))
    found = standing(both, GENOMIC, BOTH_DECIDE)
    assert {answer.given.giver for answer in found.by} == {MOTHER, FATHER}


def test_a_minors_own_no_stands_over_her_mother() -> None:
    commands = _on(1, REFUSE), _on(9, ALLOW, MOTHER)
    assert _stands(*commands, context=MOTHER_DECIDES) is CellAnswer.REFUSED


def test_nothing_new_is_allowed_after_death_and_the_old_yes_stays() -> None:
    died = replace(NOW_CONTEXT, died_on=day_of(day(5)))
    assert _stands(_on(5), context=died) is CellAnswer.ALLOWED
    assert _stands(_on(6), context=died) is CellAnswer.CAPACITY_INVALID


def test_a_merged_duplicate_and_the_survivor_are_one_giver() -> None:
    as_duplicate = replace(
        a_choice(WITHDRAW, given=given_by(STRANGER, capacity=Capacity.SELF)),
        citizen=STRANGER,
    )
    walk = Walk().having(as_duplicate, facts=MAY)
    walk = walk.having(_on(5), facts=MAY, at=LATER)
    state = given(*walk, life=consents).state
    one = replace(NOW_CONTEXT, selves=frozenset({CITIZEN, STRANGER}))
    assert standing(state, GENOMIC, one).answer is CellAnswer.ALLOWED
    earlier = replace(one, at=day(4))
    assert standing(state, GENOMIC, earlier) == Standing(CellAnswer.WITHDRAWN)
