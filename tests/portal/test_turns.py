"""Turns: a few pages at once, in the order they came; and nobody holds one by being slow."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from httpx2 import ASGITransport, AsyncClient

from governance.service.turns import Turns
from portal.server import create_app
from tests.portal.world import COOKIE, ORIGIN, World, reception_of

SETTLED = """import gc
from governance.service.settling import GARBAGE_AFTER, settle
settle()
assert gc.get_freeze_count() > 1000 and gc.get_threshold()[0] == GARBAGE_AFTER
"""


async def test_turns_come_in_order_and_end_with_the_block_or_before() -> None:
    turns, done = Turns(1), list[str]()

    async def work(name: str, *, fails: bool = False) -> None:
        async with turns.turn() as turn:
            await asyncio.sleep(0)
            done.append(name)
            if fails:
                raise RuntimeError(name)
            turn.give_back()
            turn.give_back()  # once is enough, and twice is not twice

    first, second, third, fourth = (
        asyncio.create_task(work(name, fails=name == "second"))
        for name in ("first", "second", "third", "fourth")
    )
    await asyncio.gather(first, third, fourth)
    with pytest.raises(RuntimeError):
        await second
    assert done == ["first", "second", "third", "fourth"]
    async with turns.turn():
        waiting = asyncio.create_task(work("fifth"))
        await asyncio.sleep(0.01)
        assert "fifth" not in done
    await waiting


async def test_whoever_sends_a_form_slowly_holds_neither_a_turn_nor_a_connection(
    world: World,
) -> None:
    reception = replace(reception_of(world.house), turns=Turns(1))
    transport = ASGITransport(app=create_app(reception, hosts=["portal.test"]))
    begun, let_go = asyncio.Event(), asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b"language="
        begun.set()
        await let_go.wait()
        yield b"es"

    async with AsyncClient(transport=transport, base_url=ORIGIN) as browser:
        browser.cookies.set(COOKIE, await world.session_of("maite"))
        head = {"content-type": "application/x-www-form-urlencoded", "content-length": "11"}
        sending = asyncio.create_task(
            browser.post("/es/my/opt-out", content=slowly(), headers=head)
        )
        await asyncio.wait_for(begun.wait(), 5)
        answer = await asyncio.wait_for(browser.get("/es/my"), 5)
        assert answer.status_code == 200
        assert not sending.done()
        assert world.house.database._reader.pool.checkedout() == 0  # type: ignore[attr-defined]
        let_go.set()
        assert (await sending).status_code < 500


def test_what_a_process_has_loaded_stays() -> None:
    subprocess.run([sys.executable, "-c", SETTLED], check=True)
