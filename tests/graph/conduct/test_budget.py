"""The bucket of a client, across processes and within one."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from governance.service.house import House
from governance.service.web_state import Quota
from graph.app.budget import ADVANCE, ADVANCE_LASTS, Budget, Payer
from tests.conftest import CHECKOUT
from tests.contracts.conftest import Clock
from tests.graph.conduct.racing import AT_ONCE

PROCESSES = 2


@pytest.mark.parametrize("cost", [1, 60])
async def test_processes_that_race_give_no_more_than_the_bucket_holds(
    database_url: str, tmp_path: Path, cost: int
) -> None:
    capacity = 1_000 if cost > 1 else 300
    module = "tests.graph.conduct.racing"
    command = (sys.executable, "-m", module, database_url, str(tmp_path), str(capacity), str(cost))
    racing = [
        await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, stdout=subprocess.PIPE)
        for _ in range(PROCESSES)
    ]
    given = [int((await one.communicate())[0]) for one in racing]
    kept_in_advance = PROCESSES * AT_ONCE * (capacity // ADVANCE)
    assert capacity - cost - kept_in_advance < sum(given) <= capacity


@pytest.fixture
def winding(house: House) -> tuple[House, Clock]:
    """The house, with a clock that the test winds."""
    clock = Clock()
    return House(house.database, house.keys, house.data, clock), clock


def payer(points: int = 1_000) -> Payer:
    return Payer(Quota("api", points, timedelta(seconds=100)), "partner")


async def test_points_taken_in_advance_are_spent_without_asking_again(
    winding: tuple[House, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, clock = winding
    budget, takes = Budget(house, 1_000, 10), 0
    take = Budget._take

    async def counted(self: Budget, who: Payer, points: int) -> object:
        nonlocal takes
        takes += 1
        return await take(self, who, points)

    monkeypatch.setattr(Budget, "_take", counted)
    for left in range(999, 989, -1):
        assert (await budget.pay(payer(), 1)).left == left
    assert takes == 1
    await budget.pay(payer(), 3)
    clock.forward(seconds=ADVANCE_LASTS.total_seconds())
    spent = await budget.pay(payer(), 3)
    assert (takes, spent.left) == (3, 980 + 20 - 3)


async def test_a_large_request_takes_what_was_taken_in_advance_too(
    winding: tuple[House, Clock],
) -> None:
    house, _ = winding
    budget = Budget(house, 1_000, 10)
    assert (await budget.pay(payer(), 1)).left == 999
    assert (await budget.pay(payer(), 999)).left == 0
    spent = await budget.pay(payer(), 5)
    assert (spent.allowed, spent.left, spent.wait) == (False, 0, timedelta(seconds=0.5))


async def test_a_refusal_costs_nothing(winding: tuple[House, Clock]) -> None:
    house, _ = winding
    budget = Budget(house, 1_000, 10)
    await budget.pay(payer(), 995)
    for _ in range(3):
        assert (await budget.pay(payer(), 6)).left == 5
    assert (await budget.pay(payer(), 5)).allowed
