"""For whom somebody may act, and what she may do for them."""

from __future__ import annotations

from datetime import date

from governance.lives.citizens.commands import EndRepresentation, MergeDuplicates
from governance.views.acting_for import ActingFor
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.people import Capacity
from tests.views.household import BORN, Household


async def test_a_mother_finds_her_children_and_what_the_law_lets_her_do(home: Household) -> None:
    nahia, unai = await home.asks("leire", ActingFor())

    assert (nahia.person and nahia.person.name, nahia.age) == ("Nahia Goñi", AgeBand.FROM_16)
    assert (unai.person and unai.person.name, unai.age) == ("Unai Goñi", AgeBand.UNDER_14)
    assert unai.capacity is Capacity.PARENT
    assert unai.since == BORN["unai"]
    assert {Act.READ_CITIZEN_RECORD, Act.RECORD_CHOICE, Act.OPT_OUT} <= unai.may
    assert Act.RECORD_CHOICE in nahia.may
    assert Act.READ_CITIZEN_RECORD not in nahia.may, "she is 17, and her record is her own"


async def test_whoever_supports_guards_or_represented_finds_them_all(home: Household) -> None:
    eki, josu, mikel = await home.asks("ander", ActingFor())

    assert [one.capacity for one in (eki, josu, mikel)] == [
        Capacity.GUARDIAN,
        Capacity.SUPPORT,
        Capacity.SUPPORT,
    ]
    assert (josu.deceased, mikel.deceased) == (True, False)
    assert Act.READ_CITIZEN_RECORD in josu.may
    assert Act.RECORD_CHOICE not in josu.may, "nothing is decided for the dead"
    assert Act.RECORD_CHOICE in mikel.may


async def test_whoever_stands_to_nobody_finds_nobody(home: Household) -> None:
    for name in ("jon", "desk", "protector"):
        assert await home.asks(name, ActingFor()) == ()


async def test_a_mandate_that_ended_is_gone_and_was_there_before(home: Household) -> None:
    before = await home.now()
    ended = EndRepresentation(
        citizen=home.people["mikel"],
        representative=home.people["ander"],
        capacity=Capacity.SUPPORT,
        until=date(2026, 11, 1),
    )
    await home.do(ended, "desk")

    now = {one.id for one in await home.asks("ander", ActingFor())}
    then = {one.id for one in await home.asks("ander", ActingFor(), before)}

    assert home.people["mikel"] not in now
    assert home.people["mikel"] not in then, "what she no longer stands to is not hers to see"
    assert now == then


async def test_a_child_entered_twice_is_one_child(home: Household) -> None:
    merge = MergeDuplicates(citizen=home.people["unai"], survivor=home.people["eki"])
    await home.do(merge, "desk")

    [eki] = [one for one in await home.asks("leire", ActingFor()) if one.age is AgeBand.UNDER_14]
    assert eki.id == home.people["eki"]
