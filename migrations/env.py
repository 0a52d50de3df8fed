"""Runs migrations on the database that the caller names in ``config.attributes["url"]``."""

from __future__ import annotations

import asyncio
from typing import Any

from alembic import context
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from governance.storage.tables import METADATA


def run(connection: Connection) -> None:
    """Bring the tables to the revision asked for, in one transaction where the database can."""
    context.configure(connection=connection, target_metadata=METADATA, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


def write_ahead(connection: Any, _record: Any) -> None:
    """The file is in WAL mode from its birth: switching later fails when two connections try."""
    connection.cursor().execute("PRAGMA journal_mode=WAL")


async def connect(url: str) -> None:
    """Open one connection, and close it behind us."""
    engine = create_async_engine(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", write_ahead)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(connect(context.config.attributes["url"]))
