"""Statements straight to the driver, inside one transaction of ``Database``.

SQLAlchemy's own path costs several thread hops per statement on SQLite and much time per row in
bulk. Values are ``$1``, ``$2``, ...; ``{texts}`` and ``{numbers}`` are the list given as ``$1``, a
source of rows named ``wanted`` with one column ``value``, whatever its length::

    SELECT e.entry FROM {texts} CROSS JOIN ledger_entries e WHERE e.stream = wanted.value

The cross join makes both databases look up each wanted value, whatever they guess.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection

SQLITE = "sqlite"
_LISTS = {
    SQLITE: {"texts": "json_each($1) AS wanted", "numbers": "json_each($1) AS wanted"},
    "postgresql": {
        "texts": "unnest($1::text[]) AS wanted(value)",
        "numbers": "unnest($1::bigint[]) AS wanted(value)",
    },
}
COPY_FROM = 64
"""From so many rows on, PostgreSQL's COPY is faster than a prepared insert."""


@dataclass(frozen=True, slots=True)
class Session:
    """One transaction: the driver's own connection that is in it."""

    driver: Any
    """Of aiosqlite or asyncpg."""
    dialect: str
    """``sqlite`` or ``postgresql``."""


async def session_on(connection: AsyncConnection) -> Session:
    """A session on a connection of the pool. Its transaction is begun and ended by statements."""
    raw = await connection.get_raw_connection()
    return Session(raw.driver_connection, connection.dialect.name)


async def fetch(session: Session, sql: str, *values: Any) -> list[Any]:
    """The rows of a statement, as tuples. Texts of a list that cannot be kept match nothing."""
    driver, dialect = session.driver, session.dialect
    statement = _prepared(dialect, sql)
    asked = [
        [item for item in value if keepable(item)] if isinstance(value, list) else value
        for value in values
    ]
    if dialect == SQLITE:
        rows: list[Any] = await driver.execute_fetchall(statement, _plain(asked))
        return rows
    found: list[Any] = await driver.fetch(statement, *asked)
    return found


def keepable(value: Any) -> bool:
    """Whether both databases can hold it: no NUL and no lone surrogates in text."""
    if not isinstance(value, str):
        return True
    return "\x00" not in value and (value.isascii() or _is_unicode(value))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


async def run(session: Session, sql: str, *values: Any) -> None:
    """A statement without rows."""
    driver, dialect = session.driver, session.dialect
    if dialect == SQLITE:
        await driver.execute_fetchall(_prepared(dialect, sql), _plain(values))
    else:
        await driver.execute(_prepared(dialect, sql), *values)


async def run_many(session: Session, sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """A statement without rows, once for each tuple of values."""
    if len(rows) == 1:  # on SQLite one hop to its thread instead of two
        await run(session, sql, *rows[0])
        return
    driver, dialect = session.driver, session.dialect
    cursor = await driver.executemany(_prepared(dialect, sql), rows)
    if cursor is not None:
        await cursor.close()


async def insert(
    session: Session, row: Any, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert tuples into the table of a row class, in bulk where there are many."""
    if not rows:
        return
    table: Table = row.__table__
    if session.dialect != SQLITE and len(rows) >= COPY_FROM:
        await session.driver.copy_records_to_table(table.name, records=rows, columns=list(columns))
        return
    await run_many(session, insert_statement(table.name, tuple(columns)), rows)


async def insert_new(
    session: Session, row: Any, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert tuples, leaving alone those whose key is there already."""
    if rows:
        statement = insert_statement(row.__table__.name, tuple(columns))
        await run_many(session, f"{statement} ON CONFLICT DO NOTHING", rows)


async def clear(session: Session, *rows: Any) -> None:
    """Delete all that is in the tables of these row classes."""
    for row in rows:
        await run(session, f"DELETE FROM {row.__table__.name}")


@cache
def insert_statement(table: str, columns: tuple[str, ...]) -> str:
    """``INSERT`` with a numbered value for each column."""
    values = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"


@cache
def _prepared(dialect: str, sql: str) -> str:
    for name, source in _LISTS[dialect].items():
        sql = sql.replace(f"{{{name}}}", source)
    return sql.replace("$", "?") if dialect == SQLITE else sql


def _plain(values: Iterable[Any]) -> list[Any]:
    return [json.dumps(value) if isinstance(value, list) else value for value in values]
