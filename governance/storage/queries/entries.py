"""Finding entries of the ledger without reading all of it: by code, or by whom they name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.encoding import text_of
from governance.vocabulary.instants import from_microseconds

Found = tuple[int, str]
"""Position and stream of an entry."""
HOLDS = {
    driver.SQLITE: "instr(entry, ${}) > 0",
    "postgresql": "position(${}::bytea IN entry) > 0",
}
"""That the bytes of an entry hold a value."""
AT_MOST = 200_000


async def newest_with(
    session: Session, codes: Sequence[str], *, before: int, limit: int
) -> list[Found]:
    """The newest entries with one of these codes below a position, the newest first."""
    found: list[Found] = []
    for code in codes:
        newest = "SELECT position, stream FROM ledger_entries WHERE code = $1 AND position < $2"
        statement = f"{newest} ORDER BY position DESC LIMIT $3"
        found += await driver.fetch(session, statement, code, before, limit)
    return sorted(((position, stream) for position, stream in found), reverse=True)[:limit]


@dataclass(frozen=True, slots=True)
class Heading:
    """What an entry is, without what it says."""

    position: int
    at: datetime
    stream: str
    code: str


async def following(
    session: Session,
    codes: Sequence[str] | None,
    *,
    after: int,
    up_to: int,
    limit: int,
) -> list[Heading]:
    """The oldest entries above a position, with one of these codes or of any, in their order."""
    rows: list[Any] = []
    for code in (None,) if codes is None else codes:
        values: list[Any] = [after, up_to, limit]
        where = "position > $1 AND position <= $2"
        if code is not None:
            values.append(code)
            where += " AND code = $4"
        columns = "SELECT position, at, stream, code FROM ledger_entries"
        statement = f"{columns} WHERE {where} ORDER BY position LIMIT $3"
        rows += [tuple(row) for row in await driver.fetch(session, statement, *values)]
    return [
        Heading(position, from_microseconds(at), stream, code)
        for position, at, stream, code in sorted(rows)[:limit]
    ]


async def naming(session: Session, codes: Iterable[str], named: str) -> list[Found]:
    """The entries of these codes that name somebody or something, the newest first.

    An id is looked for in the bytes: whoever asks reads the streams, and decides what it is there.
    Codes are those of lives with thousands of entries, not of citizens.
    """
    there = HOLDS[session.dialect].format(2)
    statement = (
        "SELECT e.position, e.stream FROM {texts} CROSS JOIN ledger_entries e "
        f"WHERE e.code = wanted.value AND {there}"
    )
    rows = await driver.fetch(session, statement, list(codes), text_of(named).encode())
    return sorted(((position, stream) for position, stream in rows), reverse=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is kept."""

    position: int
    at: datetime
    stream: str
    code: str
    text: str
    """Its canonical bytes, which are UTF-8 (RFC 8785)."""

    @property
    def by(self) -> str:
        """Who did it, as the entry says."""
        by: str = json.loads(self.text)["by"]
        return by


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which entries are looked for, at positions from ``first`` up to below ``before``."""

    first: int
    before: int
    codes: tuple[str, ...] | None = None
    """None is any."""
    stream: str | None = None
    by: str | None = None
    """Nobody keeps an index of who did what: at most ``AT_MOST`` positions are looked through."""
    oldest_first: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """The first position that is looked at, and the first that no longer is."""
        if self.by is None:
            return self.first, self.before
        if self.oldest_first:
            return self.first, min(self.before, self.first + AT_MOST)
        return max(self.first, self.before - AT_MOST), self.before


async def seek(session: Session, sought: Sought, *, limit: int) -> tuple[list[Entry], int | None]:
    """The newest of them, or the oldest, and the position beyond which others follow; None where
    none do."""
    if not all(driver.keepable(value) for value in (sought.stream, sought.by)):
        return [], None
    rows: list[Any] = []
    for code in (None,) if sought.codes is None else sought.codes:
        rows += await _seek_one(session, sought, code, limit + 1)
    found = sorted(rows, reverse=not sought.oldest_first)[: limit + 1]
    entries = [
        Entry(position, from_microseconds(at), stream, code, bytes(entry).decode())
        for position, at, stream, code, entry in found[:limit]
    ]
    if len(found) > limit:
        return entries, entries[-1].position
    low, end = sought.bounds
    if sought.oldest_first:
        return entries, end - 1 if end < sought.before else None
    return entries, low if low > sought.first else None


async def _seek_one(session: Session, sought: Sought, code: str | None, limit: int) -> list[Any]:
    values: list[Any] = [*sought.bounds]
    where = ["position >= $1", "position < $2"]
    for name, value in (("code", code), ("stream", sought.stream)):
        if value is not None:
            values.append(value)
            where.append(f"{name} = ${len(values)}")
    if sought.by is not None:
        values.append(f'"by":{text_of(sought.by)},"code":'.encode())
        where.append(HOLDS[session.dialect].format(len(values)))
    values.append(limit)
    order = "position" if sought.stream is None else "version"
    order += "" if sought.oldest_first else " DESC"
    columns = "SELECT position, at, stream, code, entry FROM ledger_entries"
    statement = f"{columns} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ${len(values)}"
    rows: list[Any] = await driver.fetch(session, statement, *values)
    return [tuple(row) for row in rows]
