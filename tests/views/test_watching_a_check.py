"""A check of the ledger that can be watched, for whoever reads the ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from governance.lives.consents.words import Says
from governance.service import ledger_check
from governance.service.anchoring import sign_now
from governance.service.ask import NOT_FOUND
from governance.service.ledger_check import Progress, check_ledger, ledger_size, watch_check
from governance.storage import ledger
from tests.contracts.entries import several
from tests.views.household import GENOMIC, NOW, Household


async def watched(home: Household, by: str = "auditor") -> AsyncIterator[Progress]:
    found = await watch_check(home.cast.house, by=home.by(by))
    assert isinstance(found, AsyncIterator)
    return found


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_check, "STEP", 256)


async def test_each_step_says_how_far_it_has_come_and_the_last_what_came_of_it(
    home: Household,
) -> None:
    async with home.cast.house.database.writing() as session:
        await ledger.append(session, several(600, at=NOW))
    await sign_now(home.cast.house)
    size = await ledger_size(home.cast.house)

    steps = [step async for step in await watched(home)]

    assert [step.so_far.entries for step in steps] == [256, 512, size]
    assert {step.of for step in steps} == {size}
    assert [step.done for step in steps] == [False, False, True]
    assert steps[-1].so_far == await check_ledger(home.cast.house)
    assert (steps[-1].so_far.anchored, steps[-1].so_far.findings) == (size, ())


async def test_what_is_appended_meanwhile_is_looked_at_too(home: Household) -> None:
    async with home.cast.house.database.writing() as session:
        await ledger.append(session, several(300, at=NOW))
    heard: list[Progress] = []
    async for step in await watched(home):
        if not heard:
            await home.says("ane", Says.ALLOW, GENOMIC)
        heard.append(step)

    assert heard[-1].so_far.entries == await ledger_size(home.cast.house)
    assert heard[-1].of == heard[0].of + 1
    assert heard[-1].so_far.findings == ()


async def test_nobody_else_watches(home: Household) -> None:
    for reader in ("ane", "steward", "first-officer"):
        assert await watch_check(home.cast.house, by=home.by(reader)) == NOT_FOUND
