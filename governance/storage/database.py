"""One database, SQLite or PostgreSQL, read in snapshots and written by one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from governance.storage import driver

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
PATIENCE = 60
"""Seconds that a writer waits for its turn before it gives up."""
READERS = 20
CONNECTIONS, MOST_CONNECTIONS = 32, 50
"""Of one process to PostgreSQL: kept open, and at most. A new one takes longer than a page."""
SNAPSHOT = text("SELECT position FROM ledger_head")
LOCK = text("SELECT position FROM ledger_head FOR UPDATE")


def async_url(url: str) -> str:
    """The URL with the asynchronous driver of its database. Raises ValueError on any other."""
    parsed = make_url(url)
    name = DRIVERS.get(parsed.get_backend_name())
    if name is None:
        raise ValueError("only sqlite and postgresql are known databases")
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise ValueError("a ledger in memory would be lost: name a file")
    return parsed.set(drivername=name).render_as_string(hide_password=False)


def _sqlite(url: str, begin: str, *, writes: bool) -> AsyncEngine:
    """SQLite opens transactions itself at the wrong moment; here they begin as asked (STACK).

    One connection writes, so that writers of a process queue in order instead of polling a lock.
    """
    size = 1 if writes else READERS
    engine = create_async_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_timeout=PATIENCE,
        connect_args={"timeout": PATIENCE},
    )
    pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-131072"]
    if not writes:
        pragmas.append("query_only=ON")

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begins(connection: Any) -> None:
        # straight to the driver: a cursor of SQLAlchemy's costs three hops to its thread, not one
        connection.connection.dbapi_connection.run_async(lambda raw: raw.execute_fetchall(begin))

    return engine


class Database:
    """Opens sessions. ``reading`` sees one snapshot; ``writing`` holds the append lock."""

    def __init__(self, url: str) -> None:
        self.url = async_url(url)
        self.dialect = make_url(self.url).get_backend_name()
        if self.dialect == "sqlite":
            self._reader = _sqlite(self.url, "BEGIN", writes=False)
            self._writer = _sqlite(self.url, "BEGIN IMMEDIATE", writes=True)
        else:
            self._writer = create_async_engine(
                self.url,
                pool_size=CONNECTIONS,
                max_overflow=MOST_CONNECTIONS - CONNECTIONS,
                pool_timeout=PATIENCE,
                pool_use_lifo=True,  # those used last know their statements and their plans
            )
            self._reader = self._writer.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """One snapshot, taken now; nothing can be written."""
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            if self.dialect == "postgresql":
                await session.execute(SNAPSHOT)
            await driver.attach(session, self.dialect)
            if self.dialect == "sqlite":
                await driver.fetch(session, SNAPSHOT.text)
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """The append lock from before the first read to the commit; any error rolls back."""
        async with (
            AsyncSession(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            if self.dialect == "postgresql":
                await session.execute(LOCK)
            await driver.attach(session, self.dialect)
            yield session

    @asynccontextmanager
    async def beside(self) -> AsyncIterator[AsyncSession]:
        """A short transaction beside the ledger: web sessions, quotas. It appends nothing.

        PostgreSQL takes no append lock for it, so that browsing never waits for honest writers.
        """
        async with (
            AsyncSession(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            await driver.attach(session, self.dialect)
            yield session

    async def migrate(self) -> None:
        """Bring the tables up to date."""
        await asyncio.to_thread(command.upgrade, self.alembic(), "head")

    def alembic(self) -> Config:
        """The configuration of the migrations for this database."""
        config = Config()
        config.set_main_option("script_location", "migrations:")
        config.attributes["url"] = self.url
        return config

    async def close(self) -> None:
        """Give every connection back."""
        await self._reader.dispose()
        await self._writer.dispose()
