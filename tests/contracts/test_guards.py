"""The database itself refuses what the ledger forbids, whoever writes to it."""

from __future__ import annotations

import sqlite3
from typing import Any

import asyncpg
import pytest

from governance.storage import driver, ledger
from governance.storage.checkpoints import sign_checkpoint
from governance.storage.database import Database
from governance.storage.people import insert_all
from governance.storage.tables.service import AccessLogRow
from tests.contracts.entries import kin, registered, several

REFUSED = (sqlite3.IntegrityError, asyncpg.RaiseError, asyncpg.UniqueViolationError)
READ = {"at": 1, "reader": "r", "act": "a", "about": "x", "allowed": True, "rules": ""}
CHANGES = (
    "UPDATE ledger_entries SET entry = entry WHERE position = 3",
    "UPDATE ledger_entries SET stream = 'x' WHERE position = 3",
    "DELETE FROM ledger_entries WHERE position = (SELECT max(position) FROM ledger_entries)",
    "UPDATE ledger_tiles SET root = root",
    "DELETE FROM ledger_tiles",
    "UPDATE ledger_checkpoints SET note = 'x'",
    "DELETE FROM ledger_checkpoints",
    "DELETE FROM ledger_head",
    "UPDATE access_log SET allowed = NOT allowed",
    "DELETE FROM access_log",
    "UPDATE documents SET body = 'x'",
    "UPDATE documents SET position = 99",
    "DELETE FROM documents",
    "UPDATE identity SET given_name = 'x'",
    "UPDATE identity SET birth_date = '1999-01-01'",
    "UPDATE identity SET citizen = 99",
    "DELETE FROM identity",
)
INTO = "INSERT INTO ledger_entries (position, stream, version, code, at, entry)"
BESIDE = {
    "a gap": f"{INTO} SELECT 302, 'x', 1, 'c', 1, entry FROM ledger_entries WHERE position = 1",
    "a position": f"{INTO} SELECT 1, 'x', 1, 'c', 1, entry FROM ledger_entries WHERE position = 1",
    "a version": f"{INTO} SELECT 301, stream, 1, 'c', 1, entry FROM ledger_entries LIMIT 1",
}


@pytest.fixture
async def filled(database: Database) -> Database:
    """A row in every table that is guarded."""
    async with database.writing() as session:
        await ledger.append(session, [registered(), kin(), *several(298)])
        await sign_checkpoint(session, origin="x", public_key=b"k" * 32, sign=lambda _: b"s" * 64)
        await insert_all(session, AccessLogRow, [READ])
    return database


async def run(database: Database, sql: str) -> None:
    async with database.writing() as session:
        await driver.run(session, sql)


async def everything(database: Database) -> list[Any]:
    tables = ("ledger_entries", "ledger_tiles", "ledger_checkpoints", "ledger_head")
    others = ("access_log", "documents", "identity")
    async with database.reading() as session:
        found = [
            await driver.fetch(session, f"SELECT * FROM {table} ORDER BY 1")
            for table in tables + others
        ]
    assert all(found)
    return found


@pytest.mark.parametrize("change", CHANGES)
async def test_nobody_can_change_or_delete_what_only_grows(filled: Database, change: str) -> None:
    before = await everything(filled)
    with pytest.raises(REFUSED):
        await run(filled, change)
    assert await everything(filled) == before


@pytest.mark.parametrize("insert", BESIDE.values(), ids=BESIDE)
async def test_nobody_can_leave_a_gap_or_take_a_place(filled: Database, insert: str) -> None:
    with pytest.raises(REFUSED):
        await run(filled, insert)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_an_insert_cannot_replace(filled: Database) -> None:
    before = await everything(filled)
    tables = ("ledger_entries", "ledger_tiles", "ledger_checkpoints", "documents", "identity")
    for table in (*tables, "access_log"):
        with pytest.raises(REFUSED):
            await run(filled, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")
    assert await everything(filled) == before


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_nobody_can_empty_a_table(filled: Database) -> None:
    for table in ("ledger_entries", "ledger_tiles", "ledger_head", "documents", "identity"):
        with pytest.raises(asyncpg.RaiseError):
            await run(filled, f"TRUNCATE {table}")


@pytest.mark.parametrize(
    "erasure",
    [
        "UPDATE documents SET salt = NULL, body = NULL",
        "UPDATE identity SET salt = NULL, given_name = NULL, birth_date = NULL",
    ],
)
async def test_erasure_is_allowed(filled: Database, erasure: str) -> None:
    await run(filled, erasure)
    again = erasure.replace("salt = NULL", "salt = 'x'")
    with pytest.raises(REFUSED):
        await run(filled, again)


async def test_a_reader_cannot_write(filled: Database) -> None:
    async with filled.reading() as session:
        with pytest.raises((sqlite3.OperationalError, asyncpg.ReadOnlySQLTransactionError)):
            await driver.run(session, "UPDATE ledger_head SET position = 0")
