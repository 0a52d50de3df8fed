"""What a citizen, and everybody else, is shown of her consents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.lives.citizens.commands import MergeDuplicates
from governance.lives.consents import commands as say
from governance.lives.consents.words import Says
from governance.policy.visibility.fields import ANSWERS, FIELDS
from governance.policy.visibility_facts import View
from governance.views.consents import CellStands, Consents, ConsentsShown
from governance.views.paging import Page
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import ALL_CELLS, Cell, Reach
from portal.demo.cast import publish_sheet
from tests.views.household import CLINICAL, GENOMIC, NOW, Household

EVERYTHING = FIELDS[View.CONSENTS]
WITHOUT_OWN_REFUSAL = EVERYTHING - {"minor_refusal"}


def of(home: Household, name: str) -> Consents:
    return Consents(home.people[name])


def stands(shown: ConsentsShown, cell: Cell) -> CellStands:
    [found] = [one for one in shown.cells or () if one.cell == cell]
    return found


async def test_every_cell_has_an_answer_and_those_given_say_where_it_comes_from(
    home: Household,
) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC, CLINICAL, until=date(2027, 1, 31))
    await home.says("ane", Says.WITHDRAW, CLINICAL)

    shown = await home.asks("ane", of(home, "ane"))

    assert shown.cells is not None
    assert {one.cell for one in shown.cells} == ALL_CELLS
    assert sum(one.answer is CellAnswer.NONE for one in shown.cells) == len(ALL_CELLS) - 2
    genomic = stands(shown, GENOMIC)
    assert genomic.answer is CellAnswer.ALLOWED
    assert genomic.valid_until == date(2027, 1, 31)
    assert genomic.sheet is not None
    assert (genomic.sheet.sheet_id, genomic.sheet.major) == (home.cast.sheet, 1)
    assert genomic.capacities == {Capacity.SELF}
    assert stands(shown, CLINICAL).answer is CellAnswer.WITHDRAWN


async def test_her_acts_stand_there_newest_first_a_page_at_a_time(home: Household) -> None:
    allowed = await home.says("ane", Says.ALLOW, GENOMIC)
    ane, given = home.people["ane"], home.given("ane")
    reach = say.SetReach(citizen=ane, given=given, reach=Reach.EEA)
    reached = (await home.do(reach, "ane")).position
    withdrawn = await home.says("ane", Says.WITHDRAW, GENOMIC, by="desk")

    question = of(home, "ane")
    first = await home.asks("ane", replace(question, page=Page(1, 2)))
    second = await home.asks("ane", replace(question, page=Page(2, 2)))

    assert first.acts is not None
    assert second.acts is not None
    assert (first.acts.total, first.acts.pages) == (3, 2)
    assert [act.position for act in first.acts.rows] == [withdrawn, reached]
    assert [act.position for act in second.acts.rows] == [allowed]
    by_desk, said_reach = first.acts.rows
    assert by_desk.by.id == home.cast.people["desk"]
    assert by_desk.giver.name == "Ane Goñi"
    assert (by_desk.says, by_desk.cells) == (Says.WITHDRAW, frozenset({GENOMIC}))
    assert said_reach.reach is Reach.EEA
    assert first.receipts == (withdrawn, reached)


async def test_the_switches_say_since_when(home: Household) -> None:
    given = home.given("ane")
    before = await home.asks("ane", of(home, "ane"))
    await home.do(say.OptOut(citizen=home.people["ane"], given=given), "ane")
    after = await home.asks("ane", of(home, "ane"))

    assert before.opt_out is not None
    assert (before.opt_out.on, before.opt_out.since) == (False, None)
    assert after.opt_out is not None
    assert (after.opt_out.on, after.opt_out.since) == (True, given.effective_at)


async def test_what_stood_then_and_what_was_known_then_are_two_questions(home: Household) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    first = await home.now()
    home.cast.clock.set(NOW + timedelta(days=10))
    keyed_in_late = home.given("ane", at=NOW + timedelta(days=2))
    await home.says("ane", Says.WITHDRAW, GENOMIC, given=keyed_in_late, by="desk")
    known_now = await home.now()

    async def answer(position: int, days: int) -> CellAnswer:
        instant = Instant(position, NOW + timedelta(days=days))
        return stands(await home.asks("ane", of(home, "ane"), instant), GENOMIC).answer

    assert await answer(first.position, 5) is CellAnswer.ALLOWED
    assert await answer(known_now.position, 5) is CellAnswer.WITHDRAWN
    assert await answer(known_now.position, 1) is CellAnswer.ALLOWED


async def test_an_answer_under_a_replaced_sheet_is_shown_as_such(home: Household) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    await publish_sheet(home.cast, 2)

    genomic = stands(await home.asks("ane", of(home, "ane")), GENOMIC)

    assert genomic.answer is CellAnswer.SHEET_INVALID
    assert genomic.sheet is not None
    assert genomic.sheet.major == 1


async def test_somebody_entered_twice_is_shown_what_she_said_as_both(home: Household) -> None:
    await home.says("jon", Says.ALLOW, GENOMIC)
    merge = MergeDuplicates(citizen=home.people["jon"], survivor=home.people["ane"])
    await home.do(merge, "desk")

    for signed_in, entry in (("ane", "ane"), ("jon", "jon"), ("jon", "ane")):
        shown = await home.asks(signed_in, of(home, entry))
        assert shown.id == home.people["ane"]
        assert stands(shown, GENOMIC).answer is CellAnswer.ALLOWED


async def test_a_mother_of_a_child_does_not_reach_the_older_entry_it_was_merged_into(
    home: Household,
) -> None:
    """Unai's entry turns out to be Nahia's, who is 17: her mother reads neither from then on."""
    assert not await home.finds_nothing("leire", of(home, "unai"))
    merge = MergeDuplicates(citizen=home.people["unai"], survivor=home.people["nahia"])
    await home.do(merge, "desk")

    assert await home.finds_nothing("leire", of(home, "unai"))


@pytest.mark.parametrize(
    ("reader", "citizen", "fields"),
    [
        ("ane", "ane", EVERYTHING),
        ("nahia", "nahia", EVERYTHING),
        ("leire", "unai", WITHOUT_OWN_REFUSAL),
        ("ander", "eki", WITHOUT_OWN_REFUSAL),
        ("ander", "mikel", WITHOUT_OWN_REFUSAL),
        ("ander", "josu", frozenset({*ANSWERS, "opt_out"})),
        ("desk", "ane", EVERYTHING),
        ("protector", "ane", EVERYTHING),
        ("partner-of-consents", "ane", frozenset(ANSWERS)),
    ],
)
async def test_each_reader_is_shown_these_fields(
    home: Household, reader: str, citizen: str, fields: frozenset[str]
) -> None:
    shown = await home.asks(reader, of(home, citizen))

    assert shown.shown == fields
    for hidden in EVERYTHING - fields:
        assert getattr(shown, hidden) is None


@pytest.mark.parametrize(
    ("reader", "citizen"),
    [
        ("jon", "ane"),
        ("leire", "nahia"),
        ("ane", "unai"),
        ("partner-of-permits", "ane"),
        ("auditor", "ane"),
        ("researcher", "ane"),
    ],
)
async def test_others_are_told_the_same_as_of_somebody_who_does_not_exist(
    home: Household, reader: str, citizen: str
) -> None:
    assert await home.finds_nothing(reader, of(home, citizen))
    assert await home.finds_nothing(reader, Consents(home.cast.members[0]))


async def test_a_mother_is_not_shown_that_her_child_refused(home: Household) -> None:
    refusal = say.RecordMinorRefusal(citizen=home.people["unai"], given=home.given("unai"))
    position = (await home.do(refusal, "unai")).position

    hers = await home.asks("leire", of(home, "unai"))
    own = await home.asks("unai", of(home, "unai"))

    assert hers.minor_refusal is None
    assert hers.acts is not None
    assert position not in {act.position for act in hers.acts.rows}
    assert position not in (hers.receipts or ())
    assert own.minor_refusal is not None
    assert own.minor_refusal.on
    assert [act.position for act in own.minor_refusal.acts] == [position]


async def test_it_says_what_she_may_do(home: Household) -> None:
    own = await home.asks("ane", of(home, "ane"))
    child = await home.asks("leire", of(home, "unai"))
    as_protector = await home.asks("protector", of(home, "ane"))

    assert {Act.RECORD_CHOICE, Act.WITHDRAW_EVERYTHING, Act.OPT_OUT} <= own.may
    assert Act.RECORD_CHOICE in child.may
    assert Act.RECORD_MINOR_REFUSAL not in child.may
    assert as_protector.may == frozenset()
