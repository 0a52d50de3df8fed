"""Information sheets: read by everybody, and answers that a new one asks again."""

from __future__ import annotations

from governance.lives.consents.words import Says
from governance.lives.information_sheets.commands import RetireSheet
from governance.lives.information_sheets.words import InformationItem
from governance.principals import PUBLIC
from governance.service.ask import ask
from governance.views.asked_again import NewSheetNeedsAnswer
from governance.views.sheets import SheetInForce, Sheets, SheetShown
from governance.vocabulary.people import Language
from portal.demo.cast import SHEET_TEXTS, publish_sheet
from tests.builders import a_draft
from tests.views.household import CLINICAL, GENOMIC, Household


async def test_anybody_reads_the_sheet_in_force_in_three_languages(home: Household) -> None:
    shown = await ask(home.cast.house, SheetInForce(), by=PUBLIC)

    assert isinstance(shown, SheetShown)
    assert (shown.id, shown.major, shown.minor) == (home.cast.sheet, 1, 0)
    assert shown.texts == {language: SHEET_TEXTS[language.value] for language in Language}
    assert shown.items == frozenset(InformationItem)


async def test_earlier_versions_are_read_too_and_drafts_never(home: Household) -> None:
    before = await home.now()
    await publish_sheet(home.cast, 2)
    await home.do(a_draft(major=3, sheet=home.cast.sheet), "steward")

    shown = await home.asks("jon", Sheets(home.cast.sheet))
    then = await home.asks("jon", SheetInForce(home.cast.sheet), before)

    assert [(one.major, one.in_force) for one in shown] == [(2, True), (1, False)]
    assert then.major == 1


async def test_a_sheet_that_was_given_up_is_not_in_force(home: Household) -> None:
    await home.do(RetireSheet(sheet_id=home.cast.sheet), "protector")

    assert await home.finds_nothing("jon", SheetInForce())
    [given_up] = await home.asks("jon", Sheets())
    assert given_up.retired_at is not None


async def test_a_new_major_version_asks_again_what_was_allowed_under_the_old_one(
    home: Household,
) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    await home.says("ane", Says.REFUSE, CLINICAL)
    question = NewSheetNeedsAnswer(home.people["ane"])
    assert not (await home.asks("ane", question)).anything
    await publish_sheet(home.cast, 2)

    asked = await home.asks("ane", question)

    assert [one.cell for one in asked.cells or ()] == [GENOMIC], "a no needs no sheet"
    assert asked.anything
    await home.says("ane", Says.ALLOW, GENOMIC, major=2)
    assert not (await home.asks("ane", question)).anything


async def test_nothing_is_asked_again_where_no_sheet_is_in_force(home: Household) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    await home.do(RetireSheet(sheet_id=home.cast.sheet), "protector")

    assert not (await home.asks("ane", NewSheetNeedsAnswer(home.people["ane"]))).anything


async def test_a_stranger_is_not_told_what_is_asked_again(home: Household) -> None:
    assert await home.finds_nothing("jon", NewSheetNeedsAnswer(home.people["ane"]))
