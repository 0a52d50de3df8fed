"""The limits of durable commands: bare inserts of the same bytes, each committed or in groups."""

from __future__ import annotations

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

from governance.storage.database import Database

TABLE = "CREATE TABLE IF NOT EXISTS bare (position bigint PRIMARY KEY, entry {bytes} NOT NULL)"
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL")
"""As in production."""
Insert = Callable[[bytes], Awaitable[None]]
Row = tuple[int, bytes]


class Bare(ABC):
    """A table beside the ledger, in a database of the same kind and with the same promises."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def row(self, entry: bytes) -> Row:
        """The next row of the table."""
        return next(self._numbers), entry

    @abstractmethod
    async def open(self) -> None:
        """Make the table."""

    @abstractmethod
    async def insert(self, rows: Sequence[Row]) -> None:
        """One transaction, committed to the disk."""

    @abstractmethod
    async def close(self) -> None:
        """Give everything back."""

    async def each(self, entry: bytes) -> None:
        """One entry, one commit."""
        await self.insert([self.row(entry)])


class BareSqlite(Bare):
    """One thread writes, as one connection of ours does."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._thread = path, ThreadPoolExecutor(1)
        self._connection: sqlite3.Connection

    async def _apart(self, work: Callable[[], None]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def open(self) -> None:
        """Make the table."""

        def opened() -> None:
            self._connection = sqlite3.connect(self._path, isolation_level=None)
            for pragma in PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute(TABLE.format(bytes="blob"))

        await self._apart(opened)

    async def insert(self, rows: Sequence[Row]) -> None:
        """One transaction, committed to the disk."""

        def inserted() -> None:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT INTO bare VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")

        await self._apart(inserted)

    async def close(self) -> None:
        """Give everything back."""
        await self._apart(self._connection.close)
        self._thread.shutdown()


class BarePostgres(Bare):
    """A connection for each who inserts."""

    def __init__(self, url: str, connections: int) -> None:
        super().__init__()
        self._url, self._connections = make_url(url), connections
        self._pool: Any

    async def open(self) -> None:
        """Make the table."""
        size = {"min_size": self._connections, "max_size": self._connections}
        self._pool = await asyncpg.create_pool(
            host=self._url.query["host"],
            user=self._url.username,
            database=self._url.database,
            **size,
        )
        await self._pool.execute(TABLE.format(bytes="bytea"))

    async def insert(self, rows: Sequence[Row]) -> None:
        """One transaction, committed to the disk."""
        async with self._pool.acquire() as connection:
            if len(rows) == 1:
                await connection.execute("INSERT INTO bare VALUES ($1, $2)", *rows[0])
            else:
                await connection.executemany("INSERT INTO bare VALUES ($1, $2)", rows)

    async def close(self) -> None:
        """Give everything back."""
        await self._pool.close()


def bare(database: Database, folder: Path, connections: int) -> Bare:
    """The bare table of the same kind of database; for SQLite a file of its own."""
    if database.dialect == "sqlite":
        return BareSqlite(folder / "bare.db")
    return BarePostgres(database.url, connections)


class Grouped:
    """A sequencer: whoever comes while one group is committed goes with the next."""

    def __init__(self, table: Bare) -> None:
        self._table = table
        self._waiting: list[tuple[bytes, asyncio.Future[None]]] = []
        self._at_work: asyncio.Task[None] | None = None

    async def insert(self, entry: bytes) -> None:
        """Back when the entry is on the disk."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, done))
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.create_task(self._work())
        await done

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            await self._table.insert([self._table.row(entry) for entry, _ in group])
            for _, done in group:
                done.set_result(None)
