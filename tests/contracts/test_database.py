"""How both databases are opened: durable, in snapshots, one writer at a time."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from governance.storage import driver, imports
from governance.storage.database import Database


async def test_the_database_is_durable_and_keeps_its_promises(database: Database) -> None:
    asked = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "query_only": 0}
    async with database.writing() as session:
        if database.dialect == "sqlite":
            found = {n: (await driver.fetch(session, f"PRAGMA {n}"))[0][0] for n in asked}
            assert found == asked
        else:
            isolation = await driver.fetch(session, "SHOW transaction_isolation")
            assert isolation[0][0] == "read committed"
    async with database.reading() as session:
        if database.dialect == "postgresql":
            assert (await driver.fetch(session, "SHOW transaction_isolation"))[0][0] == (
                "repeatable read"
            )
            assert (await driver.fetch(session, "SHOW transaction_read_only"))[0][0] == "on"
        else:
            assert (await driver.fetch(session, "PRAGMA query_only"))[0][0] == 1


async def test_a_second_writer_waits_until_the_first_has_committed(database: Database) -> None:
    order: list[str] = []

    async def write(name: str, go: asyncio.Event) -> None:
        async with database.writing():
            order.append(f"{name} begins")
            await go.wait()
            order.append(f"{name} ends")

    first, second = asyncio.Event(), asyncio.Event()
    second.set()
    async with asyncio.timeout(30), asyncio.TaskGroup() as writers:
        writers.create_task(write("first", first))
        while not order:
            await asyncio.sleep(0.01)
        writers.create_task(write("second", second))
        await asyncio.sleep(0.2)
        first.set()
    assert order == ["first begins", "first ends", "second begins", "second ends"]


async def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    async with asyncio.timeout(30), database.writing() as session:
        await driver.run(session, "UPDATE ledger_head SET at = 1")
        async with database.reading() as one, database.reading() as two:
            for reader in (one, two):
                assert await driver.fetch(reader, "SELECT at FROM ledger_head") == [(None,)]


@pytest.mark.parametrize("kind", ["writing", "beside"])
async def test_what_fails_in_the_middle_leaves_nothing(database: Database, kind: str) -> None:
    async def fail() -> None:
        async with getattr(database, kind)() as session:
            await imports.keep(session, "x" * 64, 7)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with getattr(database, kind)() as session:
        assert await imports.lines_of(session, "x" * 64) == 0


async def test_whoever_gives_up_waiting_leaves_a_connection_that_works(database: Database) -> None:
    for kind in ("reading", "writing", "beside") * 3:
        reached = asyncio.Event()

        async def look(kind: str = kind, reached: asyncio.Event = reached) -> None:
            async with getattr(database, kind)() as session:
                reached.set()
                while True:
                    await driver.fetch(session, "SELECT position FROM ledger_head")

        looking = asyncio.create_task(look())
        await reached.wait()
        looking.cancel()
        await asyncio.wait([looking])
        assert looking.cancelled()
    async with asyncio.timeout(30), database.writing() as session:
        await imports.keep(session, "y" * 64, 3)
    async with database.reading() as session:
        assert await imports.lines_of(session, "y" * 64) == 3


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_a_connection_that_the_server_ended_is_not_given_out_again(
    database: Database,
) -> None:
    with pytest.raises(asyncpg.PostgresConnectionError):
        async with database.reading() as session:
            await driver.fetch(session, "SELECT pg_terminate_backend(pg_backend_pid())")
    async with asyncio.timeout(30), database.reading() as session:
        assert await driver.fetch(session, "SELECT count(*) FROM ledger_head") == [(1,)]


async def test_many_more_readers_than_connections_are_served(database: Database) -> None:
    async def read() -> int:
        async with database.reading() as session:
            await asyncio.sleep(0.001)
            return len(await driver.fetch(session, "SELECT 1 FROM ledger_head"))

    async with asyncio.timeout(30):
        assert sum(await asyncio.gather(*(read() for _ in range(200)))) == 200


async def test_lists_of_any_length_are_asked_for_in_one_statement(database: Database) -> None:
    numbers, texts = list(range(100_000)), [f"Iruñea {n}" for n in range(100_000)]
    async with database.reading() as session:
        asked = "SELECT count(*) FROM {numbers} WHERE wanted.value >= $2"
        assert (await driver.fetch(session, asked, numbers, 10))[0][0] == 99_990
        asked = "SELECT count(*) FROM {texts} WHERE wanted.value = $2"
        assert (await driver.fetch(session, asked, texts, "Iruñea 7"))[0][0] == 1
        assert await driver.fetch(session, "SELECT 1 FROM {texts}", []) == []
