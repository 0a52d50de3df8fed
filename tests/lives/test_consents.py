"""Stories of saying something: who can, about what, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives.consents import commands as ask
from governance.lives.consents import events as happened
from governance.lives.consents.words import Given, Says
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, Channel
from governance.vocabulary.purposes import Purpose, Reach
from tests.builders import (
    CITIZEN,
    CLINICAL,
    GENOMIC,
    MAY,
    MOTHER,
    OF_A_MINOR,
    STRANGER,
    a_choice,
    a_study_answer,
    day,
    given_by,
)
from tests.story import NOW, SOMEBODY, given

WITHDRAW_ALL = ask.WithdrawEverything(citizen=CITIZEN, given=given_by())
EVERYTHING_SAID: tuple[Command, ...] = (
    a_choice(),
    a_study_answer(),
    WITHDRAW_ALL,
    ask.SetReach(citizen=CITIZEN, given=given_by(), reach=Reach.EEA),
    ask.OptOut(citizen=CITIZEN, given=given_by()),
    ask.LiftOptOut(citizen=CITIZEN, given=given_by()),
    ask.RecordMinorRefusal(citizen=CITIZEN, given=given_by()),
    ask.LiftMinorRefusal(citizen=CITIZEN, given=given_by()),
)
whatever_is_said = pytest.mark.parametrize(
    "command", EVERYTHING_SAID, ids=lambda command: command.ACT
)


def _said_by(given: Given) -> ask.RecordChoice:
    return a_choice(given=given)


def test_an_act_is_kept_whole() -> None:
    command = a_choice(Says.ALLOW, GENOMIC, CLINICAL)
    given().when(command, facts=MAY).then(
        happened.ChoiceRecorded(
            at=NOW,
            by=SOMEBODY,
            given=command.given,
            cells=frozenset({GENOMIC, CLINICAL}),
            says=Says.ALLOW,
            sheet=command.sheet,
            language=command.language,
            valid_until=None,
            minor_took_part=None,
        )
    )


def test_a_study_has_an_answer_of_its_own() -> None:
    story = given().when(a_study_answer(), facts=MAY).then(happened.StudyAnswered)
    [answer] = story.state.answers
    assert (answer.study, answer.cells) == ("study", frozenset())


def test_everything_is_withdrawn_in_one_step_and_without_a_sheet() -> None:
    facts = replace(MAY, sheet_published=None, age=None)
    given().when(WITHDRAW_ALL, facts=facts).then(happened.EverythingWithdrawn)


@pytest.mark.parametrize("says", [Says.REFUSE, Says.WITHDRAW])
def test_saying_no_needs_neither_sheet_nor_language_nor_age(says: Says) -> None:
    facts = replace(MAY, sheet_published=None, age=None)
    bare = replace(a_choice(says), sheet=None, language=None)
    given().when(bare, facts=facts).then(happened.ChoiceRecorded)


@pytest.mark.parametrize("name", ["registered", "alive", "giver_may_decide"])
@whatever_is_said
def test_what_is_not_known_refuses(command: Command, name: str) -> None:
    unknown: dict[str, Any] = {name: None}
    story = given().when(command, facts=replace(MAY, **unknown))
    story.refused("fact-unknown", field=name)


@whatever_is_said
def test_nobody_unknown_and_nobody_dead_says_anything(command: Command) -> None:
    unregistered = replace(MAY, registered=False)
    given().when(command, facts=unregistered).refused("citizen-not-registered")
    given().when(command, facts=replace(MAY, alive=False)).refused("citizen-deceased")


def test_nothing_counts_from_the_future() -> None:
    tomorrow = _said_by(given_by(effective=day(1)))
    given().when(tomorrow, facts=MAY).refused("effective-in-future")


def test_a_stranger_is_not_the_citizen() -> None:
    posing = _said_by(given_by(STRANGER, capacity=Capacity.SELF))
    given().when(posing, facts=MAY).refused("giver-is-not-the-citizen", field="giver")


@whatever_is_said
def test_only_a_representative_in_force_decides_for_another(command: Any) -> None:
    by_another = replace(command, given=given_by(MOTHER))
    facts = replace(OF_A_MINOR, giver_may_decide=False)
    given().when(by_another, facts=facts).refused("not-a-representative")


def test_the_act_names_cells_that_are_asked() -> None:
    none = replace(a_choice(), cells=frozenset())
    given().when(none, facts=MAY).refused("no-cells", field="cells")
    care = replace(GENOMIC, purpose=Purpose.CARE)
    given().when(a_choice(Says.REFUSE, care), facts=MAY).refused("cell-not-asked")
    given().when(a_study_answer(study=" "), facts=MAY).refused("study-missing")


@pytest.mark.parametrize("age", [band for band in AgeBand if band != AgeBand.ADULT])
@pytest.mark.parametrize("command", [a_choice(), a_study_answer()])
def test_a_minor_cannot_allow_alone(command: Command, age: AgeBand) -> None:
    story = given().when(command, facts=replace(MAY, age=age))
    story.refused("minor-needs-representative", field="capacity")


@pytest.mark.parametrize("says", [Says.REFUSE, Says.WITHDRAW])
def test_a_minor_can_say_no_alone(says: Says) -> None:
    given().when(a_choice(says), facts=OF_A_MINOR).then(happened.ChoiceRecorded)


@pytest.mark.parametrize("age", [AgeBand.FROM_14, AgeBand.FROM_16])
def test_from_14_it_is_recorded_whether_the_minor_took_part(age: AgeBand) -> None:
    facts = replace(MAY, age=age)
    silent = a_choice(given=given_by(MOTHER))
    given().when(silent, facts=facts).refused("participation-not-recorded")
    for took_part in (True, False):
        told = a_choice(given=given_by(MOTHER), took_part=took_part)
        given().when(told, facts=facts).then(happened.ChoiceRecorded)


def test_under_14_a_parent_decides_without_that_record() -> None:
    facts = replace(MAY, age=AgeBand.UNDER_14)
    given().when(_said_by(given_by(MOTHER)), facts=facts).then(happened.ChoiceRecorded)


def test_a_yes_needs_a_published_sheet_in_a_language_and_a_known_age() -> None:
    bare = replace(a_choice(), sheet=None)
    given().when(bare, facts=MAY).refused("sheet-missing", field="sheet")
    draft = replace(MAY, sheet_published=False)
    given().when(a_choice(), facts=draft).refused("sheet-not-published")
    unknown = replace(MAY, sheet_published=None)
    given().when(a_choice(), facts=unknown).refused("fact-unknown")
    silent = replace(a_choice(), language=None)
    given().when(silent, facts=MAY).refused("language-missing", field="language")
    ageless = replace(MAY, age=None)
    given().when(a_choice(), facts=ageless).refused("fact-unknown", field="age")


def test_a_yes_is_valid_for_its_first_day_at_least() -> None:
    today = day_of(NOW)
    given().when(a_choice(until=today), facts=MAY).then(happened.ChoiceRecorded)
    over = a_choice(until=day_of(day(-1)))
    given().when(over, facts=MAY).refused("valid-until-is-past", field="valid_until")


def test_an_answer_keyed_in_late_may_be_over_already() -> None:
    late = a_choice(given=given_by(effective=day(-30)), until=day_of(day(-20)))
    given().when(late, facts=MAY).then(happened.ChoiceRecorded)


def test_an_expiry_is_noted_once_and_only_when_it_came() -> None:
    clock = Given(
        giver=SOMEBODY,
        capacity=Capacity.SELF,
        channel=Channel.SYSTEM,
        effective_at=NOW,
    )
    note = ask.NoteExpiry(citizen=CITIZEN, given=clock, expired_on=day_of(NOW))
    story = given().when(a_choice(until=day_of(NOW)), facts=MAY)
    story = story.then(happened.ChoiceRecorded)
    story.when(note, facts=MAY).refused("nothing-expired")
    story = story.when(note, facts=MAY, at=day(1)).then(happened.ExpiryNoted)
    story.when(note, facts=MAY, at=day(2)).refused("nothing-expired")
