"""Many writers and readers at once, in one process and in several: one line, and no gaps."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from governance.storage import ledger
from governance.storage.database import Database
from governance.storage.verification import verify
from tests.contracts.entries import STAFF, appointed, several

WRITER = """
import asyncio, sys
from governance.storage import ledger
from governance.storage.database import Database
from tests.contracts.entries import START, appointed

async def write(url, writer, times):
    database = Database(url)
    for number in range(times):
        async with database.writing() as session:
            await ledger.append(session, [appointed(writer), appointed(number)])
    await database.close()

asyncio.run(write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
"""


async def follow(database: Database, wanted: int) -> list[int]:
    """The positions that a cursor meets, in the order in which it meets them."""
    met: list[int] = []
    while len(met) < wanted:
        async with database.reading() as session:
            next_one = met[-1] + 1 if met else 1
            met += [e.position for e in await ledger.read_from(session, next_one, limit=50)]
        await asyncio.sleep(0)
    return met


async def test_writers_of_one_process_stand_in_line(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.writing() as session:
            first = (await ledger.head(session)).position
            await asyncio.sleep(0)
            recorded = await ledger.append(session, several(1 + number % 3))
            assert recorded[0].position == first + 1

    wanted = sum(1 + number % 3 for number in range(40))
    async with asyncio.timeout(60):
        met, *_ = await asyncio.gather(
            follow(database, wanted), *(write(number) for number in range(40))
        )
    assert met == list(range(1, wanted + 1))


async def test_processes_stand_in_line_and_a_cursor_loses_nothing(database: Database) -> None:
    here = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, database.url]
    writers = [
        subprocess.Popen([*command, str(writer), "25"], cwd=here, stderr=subprocess.PIPE)
        for writer in (1, 2, 3)
    ]
    try:
        async with asyncio.timeout(90):
            met = await follow(database, 150)
            results = [await asyncio.to_thread(writer.communicate) for writer in writers]
    finally:
        for writer in writers:
            writer.kill()
    assert [(w.returncode, r[1]) for w, r in zip(writers, results, strict=True)] == [(0, b"")] * 3
    assert met == list(range(1, 151))
    async with database.reading() as session:
        assert await ledger.versions(session, [STAFF]) == {STAFF: 150}
        assert (await verify(session, keys={})).findings == ()


async def test_a_writer_that_fails_leaves_the_line_to_the_next(database: Database) -> None:
    async def fail() -> None:
        async with database.writing() as session:
            await ledger.append(session, several(300))
            raise ZeroDivisionError

    async def succeed() -> None:
        async with database.writing() as session:
            await ledger.append(session, several(2))

    async with asyncio.timeout(60):
        done = await asyncio.gather(fail(), succeed(), fail(), succeed(), return_exceptions=True)
    assert [type(one) for one in done] == [ZeroDivisionError, type(None)] * 2
    async with database.reading() as session:
        assert (await ledger.head(session)).position == 4
        assert (await verify(session, keys={})).findings == ()


async def test_a_cancelled_writer_gives_its_place_back(database: Database) -> None:
    started = asyncio.Event()

    async def hold() -> None:
        async with database.writing() as session:
            await ledger.append(session, several(1))
            started.set()
            await asyncio.sleep(60)

    holder = asyncio.create_task(hold())
    await started.wait()
    holder.cancel()
    with pytest.raises(asyncio.CancelledError):
        await holder
    async with asyncio.timeout(30), database.writing() as session:
        [entry] = await ledger.append(session, [appointed()])
    assert entry.position == 1
