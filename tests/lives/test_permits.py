"""Stories of permits: issued on what stands behind them, amended, stopped, ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from governance.lives.permits import commands as ask
from governance.lives.permits import events as happened
from governance.lives.permits.words import PermitStatus
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import ProhibitedUse
from governance.vocabulary.regimes import Regime
from tests.builders import STRANGER, Walk, at_noon
from tests.permit_builders import (
    AFTERWARDS,
    BEHIND,
    COLLEAGUE,
    CONTENT,
    DATASET,
    ENDS,
    EXPIRE,
    EXTEND,
    INVESTIGATOR,
    ISSUE,
    PERMIT,
    RESUME,
    REVOKE,
    STARTS,
    SUSPEND,
    WHY,
    a_permit,
)
from tests.story import NOW, given

DELETE = ask.RecordDeletion(permit_id=PERMIT, evidence=WHY)
FLAG = ask.FlagProhibitedUse(permit_id=PERMIT, use=ProhibitedUse.ADVERTISING, reason=WHY)
IDENTIFIER = replace(next(iter(CONTENT.variables)), name="name")


def _undertaking(person: SubjectId) -> ask.SignUndertaking:
    return ask.SignUndertaking(permit_id=PERMIT, person=person)


def test_a_permit_is_issued_and_covers_its_first_and_its_last_day() -> None:
    story = given().when(ISSUE, facts=BEHIND).then(happened.PermitIssued)
    assert story.state.first_issued_at == story.state.cut_off == NOW
    days = (date(2026, 10, 31), STARTS, ENDS, date(2030, 11, 1))
    assert [story.state.covers(day) for day in days] == [False, True, True, False]
    story.when(ISSUE, facts=BEHIND).refused("permit-exists", field="permit_id")


@pytest.mark.parametrize(
    ("on", "regime"),
    [
        (at_noon(2031, 3, 25), Regime.PROGRAMME),
        (at_noon(2031, 3, 26), Regime.EHDS),
    ],
)
def test_the_day_of_issue_fixes_the_regime(on: Any, regime: Regime) -> None:
    later = replace(CONTENT, starts=date(2031, 4, 1), ends=date(2032, 4, 1))
    story = given().when(replace(ISSUE, content=later), facts=BEHIND, at=on)
    assert story.then(happened.PermitIssued).state.regime is regime


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"datasets": frozenset()}, "a-data"),
        ({"variables": frozenset()}, "a-data"),
        ({"ehds_categories": frozenset()}, "a-categories"),
        ({"purposes": frozenset()}, "b-purpose"),
        ({"cells": frozenset()}, "b-purpose"),
        ({"named_persons": frozenset()}, "d-authorised-persons"),
        ({"ends": date(2026, 10, 31)}, "e-duration"),
        ({"tools": ()}, "f-environment-and-tools"),
        ({"fee_estimate_cents": None}, "g-fees"),
    ],
)
def test_a_permit_contains_what_the_regulation_lists(change: dict[str, Any], item: str) -> None:
    lacking = replace(ISSUE, content=replace(CONTENT, **change))
    given().when(lacking, facts=BEHIND).refused("content-missing", items=(item,))


def test_the_principal_investigator_is_a_named_person() -> None:
    others = replace(CONTENT, named_persons=frozenset({COLLEAGUE}))
    story = given().when(replace(ISSUE, content=others), facts=BEHIND)
    story.refused("investigator-not-named", field="principal_investigator")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("request_granted", None, "fact-unknown"),
        ("request_granted", False, "request-not-granted"),
        ("request_protocol", None, "fact-unknown"),
        ("request_protocol", 2, "protocol-is-old"),
        ("ethics_in_force", None, "fact-unknown"),
        ("ethics_in_force", False, "ethics-not-favourable"),
        ("identifier_variables", None, "fact-unknown"),
    ],
)
def test_a_grant_needs_everything_behind_it(name: str, value: Any, code: str) -> None:
    facts = replace(BEHIND, **{name: value})
    given().when(ISSUE, facts=facts).refused(code)
    amend = ask.AmendPermit(permit_id=PERMIT, content=CONTENT, reason=WHY)
    given(*a_permit()).when(amend, facts=facts).refused(code)


def test_no_permit_names_an_identifier() -> None:
    named = replace(CONTENT, variables=frozenset({IDENTIFIER}))
    story = given().when(replace(ISSUE, content=named), facts=BEHIND)
    story.refused("identifier-in-permit", field="variables")
    assert f"{DATASET}/name" in (BEHIND.identifier_variables or ())


def test_no_permit_is_wider_than_the_request_behind_it() -> None:
    wider = replace(BEHIND, wider_than_request=frozenset({"cells", "named_persons"}))
    story = given().when(ISSUE, facts=wider)
    story.refused("wider-than-request", field="cells", items=("cells", "named_persons"))


def test_ten_years_are_the_longest_duration() -> None:
    longest = replace(CONTENT, ends=date(2036, 11, 1))
    story = given().when(replace(ISSUE, content=longest), facts=BEHIND)
    story.then(happened.PermitIssued)
    longer = replace(CONTENT, ends=date(2036, 11, 2))
    story = given().when(replace(ISSUE, content=longer), facts=BEHIND)
    story.refused("duration-too-long", field="ends")


def test_a_suspended_permit_can_be_resumed() -> None:
    story = given(*a_permit()).when(SUSPEND).then(happened.PermitSuspended)
    assert story.state.status is PermitStatus.SUSPENDED
    story.when(SUSPEND).refused("permit-not-in-force")
    story = story.when(RESUME).then(happened.PermitResumed)
    assert story.state.status is PermitStatus.IN_FORCE
    story.when(RESUME).refused("permit-not-suspended")


@pytest.mark.parametrize("walk", [a_permit(), a_permit().suspended()])
def test_a_live_permit_is_revoked_or_expires_for_good(walk: Walk) -> None:
    revoked = given(*walk).when(REVOKE).then(happened.PermitRevoked)
    expired = given(*walk).when(EXPIRE, at=AFTERWARDS).then(happened.PermitExpired)
    for story in (revoked, expired):
        for command in (REVOKE, EXPIRE, FLAG):
            story.when(command, at=AFTERWARDS).refused("permit-is-over")
        story.when(SUSPEND).refused("permit-not-in-force")
        story.when(RESUME).refused("permit-not-suspended")


def test_a_permit_expires_after_its_last_day_and_not_on_it() -> None:
    last = at_noon(2030, 10, 31)
    given(*a_permit()).when(EXPIRE, at=last).refused("permit-not-over")
    given().when(EXPIRE, at=last).refused("permit-is-over")


@pytest.mark.parametrize("walk", [a_permit(), a_permit().suspended()])
def test_every_named_person_signs_her_own_undertaking(walk: Walk) -> None:
    story = given(*walk).when(_undertaking(INVESTIGATOR), by=INVESTIGATOR)
    story = story.then(happened.UndertakingSigned)
    assert story.state.missing_undertakings == {COLLEAGUE}
    again = story.when(_undertaking(INVESTIGATOR), by=INVESTIGATOR)
    again.refused("already-signed", field="person")


def test_nobody_else_signs_an_undertaking() -> None:
    story = given(*a_permit())
    story.when(_undertaking(STRANGER), by=STRANGER).refused("not-a-named-person")
    story.when(_undertaking(COLLEAGUE), by=STRANGER).refused("not-a-named-person")
    revoked = given(*a_permit().revoked())
    revoked.when(_undertaking(COLLEAGUE), by=COLLEAGUE).refused("permit-not-in-force")


@pytest.mark.parametrize("walk", [a_permit(), a_permit().suspended()])
def test_a_prohibited_use_is_never_forgotten(walk: Walk) -> None:
    story = given(*walk).when(FLAG).then(happened.ProhibitedUseFlagged)
    assert story.state.flagged == {ProhibitedUse.ADVERTISING}


@pytest.mark.parametrize("walk", [a_permit().revoked(), a_permit().expired()])
def test_deletion_is_recorded_once_after_the_end(walk: Walk) -> None:
    story = given(*walk).when(DELETE, at=AFTERWARDS).then(happened.DeletionRecorded)
    assert story.state.data_deleted
    story.when(DELETE, at=AFTERWARDS).refused("already-deleted")


def test_deletion_does_not_wait_for_the_note_that_a_permit_ended() -> None:
    for walk in (a_permit(), a_permit().suspended()):
        given(*walk).when(DELETE).refused("permit-not-over")
        given(*walk).when(DELETE, at=AFTERWARDS).then(happened.DeletionRecorded)
    given().when(DELETE).refused("permit-not-over")


@pytest.mark.parametrize("command", [SUSPEND, EXTEND])
def test_what_was_never_issued_is_not_in_force(command: Command) -> None:
    given().when(command).refused("permit-not-in-force")
