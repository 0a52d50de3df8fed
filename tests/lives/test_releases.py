"""Stories of releases: prepared, signed twice, frozen, delivered or withheld, recalled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives.releases import commands as ask
from governance.lives.releases import events as happened
from governance.lives.releases.words import ReleaseStatus, Source
from governance.vocabulary.entries import NO_FACTS, Command
from governance.vocabulary.instants import Instant
from tests.builders import CITIZEN, CLINICAL, FATHER, MOTHER, Walk, at_noon
from tests.permit_builders import (
    CAN_BE_MEANT,
    DATASET,
    DELIVER,
    FIRST_OFFICER,
    FREEZE,
    NO_RULE_REFUSES,
    PREPARE,
    PREPARER,
    RECIPE,
    RELEASE,
    SECOND_OFFICER,
    SIGN,
    WHY,
    a_release,
)
from tests.story import NOW, given

CANCEL = ask.CancelRelease(release_id=RELEASE, reason=WHY)
WITHHOLD = ask.WithholdRelease(release_id=RELEASE, reasons=("R-03",))
RECALL = ask.RecallRelease(release_id=RELEASE, reason=WHY)
NOTIFY = ask.NotifyRemoval(
    release_id=RELEASE, notice_id="first", citizens=frozenset({CITIZEN, MOTHER})
)
CONFIRM = ask.ConfirmRemoval(release_id=RELEASE, notice_id="first")


def test_a_recipe_is_laid_down_once() -> None:
    story = given().when(PREPARE, facts=CAN_BE_MEANT, by=PREPARER)
    story = story.then(happened.ReleasePrepared)
    assert story.state.prepared_by == PREPARER
    story.when(PREPARE, facts=CAN_BE_MEANT).refused("release-exists")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"cells": frozenset()}, "recipe-empty"),
        ({"sources": ()}, "recipe-empty"),
        ({"sources": (Source(dataset_id=DATASET, version=1, media="table"),)}, "recipe-empty"),
        ({"k": 1}, "recipe-too-loose"),
        ({"minimum_cohort": 4}, "recipe-too-loose"),
    ],
)
def test_a_recipe_says_what_leaves_and_hides_people_in_groups(
    change: dict[str, Any], code: str
) -> None:
    command = replace(PREPARE, recipe=replace(RECIPE, **change))
    given().when(command, facts=CAN_BE_MEANT).refused(code, field="recipe")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (ask.RecipeFacts(permit_exists=None, sources_exist=True), "fact-unknown"),
        (ask.RecipeFacts(permit_exists=True, sources_exist=None), "fact-unknown"),
        (ask.RecipeFacts(permit_exists=False, sources_exist=True), "permit-unknown"),
        (ask.RecipeFacts(permit_exists=True, sources_exist=False), "source-unknown"),
    ],
)
def test_a_recipe_names_what_exists(facts: ask.RecipeFacts, code: str) -> None:
    given().when(PREPARE, facts=facts).refused(code)


def test_two_different_officers_sign() -> None:
    story = given(*a_release()).when(SIGN, by=FIRST_OFFICER)
    story = story.then(happened.ReleaseSigned)
    assert story.state.status is ReleaseStatus.PREPARED
    story.when(SIGN, by=FIRST_OFFICER).refused("already-signed")
    story.when(FREEZE, facts=NO_RULE_REFUSES).refused("release-not-signed")
    story = story.when(SIGN, by=SECOND_OFFICER).then(happened.ReleaseSigned)
    assert story.state.signed_by == (FIRST_OFFICER, SECOND_OFFICER)
    story.when(SIGN, by=PREPARER).refused("release-not-prepared")


@pytest.mark.parametrize(
    "change",
    [
        {"cells": RECIPE.cells | {CLINICAL}},
        {"k": 6},
        {"minimum_cohort": 11},
        {"preview_allowed": 61},
        {"preview_considered": 101},
        {"environment_id": "spe-2"},
        {"permit_id": "another"},
        {"requester": FATHER},
        {"sources": (Source(dataset_id=DATASET, version=2, media="variants"),)},
    ],
)
def test_a_signature_covers_every_part_of_the_recipe(change: dict[str, Any]) -> None:
    another = replace(RECIPE, **change).digest()
    story = given(*a_release()).when(replace(SIGN, recipe_digest=another))
    story.refused("recipe-changed", field="recipe_digest")


@pytest.mark.parametrize("walk", [a_release(), a_release().signed()])
def test_a_release_is_given_up_before_the_freeze(walk: Walk) -> None:
    story = given(*walk).when(CANCEL).then(happened.ReleaseCancelled)
    story.when(SIGN, by=PREPARER).refused("release-not-prepared")
    story.when(FREEZE, facts=NO_RULE_REFUSES).refused("release-not-signed")


def test_the_freeze_fixes_the_instant() -> None:
    story = given(*a_release().signed()).when(FREEZE, facts=NO_RULE_REFUSES)
    assert story.then(happened.ReleaseFrozen).state.frozen_at == NOW


@pytest.mark.parametrize(
    ("walk", "command"),
    [(a_release().signed(), FREEZE), (a_release().frozen(), DELIVER)],
)
def test_nothing_goes_on_against_a_rule(walk: Walk, command: Command) -> None:
    refusing = ask.VerdictFacts(refused_by=("R-02", "R-19"))
    story = given(*walk).when(command, facts=refusing)
    story.refused("release-refused", rules=("R-02", "R-19"))
    unknown = ask.VerdictFacts(refused_by=None)
    given(*walk).when(command, facts=unknown).refused("fact-unknown")


def test_a_package_is_delivered_with_both_instants() -> None:
    story = given(*a_release().frozen()).when(DELIVER, facts=NO_RULE_REFUSES)
    state = story.then(happened.ReleaseDelivered).state
    assert state.last_pass == Instant(42, at_noon(2026, 11, 2))
    assert (state.people, state.removed_in_last_pass) == (60, 1)
    assert state.package_hash == "00" * 32


def test_a_frozen_release_is_withheld_for_named_reasons() -> None:
    story = given(*a_release().frozen()).when(WITHHOLD).then(happened.ReleaseWithheld)
    assert story.state.reasons == ("R-03",)
    story.when(DELIVER, facts=NO_RULE_REFUSES).refused("release-not-frozen")
    silent = replace(WITHHOLD, reasons=())
    story = given(*a_release().frozen()).when(silent)
    story.refused("reasons-missing", field="reasons")


@pytest.mark.parametrize(
    ("walk", "command", "code"),
    [
        (Walk(), SIGN, "release-not-prepared"),
        (Walk(), CANCEL, "release-not-prepared"),
        (a_release().frozen(), CANCEL, "release-not-prepared"),
        (a_release().delivered(), CANCEL, "release-not-prepared"),
        (a_release(), FREEZE, "release-not-signed"),
        (a_release().frozen(), FREEZE, "release-not-signed"),
        (a_release().signed(), DELIVER, "release-not-frozen"),
        (a_release().delivered(), DELIVER, "release-not-frozen"),
        (a_release().signed(), WITHHOLD, "release-not-frozen"),
        (a_release().delivered(), WITHHOLD, "release-not-frozen"),
        (a_release().frozen(), RECALL, "release-not-delivered"),
        (a_release().frozen(), NOTIFY, "release-not-delivered"),
        (a_release().delivered().having(RECALL), NOTIFY, "release-not-delivered"),
        (a_release().delivered().having(RECALL), RECALL, "release-not-delivered"),
    ],
)
def test_every_step_has_its_time(walk: Walk, command: Command, code: str) -> None:
    facts = NO_RULE_REFUSES if command.FACTS is ask.VerdictFacts else NO_FACTS
    given(*walk).when(command, facts=facts).refused(code)


def test_a_removal_notice_is_tracked_to_its_confirmation() -> None:
    story = given(*a_release().delivered()).when(NOTIFY).then(happened.RemovalNotified)
    assert story.state.open_notices == ("first",)
    story = story.when(CONFIRM).then(happened.RemovalConfirmed)
    assert story.state.open_notices == ()
    story.when(CONFIRM).refused("already-confirmed", field="notice_id")


def test_nobody_is_notified_twice() -> None:
    story = given(*a_release().delivered()).when(NOTIFY).then(happened.RemovalNotified)
    story.when(NOTIFY).refused("notice-exists", field="notice_id")
    again = replace(NOTIFY, notice_id="second")
    story.when(again).refused("nobody-to-remove", field="citizens")
    more = replace(again, citizens=frozenset({CITIZEN, FATHER}))
    story = story.when(more).then(happened.RemovalNotified)
    assert dict(story.state.notices)["second"] == {FATHER}


def test_a_notice_that_never_went_out_is_not_confirmed() -> None:
    story = given(*a_release().delivered())
    story.when(CONFIRM).refused("notice-unknown", field="notice_id")


def test_a_recalled_package_still_owes_its_confirmations() -> None:
    walk = a_release().delivered().having(NOTIFY)
    story = given(*walk).when(RECALL).then(happened.ReleaseRecalled)
    assert story.state.open_notices == ("first",)
    story.when(CONFIRM).then(happened.RemovalConfirmed)
