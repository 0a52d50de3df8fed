"""Migrations on both databases: from nothing, once or twice, and nothing left to migrate."""

from __future__ import annotations

import asyncio

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from governance.storage import driver, ledger
from governance.storage.database import Database, async_url
from governance.storage.tables import METADATA
from governance.storage.tables.columns import Data, data_of
from tests.contracts.entries import several


@pytest.fixture
async def empty(empty_database_url: str) -> Database:
    """A database without tables."""
    return Database(empty_database_url)


async def test_an_empty_database_can_be_migrated_twice_and_used(empty: Database) -> None:
    await empty.migrate()
    async with empty.writing() as session:
        await ledger.append(session, several(3))
    await empty.migrate()
    async with empty.reading() as session:
        assert (await ledger.head(session)).position == 3
    await empty.close()


async def test_the_tables_are_those_that_the_code_describes(empty: Database) -> None:
    await empty.migrate()
    await asyncio.to_thread(command.check, empty.alembic())
    async with empty.reading() as session:
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        if empty.dialect == "postgresql":
            names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        found = {name for (name,) in await driver.fetch(session, names)}
    assert found - {"sqlite_sequence", "sqlite_stat1"} == {*METADATA.tables, "alembic_version"}
    await empty.close()


async def test_a_ledger_is_not_taken_away(empty: Database) -> None:
    await empty.migrate()
    with pytest.raises(RuntimeError, match="not taken away"):
        await asyncio.to_thread(command.downgrade, empty.alembic(), "base")
    async with empty.reading() as session:
        assert (await ledger.head(session)).position == 0
    await empty.close()


def test_revisions_follow_one_another() -> None:
    config = Database("sqlite:///nowhere").alembic()
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_every_column_says_how_personal_it_is() -> None:
    columns = [column for table in METADATA.tables.values() for column in table.columns]
    assert {str(column): data_of(column) for column in columns}
    marks = {str(column): data_of(column) for column in columns}
    assert marks["identity.birth_date"] is marks["documents.body"] is Data.PERSONAL
    assert marks["ledger_entries.entry"] is Data.PSEUDONYMOUS


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name"])
def test_a_ledger_in_memory_or_elsewhere_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="ledger in memory|known databases"):
        async_url(url)
