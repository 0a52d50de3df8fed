"""One database, SQLite or PostgreSQL, read in snapshots and written by one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
BEGIN = "baimena_begin"


def async_url(url: str) -> str:
    """The URL with the asynchronous driver of its database."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    driver = drivers.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError("only sqlite and postgresql are known databases")
    return parsed.set(drivername=driver).render_as_string(hide_password=False)


def _tune_sqlite(engine: AsyncEngine) -> None:
    """SQLite opens transactions itself at the wrong moment; here they begin as asked (STACK)."""

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=30000",
            "cache_size=-65536",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))


class Database:
    """Opens sessions. ``reading`` sees one snapshot; ``writing`` holds the append lock throughout."""

    def __init__(self, url: str) -> None:
        self.url = async_url(url)
        self.dialect = make_url(self.url).get_backend_name()
        self._engine = create_async_engine(self.url, pool_size=20, max_overflow=30)
        if self.dialect == "sqlite":
            _tune_sqlite(self._engine)
            self._reader = self._engine.execution_options(**{BEGIN: "BEGIN"})
            self._writer = self._engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        else:
            self._reader = self._engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self._writer = self._engine

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """One snapshot; nothing can be written."""
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """The append lock from before the first read to the commit; any error rolls back."""
        async with (
            AsyncSession(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            if self.dialect == "postgresql":
                await session.execute(text("SELECT position FROM ledger_head FOR UPDATE"))
            yield session

    async def migrate(self) -> None:
        """Bring the tables up to date."""
        await asyncio.to_thread(command.upgrade, self.alembic(), "head")

    def alembic(self) -> Config:
        """The configuration of the migrations for this database."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["url"] = self.url
        return config

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()
