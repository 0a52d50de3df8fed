"""Stories of information sheets: drafted in three languages, published, replaced, retired."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives import information_sheets
from governance.lives.information_sheets import commands as ask
from governance.lives.information_sheets import events as happened
from governance.lives.information_sheets.words import GENERAL_ITEMS, InformationItem
from governance.vocabulary.erasable import text
from tests.builders import SHEET, Walk, a_draft, a_sheet, day
from tests.story import NOW, given

PUBLISH = ask.PublishSheet(sheet_id=SHEET, major=1, minor=0)
RETIRE = ask.RetireSheet(sheet_id=SHEET)


def _state(walk: Walk) -> Any:
    return given(*walk, life=information_sheets).state


def test_a_sheet_is_drafted_published_and_in_force() -> None:
    story = given().when(a_draft()).then(happened.SheetDrafted)
    assert story.state.major_in_force(NOW) is None
    story = story.when(PUBLISH).then(happened.SheetPublished)
    assert story.state.major_in_force(NOW) == 1
    story.when(PUBLISH).refused("sheet-already-published", field="major")


@pytest.mark.parametrize("language", ["es", "eu", "en"])
def test_a_sheet_speaks_three_languages(language: str) -> None:
    fields: dict[str, Any] = {f"text_{language}": text("  ")}
    silent = replace(a_draft(), **fields)
    given().when(silent).refused("text-missing", items=(language,))


@pytest.mark.parametrize("item", sorted(GENERAL_ITEMS))
def test_a_sheet_explains_every_general_item(item: InformationItem) -> None:
    partial = replace(a_draft(), items=frozenset(InformationItem) - {item})
    given().when(partial).refused("information-missing", items=(item,))


def test_a_sheet_without_the_genetic_items_does_not_count_for_genetics() -> None:
    general = replace(a_draft(), items=GENERAL_ITEMS)
    story = given().when(general).then(happened.SheetDrafted)
    assert not story.state.covers_genetics(1, 0)
    assert not story.state.covers_genetics(7, 0)
    assert _state(a_sheet()).covers_genetics(1, 0)


def test_versions_are_drafted_in_rising_order() -> None:
    given(*a_sheet(2)).when(a_draft(major=2)).refused("sheet-version-exists")
    given(*a_sheet(2)).when(a_draft(major=1)).refused("sheet-version-not-newer")
    given().when(a_draft(major=0)).refused("sheet-version-not-newer")


def test_an_older_version_is_not_published_after_a_newer_one() -> None:
    walk = Walk().having(a_draft(major=1)).having(a_draft(major=2))
    walk = walk.having(replace(PUBLISH, major=2))
    given(*walk).when(PUBLISH).refused("sheet-version-not-newer")


def test_only_what_was_drafted_is_published_or_retired() -> None:
    given().when(PUBLISH).refused("sheet-version-unknown")
    given().when(RETIRE).refused("sheet-version-unknown", field="sheet_id")


def test_a_major_version_replaces_from_its_publication_on() -> None:
    walk = a_sheet(1).having(a_draft(major=2), at=day(1))
    walk = walk.having(replace(PUBLISH, major=2), at=day(5))
    state = _state(walk)
    assert [state.major_in_force(day(n)) for n in (-1, 0, 4, 5)] == [None, 1, 1, 2]
    assert not state.was_published(2, 0, day(4))
    assert state.was_published(2, 0, day(5))
    assert not state.was_published(3, 0, day(5))


def test_a_minor_version_does_not_ask_again() -> None:
    walk = a_sheet(1).having(a_draft(minor=1)).having(replace(PUBLISH, minor=1))
    assert _state(walk).major_in_force(NOW) == 1


def test_a_retired_sheet_is_in_force_no_longer() -> None:
    story = given(*a_sheet()).when(RETIRE, at=day(3)).then(happened.SheetRetired)
    assert story.state.major_in_force(day(2)) == 1
    assert story.state.major_in_force(day(3)) is None
    assert not story.state.was_published(1, 0, day(3))
    story.when(a_draft(major=2)).refused("sheet-retired", field="sheet_id")
