"""Stories of permits that change: amended as a whole, and extended once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from governance.lives.permits import commands as ask
from governance.lives.permits import events as happened
from governance.lives.permits.words import PermitContent, PermitKind, PermittedVariable
from governance.vocabulary.purposes import Purpose, Reach, RecipientKind
from tests.builders import CLINICAL, GENOMIC, STRANGER, at_noon, day
from tests.permit_builders import (
    AFTERWARDS,
    BEHIND,
    CONTENT,
    DATASET,
    EXTEND,
    INVESTIGATOR,
    PERMIT,
    WHY,
    a_permit,
)
from tests.story import NOW, Story, given


def _amend(content: PermitContent) -> ask.AmendPermit:
    return ask.AmendPermit(permit_id=PERMIT, content=content, reason=WHY)


def _amended(content: PermitContent, before: PermitContent = CONTENT) -> Story:
    story = given(*a_permit(before)).when(_amend(content), facts=BEHIND, at=day(30))
    return story.then(happened.PermitAmended)


@pytest.mark.parametrize(
    "change",
    [
        {"purposes": CONTENT.purposes | {Purpose.EDUCATION}},
        {"cells": CONTENT.cells | {CLINICAL}},
        {"datasets": CONTENT.datasets | {"another"}},
        {"variables": CONTENT.variables | {PermittedVariable(DATASET, "age")}},
        {"recipient": RecipientKind.NON_PROFIT},
        {"recipient_place": Reach.EEA},
        {"named_persons": CONTENT.named_persons | {STRANGER}},
        {"opt_out_override": True},
        {"environment": replace(CONTENT.environment, id="spe-2")},
    ],
)
def test_an_amendment_that_widens_counts_as_a_new_issue(change: dict[str, Any]) -> None:
    assert _amended(replace(CONTENT, **change)).state.cut_off == day(30)


def test_from_statistics_to_rows_and_from_anonymous_to_pseudonyms_is_wider() -> None:
    statistics = replace(CONTENT, kind=PermitKind.STATISTICS)
    assert _amended(CONTENT, statistics).state.cut_off == day(30)
    anonymous = replace(CONTENT, pseudonymised=False)
    assert _amended(CONTENT, anonymous).state.cut_off == day(30)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"named_persons": frozenset({INVESTIGATOR})},
        {"pseudonymised": False},
        {"conditions": ("report yearly",)},
        {"tools": ("r",)},
    ],
)
def test_an_amendment_that_narrows_keeps_the_cut_off(change: dict[str, Any]) -> None:
    before = replace(CONTENT, cells=CONTENT.cells | {CLINICAL})
    story = _amended(replace(before, cells=frozenset({GENOMIC}), **change), before)
    assert story.state.cut_off == NOW
    assert story.state.first_issued_at == NOW


def test_an_amendment_changes_neither_start_nor_end() -> None:
    longer = _amend(replace(CONTENT, ends=date(2031, 1, 1)))
    given(*a_permit()).when(longer, facts=BEHIND).refused("end-cannot-change")
    earlier = _amend(replace(CONTENT, starts=date(2026, 1, 1)))
    given(*a_permit()).when(earlier, facts=BEHIND).refused("start-cannot-change")


def test_only_a_permit_in_force_is_amended() -> None:
    command = _amend(CONTENT)
    for walk in (a_permit().suspended(), a_permit().revoked()):
        given(*walk).when(command, facts=BEHIND).refused("permit-not-in-force")
    story = given(*a_permit()).when(command, facts=BEHIND, at=AFTERWARDS)
    story.refused("permit-is-over")


def test_a_permit_is_extended_once() -> None:
    story = given(*a_permit()).when(EXTEND).then(happened.PermitExtended)
    assert story.state.ends == date(2035, 10, 31)
    again = replace(EXTEND, ends=date(2036, 10, 31))
    story.when(again).refused("already-extended")


def test_an_extended_permit_can_still_be_amended() -> None:
    extended = replace(CONTENT, ends=date(2035, 10, 31), tools=("r",))
    story = given(*a_permit().extended()).when(_amend(extended), facts=BEHIND)
    assert story.then(happened.PermitAmended).state.ends == date(2035, 10, 31)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ends": date(2030, 10, 31)}, "extension-not-later"),
        ({"ends": date(2040, 11, 1)}, "extension-too-long"),
    ],
)
def test_an_extension_is_later_and_ten_years_at_most(change: dict[str, Any], code: str) -> None:
    given(*a_permit()).when(replace(EXTEND, **change)).refused(code, field="ends")
    ten_years = replace(EXTEND, ends=date(2040, 10, 31))
    given(*a_permit()).when(ten_years).then(happened.PermitExtended)


@pytest.mark.parametrize(
    ("ends", "last_day"),
    [
        (date(2030, 10, 31), date(2030, 9, 30)),
        (date(2029, 3, 31), date(2029, 2, 28)),
        (date(2028, 3, 30), date(2028, 2, 29)),
        (date(2029, 1, 15), date(2028, 12, 15)),
    ],
)
def test_an_extension_is_asked_a_month_before_the_end(ends: date, last_day: date) -> None:
    walk = a_permit(replace(CONTENT, ends=ends))
    asked = replace(EXTEND, ends=date(2032, 1, 1), asked_on=last_day)
    at = at_noon(last_day.year, last_day.month, last_day.day)
    given(*walk).when(asked, at=at).then(happened.PermitExtended)
    day_late = last_day.replace(day=last_day.day + 1) if last_day.day < 28 else ends
    late = replace(asked, asked_on=day_late)
    on_the_end = at_noon(ends.year, ends.month, ends.day)
    story = given(*walk).when(late, at=on_the_end)
    story.refused("extension-asked-too-late", field="asked_on")


def test_nothing_is_asked_in_the_future() -> None:
    """A day of asking after the act itself is read as the day of the act."""
    walk = a_permit()
    asked_later = replace(EXTEND, asked_on=date(2030, 10, 1))
    given(*walk).when(asked_later, at=at_noon(2030, 9, 30)).then(happened.PermitExtended)


def test_only_a_permit_in_force_is_extended() -> None:
    for walk in (a_permit().suspended(), a_permit().revoked()):
        given(*walk).when(EXTEND).refused("permit-not-in-force")
    given(*a_permit()).when(EXTEND, at=AFTERWARDS).refused("permit-is-over")
