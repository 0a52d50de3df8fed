"""One database, SQLite or PostgreSQL, read in snapshots and written by one at a time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from asyncpg import PostgresError, UndefinedTableError
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from governance.storage import driver
from governance.storage.driver import Session

if TYPE_CHECKING:
    from alembic.config import Config

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
PATIENCE = 60
"""Seconds that a writer waits for its turn before it gives up."""
READERS = 20
CONNECTIONS, MOST_CONNECTIONS = 32, 50
"""Of one process to PostgreSQL: kept open, and at most. A new one takes longer than a page."""
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-131072",
    "wal_autocheckpoint=16384",
)
"""128 MiB of pages are kept in memory, and the log goes back into the file after 64 MiB: an import
writes the same pages again and again, and copies them less often so.
"""
HEAD = "SELECT position FROM ledger_head"
READING = {
    "sqlite": ("BEGIN", HEAD),  # its snapshot is that of the first statement
    "postgresql": (f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {HEAD}",),
}
WRITING = {"sqlite": ("BEGIN IMMEDIATE",), "postgresql": (f"BEGIN; {HEAD} FOR UPDATE",)}
BESIDE = {"sqlite": ("BEGIN IMMEDIATE",), "postgresql": ("BEGIN",)}


class Fault(StrEnum):
    """Why a database cannot be read."""

    UNREACHABLE = "unreachable"
    NO_TABLES = "no-tables"


def async_url(url: str) -> str:
    """The URL with the asynchronous driver of its database. Raises ValueError on any other."""
    parsed = make_url(url)
    name = DRIVERS.get(parsed.get_backend_name())
    if name is None:
        raise ValueError("only sqlite and postgresql are known databases")
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise ValueError("a ledger in memory would be lost: name a file")
    return parsed.set(drivername=name).render_as_string(hide_password=False)


def _sqlite(url: str, *, writes: bool) -> AsyncEngine:
    """SQLite opens no transaction by itself here; it did so at the wrong moment.

    One connection writes, so that writers of a process queue in order instead of polling a lock.
    """
    size = 1 if writes else READERS
    engine = create_async_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_timeout=PATIENCE,
        pool_reset_on_return=None,  # a transaction ends before its connection goes back
        connect_args={"timeout": PATIENCE},
    )
    pragmas = [*PRAGMAS]
    if not writes:
        pragmas.append("query_only=ON")

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


class Database:
    """Opens sessions. ``reading`` sees one snapshot; ``writing`` holds the append lock."""

    def __init__(self, url: str) -> None:
        self.url = async_url(url)
        self.dialect = make_url(self.url).get_backend_name()
        if self.dialect == "sqlite":
            self._reader = _sqlite(self.url, writes=False)
            self._writer = _sqlite(self.url, writes=True)
        else:
            self._writer = create_async_engine(
                self.url,
                pool_size=CONNECTIONS,
                max_overflow=MOST_CONNECTIONS - CONNECTIONS,
                pool_timeout=PATIENCE,
                pool_reset_on_return=None,
                pool_use_lifo=True,  # those used last know their statements and their plans
            )
            self._reader = self._writer

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Session]:
        """One snapshot, taken now; nothing can be written."""
        async with self._transaction(self._reader, READING) as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Session]:
        """The append lock from before the first read to the commit; any error rolls back."""
        async with self._transaction(self._writer, WRITING) as session:
            yield session

    @asynccontextmanager
    async def beside(self) -> AsyncIterator[Session]:
        """A short transaction beside the ledger: web sessions, quotas. It appends nothing.

        PostgreSQL takes no append lock for it, so that browsing never waits for honest writers.
        """
        async with self._transaction(self._writer, BESIDE) as session:
            yield session

    @asynccontextmanager
    async def _transaction(
        self, engine: AsyncEngine, begin: Mapping[str, Sequence[str]]
    ) -> AsyncIterator[Session]:
        """Begun and ended by statements to the driver: SQLAlchemy's own way takes twice as long."""
        async with engine.connect() as connection:
            session = await driver.session_on(connection)
            try:
                for statement in begin[self.dialect]:
                    await driver.run(session, statement)
                yield session
                await driver.run(session, "COMMIT")
            except BaseException:
                await _roll_back(connection, session)
                raise

    async def fault(self) -> Fault | None:
        """What stands in the way of reading; None where nothing does."""
        try:
            if self.dialect == "sqlite":  # its thread outlives a loop in which opening failed
                sqlite3.connect(str(make_url(self.url).database)).close()
            async with self.reading():
                return None
        except (UndefinedTableError, sqlite3.OperationalError) as error:
            missing = not isinstance(error, sqlite3.Error) or "no such table" in str(error)
            return Fault.NO_TABLES if missing else Fault.UNREACHABLE
        except (OSError, SQLAlchemyError, PostgresError):
            return Fault.UNREACHABLE

    async def migrate(self) -> None:
        """Bring the tables up to date."""
        from alembic import command  # slow to import; no other command needs it

        await asyncio.to_thread(command.upgrade, self.alembic(), "head")

    def alembic(self) -> Config:
        """The configuration of the migrations for this database."""
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", "migrations:")
        config.attributes["url"] = self.url
        return config

    async def close(self) -> None:
        """Give every connection back."""
        await self._reader.dispose()
        await self._writer.dispose()


async def _roll_back(connection: AsyncConnection, session: Session) -> None:
    """Nobody else is given a connection of which it is not sure that its transaction has ended."""
    try:
        await driver.run(session, "ROLLBACK")
    except BaseException:
        await connection.invalidate()
