"""Stories of the register: entering, correcting, dying, merging, erasing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from governance.lives.citizens import commands as ask
from governance.lives.citizens import events as happened
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import NO_FACTS, Command
from governance.vocabulary.erasable import Erasable, text
from governance.vocabulary.instants import day_of
from tests.builders import (
    BORN,
    CITIZEN,
    FREE,
    MOTHER,
    STRANGER,
    a_child,
    a_citizen,
    at_noon,
    details,
)
from tests.story import NOW, given

TOMORROW = day_of(NOW) + timedelta(days=1)
REGISTER = ask.RegisterCitizen(citizen=CITIZEN, details=details())
SISTER = Kinship(KinshipKind.SIBLING, STRANGER)
CAN_TAKE = ask.MergeFacts(survivor_can_take=True)
MERGE = ask.MergeDuplicates(citizen=CITIZEN, survivor=STRANGER)
ERASE = ask.EraseDetails(citizen=CITIZEN, reason=text("asked by the citizen"))
NOTE_MAJORITY = ask.NoteMajority(citizen=CITIZEN)


def _death(died: date | None) -> ask.RecordDeath:
    return ask.RecordDeath(citizen=CITIZEN, details=details(died=died))


def test_somebody_enters_the_register() -> None:
    story = given().when(REGISTER, facts=FREE).then(happened.CitizenRegistered)
    assert story.state.identity_known
    assert story.state.age_band_on(day_of(NOW)) is AgeBand.ADULT


def test_nobody_enters_the_register_twice() -> None:
    given(*a_citizen()).when(REGISTER, facts=FREE).refused("citizen-exists")


def test_details_must_be_there() -> None:
    nothing = ask.RegisterCitizen(citizen=CITIZEN, details=Erasable(None))
    given().when(nothing, facts=FREE).refused("details-missing", field="details")


@pytest.mark.parametrize(("free", "code"), [(False, "identifier-taken"), (None, "fact-unknown")])
def test_an_identifier_belongs_to_one_entry(free: bool | None, code: str) -> None:
    facts = ask.DetailsFacts(identifiers_free=free)
    given().when(REGISTER, facts=facts).refused(code)
    correct = ask.CorrectDetails(citizen=CITIZEN, details=details())
    given(*a_citizen()).when(correct, facts=facts).refused(code)


def test_nobody_is_born_tomorrow() -> None:
    unborn = ask.RegisterCitizen(citizen=CITIZEN, details=details(born=TOMORROW))
    given().when(unborn, facts=FREE).refused("born-in-future", field="birth_date")


@pytest.mark.parametrize(
    ("died", "code"),
    [
        (None, "death-missing"),
        (BORN - timedelta(days=1), "death-before-birth"),
        (TOMORROW, "death-in-future"),
    ],
)
def test_a_day_of_death_is_a_day_of_that_life(died: date | None, code: str) -> None:
    given(*a_citizen()).when(_death(died), facts=FREE).refused(code, field="death_date")


def test_a_correction_replaces_the_details() -> None:
    younger = ask.CorrectDetails(citizen=CITIZEN, details=details(born=date(2012, 1, 1)))
    story = given(*a_citizen()).when(younger, facts=FREE).then(happened.DetailsCorrected)
    assert story.state.age_band_on(day_of(NOW)) is AgeBand.FROM_14


def test_the_dead_do_not_die_again() -> None:
    story = given(*a_citizen()).when(_death(date(2026, 9, 1)), facts=FREE)
    story = story.then(happened.DeathRecorded)
    story.when(_death(date(2026, 9, 2)), facts=FREE).refused("citizen-deceased")


def test_a_dead_minor_never_comes_of_age() -> None:
    died = ask.RecordDeath(
        citizen=CITIZEN, details=details(born=date(2015, 3, 1), died=date(2026, 9, 1))
    )
    story = given(*a_child()).when(died, facts=FREE).then(happened.DeathRecorded)
    assert story.state.age_band_on(date(2040, 1, 1)) is AgeBand.UNDER_14
    assert story.state.mandates_on(date(2040, 1, 1))
    story.when(NOTE_MAJORITY, at=at_noon(2040, 1, 1)).refused("not-of-age")


@pytest.mark.parametrize("command", [_death(None), ERASE, NOTE_MAJORITY])
def test_nothing_can_be_asked_of_somebody_unknown(command: Command) -> None:
    facts = FREE if isinstance(command, ask.RecordDeath) else NO_FACTS
    given().when(command, facts=facts).refused("citizen-not-registered", field="citizen")


def test_a_duplicate_is_merged_into_the_survivor() -> None:
    story = given(*a_citizen()).when(MERGE, facts=CAN_TAKE)
    story = story.then(happened.CitizenMerged)
    assert story.state.merged_into == STRANGER
    story.when(ERASE).refused("citizen-merged")


def test_the_survivor_joins_the_duplicate_once() -> None:
    join = ask.JoinDuplicate(citizen=CITIZEN, duplicate=STRANGER)
    story = given(*a_citizen()).when(join).then(happened.DuplicateJoined)
    assert story.state.duplicates == {STRANGER}
    story.when(join).refused("already-joined", field="duplicate")


def test_a_merge_takes_earlier_duplicates_along() -> None:
    join = ask.JoinDuplicate(citizen=CITIZEN, duplicate=MOTHER)
    story = given(*a_citizen().having(join)).when(MERGE, facts=CAN_TAKE, by=MOTHER)
    merged = happened.CitizenMerged(
        at=NOW, by=MOTHER, survivor=STRANGER, with_duplicates=frozenset({MOTHER})
    )
    story.then(merged)


def test_a_survivor_is_not_merged_into_her_own_duplicate() -> None:
    walk = a_citizen().having(ask.JoinDuplicate(citizen=CITIZEN, duplicate=STRANGER))
    given(*walk).when(MERGE, facts=CAN_TAKE).refused("survivor-cannot-take")


@pytest.mark.parametrize(
    ("can_take", "code"), [(False, "survivor-cannot-take"), (None, "fact-unknown")]
)
def test_only_a_registered_survivor_can_take(can_take: bool | None, code: str) -> None:
    facts = ask.MergeFacts(survivor_can_take=can_take)
    given(*a_citizen()).when(MERGE, facts=facts).refused(code)


def test_an_entry_is_not_its_own_duplicate() -> None:
    merge = ask.MergeDuplicates(citizen=CITIZEN, survivor=CITIZEN)
    given(*a_citizen()).when(merge, facts=CAN_TAKE).refused("same-entry")
    join = ask.JoinDuplicate(citizen=CITIZEN, duplicate=CITIZEN)
    given(*a_citizen()).when(join).refused("same-entry")


def test_a_relative_is_declared_and_taken_back() -> None:
    declare = ask.DeclareKinship(citizen=CITIZEN, kinship=SISTER)
    story = given(*a_citizen()).when(declare).then(happened.KinshipDeclared)
    assert story.state.kin == {SISTER}
    story.when(declare).refused("kinship-exists", field="kinship")
    story = story.when(ask.EndKinship(citizen=CITIZEN, kinship=SISTER))
    assert story.then(happened.KinshipEnded).state.kin == frozenset()


def test_a_relative_never_declared_cannot_be_taken_back() -> None:
    end = ask.EndKinship(citizen=CITIZEN, kinship=SISTER)
    given(*a_citizen()).when(end).refused("kinship-unknown", field="kinship")


def test_nobody_is_her_own_relative() -> None:
    own = Kinship(KinshipKind.OTHER, CITIZEN)
    declare = ask.DeclareKinship(citizen=CITIZEN, kinship=own)
    given(*a_citizen()).when(declare).refused("own-relative", field="kinship")


def test_after_erasure_nothing_is_known_and_nothing_can_be_asked() -> None:
    story = given(*a_child()).when(ERASE).then(happened.DetailsErased)
    assert not story.state.identity_known
    assert story.state.age_band_on(day_of(NOW)) is None
    assert story.state.mandates_on(day_of(NOW)) is None
    assert story.state.protected_on(day_of(NOW)) is None
    correct = ask.CorrectDetails(citizen=CITIZEN, details=details())
    story.when(correct, facts=FREE).refused("citizen-erased", field="citizen")


def test_erased_values_replay_without_their_values() -> None:
    registered = happened.CitizenRegistered(at=NOW, by=MOTHER, details=Erasable(None))
    kin = happened.KinshipDeclared(at=NOW, by=MOTHER, kinship=Erasable(None))
    story = given(registered, kin).when(ERASE)
    story.refused("citizen-erased")
    assert story.state.kin == frozenset()


def test_coming_of_age_is_noted_once_and_not_early() -> None:
    child = a_child(born=date(2008, 10, 6))
    given(*child).when(NOTE_MAJORITY).refused("not-of-age")
    story = given(*child).when(NOTE_MAJORITY, at=at_noon(2026, 10, 6))
    story = story.then(happened.MajorityNoted)
    story.when(NOTE_MAJORITY, at=at_noon(2026, 10, 7)).refused("majority-already-noted")
