"""Finding entries of the ledger without reading all of it: by code, or by whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage import driver
from governance.storage.encoding import text_of

Found = tuple[int, str]
"""Position and stream of an entry."""
NAMED = {
    driver.SQLITE: "instr(e.entry, $2) > 0",
    "postgresql": "position($2::bytea IN e.entry) > 0",
}


async def newest_with(
    session: AsyncSession, codes: Sequence[str], *, before: int, limit: int
) -> list[Found]:
    """The newest entries with one of these codes below a position, the newest first."""
    found: list[Found] = []
    for code in codes:
        newest = "SELECT position, stream FROM ledger_entries WHERE code = $1 AND position < $2"
        statement = f"{newest} ORDER BY position DESC LIMIT $3"
        found += await driver.fetch(session, statement, code, before, limit)
    return sorted(((position, stream) for position, stream in found), reverse=True)[:limit]


async def naming(session: AsyncSession, codes: Iterable[str], named: str) -> list[Found]:
    """The entries of these codes that name somebody or something, the newest first.

    An id is looked for in the bytes: whoever asks reads the streams, and decides what it is there.
    Codes are those of lives with thousands of entries, not of citizens.
    """
    there = NAMED[driver.dialect_of(session)]
    statement = (
        "SELECT e.position, e.stream FROM {texts} CROSS JOIN ledger_entries e "
        f"WHERE e.code = wanted.value AND {there}"
    )
    rows = await driver.fetch(session, statement, list(codes), text_of(named).encode())
    return sorted(((position, stream) for position, stream in rows), reverse=True)
