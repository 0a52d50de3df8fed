"""Twenty thousand senseless requests: none breaks anything, comes back raw, or is half written.

A few of them are sent with every ``make test``, all of them with ``make bars``.
"""

from __future__ import annotations

import asyncio
from random import Random

import pytest

from governance.service.ledger_check import check_ledger
from governance.service.rebuild import rebuild_read_models
from tests.bars.attacking import Attacker
from tests.bars.visits import visits
from tests.portal.world import World

A_FEW, MANY = 100, 2_500
PARTS = 8
"""Eight times 2,500 are 20,000."""
KINDS_OF_ANSWER = {200, 303, 400, 403, 404, 405, 422}
"""All of them come: what is sent gets past the door, and is judged in every room."""
pytestmark = pytest.mark.filterwarnings(
    # An upload that ends in the middle: Starlette leaves its file to the garbage collector.
    "ignore:Exception ignored in. <function SpooledTemporaryFile"
    ":pytest.PytestUnraisableExceptionWarning"
)


async def attacked(world: World, seed: int, times: int) -> Attacker:
    """So many requests, and then everything that must still be so."""
    attacker = Attacker(world, list(visits()), Random(seed))
    faults = await attacker.attack(times)
    assert "\n".join(sorted(faults)) == ""
    await asyncio.gather(*world.app.state.works.values())
    verified = await check_ledger(world.house)
    assert verified.findings == ()
    assert await rebuild_read_models(world.house)
    return attacker


async def test_a_few_senseless_requests_break_nothing(world: World) -> None:
    attacker = await attacked(world, seed=2026, times=A_FEW)
    assert attacker.seen[200]
    assert attacker.seen[404]


@pytest.mark.bars
@pytest.mark.parametrize("seed", range(PARTS))
async def test_many_senseless_requests_break_nothing(world: World, seed: int) -> None:
    attacker = await attacked(world, seed, MANY)
    assert set(attacker.seen) >= KINDS_OF_ANSWER
