"""Several questions in one snapshot: each judged and logged, none of them disturbed by another."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

import pytest

from governance.lives import consents
from governance.lives.consents.words import Says
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, Sitting
from governance.storage import driver
from governance.views.consents import Consents
from governance.views.question import Looking, Question
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant
from tests.views.household import CLINICAL, Household


@dataclass(frozen=True, slots=True)
class Spoilt(Question[str]):
    """Fails in the database, which takes no more statements in that transaction then."""

    ACT: ClassVar[Act] = Act.READ_CITIZEN_RECORD
    ABOUT: ClassVar[str] = consents.NAME
    who: str

    @property
    def key(self) -> str:
        """Whose."""
        return self.who

    async def answer(self, looking: Looking) -> str:
        """Never."""
        await driver.fetch(looking.now.session, "SELECT one FROM nowhere")
        raise AssertionError


async def logged(home: Household) -> list[tuple[str, bool]]:
    async with home.cast.house.database.reading() as session:
        rows = await driver.fetch(session, "SELECT about, allowed FROM access_log ORDER BY id")
    return [(about, bool(allowed)) for about, allowed in rows]


async def cells(sitting: Sitting, question: Consents) -> int:
    """Of how many cells something was said."""
    shown = await sitting.ask(question)
    assert not isinstance(shown, Refusal)
    assert shown.cells is not None
    return sum(one.since is not None for one in shown.cells)


async def test_each_question_is_judged_and_logged_before_the_end(home: Household) -> None:
    ane, jon = Consents(home.people["ane"]), Consents(home.people["jon"])
    sitting = Sitting(home.cast.house, by=home.by("jon"))
    before = await logged(home)

    alone, *each = await asyncio.gather(sitting.ask(ane), sitting.ask(jon))
    together = await sitting.ask_each([ane, jon])
    await sitting.end()

    assert alone == NOT_FOUND
    assert together == [NOT_FOUND, *each]
    hers, his = (f"{consents.NAME}/{home.people[name]}" for name in ("ane", "jon"))
    new = (await logged(home))[len(before) :]
    assert new == [(hers, False), (his, True)] * 2


async def test_a_change_is_seen_after_the_end(home: Household) -> None:
    question = Consents(home.people["ane"])
    sitting = Sitting(home.cast.house, by=home.by("ane"))
    assert await cells(sitting, question) == 0
    await home.says("ane", Says.ALLOW, CLINICAL)
    assert await cells(sitting, question) == 0
    await sitting.end()
    assert await cells(sitting, question) == 1
    await sitting.end()


async def test_a_question_that_fails_spoils_no_other(home: Household) -> None:
    question = Consents(home.people["ane"])
    sitting = Sitting(home.cast.house, by=home.by("ane"))
    assert await cells(sitting, question) == 0
    with pytest.raises(Exception, match="nowhere"):
        await sitting.ask(Spoilt(home.people["ane"]))
    await home.says("ane", Says.ALLOW, CLINICAL)
    assert await cells(sitting, question) == 0
    await sitting.end()


async def test_what_is_to_come_is_not_known(home: Household) -> None:
    now, question = await home.now(), Consents(home.people["ane"])
    later = Instant(now.position + 1, now.time)
    sitting = Sitting(home.cast.house, by=home.by("ane"), as_of=later)
    unknown = Refusal("not-yet-known", field="as_of")
    assert await sitting.ask(question) == unknown
    assert await sitting.ask_each([question, question]) == [unknown, unknown]
    await sitting.end()


async def test_nothing_is_answered_to_whoever_waits_no_longer(home: Household) -> None:
    question = Consents(home.people["ane"])
    sitting = Sitting(home.cast.house, by=home.by("ane"))
    assert await cells(sitting, question) == 0
    await sitting.end(for_good=True)
    with pytest.raises(RuntimeError):
        await sitting.ask(question)


async def test_whom_an_issuer_calls_so_is_found_in_the_same_snapshot(home: Household) -> None:
    sitting = Sitting(home.cast.house, by=home.by("desk"))
    assert await sitting.called("registry", "ane") == home.people["ane"]
    assert await sitting.called("registry", "nobody") is None
    await sitting.end()
