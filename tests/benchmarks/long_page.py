"""A page of 50 rows beside the same bytes from memory, by the same server: 32 connections.

The page is the ledger as an auditor reads it, with her session, permission, database, names,
redaction, log of the read and templates in the path.
"""

from __future__ import annotations

import asyncio
import cProfile
import pstats
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.measure import Comparison, Options, Report, Times, main, percentiles
from tests.benchmarks.population import databases
from tests.benchmarks.serving import AFTER, began, lists_of, served
from tests.benchmarks.visitors import Address, Visitor, visits
from tests.portal.world import World, found_region

ROWS, CONNECTIONS = 50, 32
PLAIN_TIMES = 10
"""Plain bytes are asked for so many times as often: a round of them is over too soon."""
PATH = "/en/audit/entries"
STEPS = {
    "templates": ("rendering.py", "draw"),
    "words of the rows": ("ledger.py", "line"),
    "who comes (session, roles, menu)": ("reception.py", "_visit"),
    "the view (permission, rows, names, redaction, log)": ("ask.py", "ask"),
}
"""Functions whose whole time is told, by file and name."""


async def visited(folder: Path, url: str, person: str, path: str) -> Address:
    """An address with a session that was begun as the visits begin."""
    world = World(folder, url)
    try:
        world.clock.now += AFTER
        return Address(path, path, await world.session_of(person))
    finally:
        await world.house.database.close()


async def body_of(port: int, address: Address) -> bytes:
    """The bytes of the page."""
    one = Visitor(port)
    try:
        return (await one.ask(address)).body
    finally:
        await one.leave()


def raced(folder: Path, url: str, options: Options) -> tuple[dict[str, Times], list[float], int]:
    """Seconds of one page, plain and ours, in turn; waits for ours; the bytes of the page."""
    with ExitStack() as stack:
        told = {"folder": str(folder), "url": url, "rows": ROWS, "began": began()}
        port = stack.enter_context(served("portal", told))
        address = asyncio.run(visited(folder, url, "auditor", PATH))
        body = folder / "page.html"
        body.write_bytes(asyncio.run(body_of(port, address)))
        plain = stack.enter_context(served("plain", {"body": str(body)}))
        sides = {"ours": (port, 1), "plain": (plain, PLAIN_TIMES)}
        seconds: dict[str, list[float]] = {side: [] for side in sides}
        waits: list[float] = []
        for turn in range(options.rounds + 1):
            for side, (at, times) in sides.items():
                count = options.size * times
                made = asyncio.run(visits(at, [address], count, CONNECTIONS))
                if turn:
                    seconds[side].append(made.seconds / count)
                    waits += made.waits if side == "ours" else []
        found = {side: Times(tuple(each)) for side, each in seconds.items()}
        return found, waits, len(body.read_bytes())


async def profiled(folder: Path, url: str, times: int) -> list[str]:
    """Where the time of the process goes, in parts of the whole request."""
    world = World(folder, url)
    lists_of(ROWS)
    try:
        browser = await world.browser("auditor")
        await browser.get(PATH)
        profile = cProfile.Profile(time.thread_time)
        profile.enable()
        for _ in range(times):
            await browser.get(PATH)
        profile.disable()
        await browser.aclose()
    finally:
        await world.house.database.close()
    return told_of(pstats.Stats(profile))


def told_of(stats: Any) -> list[str]:
    """The steps, and what part of the framework's whole each of them takes."""
    whole = _of(stats, "applications.py", "__call__", lambda row: row[3])
    return [
        f"{name} {_of(stats, *where, lambda row: row[3]) / whole:.0%}"
        for name, where in STEPS.items()
    ]


def _of(stats: Any, file: str, name: str, pick: Callable[[Any], float]) -> float:
    rows = stats.stats.items()
    return sum(pick(row) for key, row in rows if key[0].endswith(file) and key[2] == name)


def measure(options: Options) -> Report:
    """Both databases."""
    report = Report("A page of 50 rows", ("starlette", "uvicorn", "jinja2", "asyncpg"))
    with TemporaryDirectory() as place, databases() as makers:
        for name, make in makers.items():
            folder, url = Path(place) / name, make("page")
            folder.mkdir()
            asyncio.run(found_region(folder, url))
            times, waits, size = raced(folder, url, options)
            peer = f"{size:,} plain bytes, same server"
            sides = (times["ours"], times["plain"])
            report.comparisons.append(Comparison(f"{name}: {PATH}", peer, 1, *sides, None, True))
            told = ", ".join(asyncio.run(profiled(folder, url, 50)))
            report.notes.append(
                f"{name}: {percentiles(waits)} at {CONNECTIONS} connections; {told}"
            )
    return report


if __name__ == "__main__":
    main(measure, size=320, rounds=3)
