"""Runs migrations on the database that ``Database.migrate`` names, or ``alembic -x url=...``."""

from __future__ import annotations

import asyncio
from typing import Any

from alembic import context
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from governance.storage.database import async_url
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


url = context.config.attributes.get("url") or async_url(
    context.get_x_argument(as_dictionary=True)["url"]
)
asyncio.run(connect(url))
