"""The ledger: entries at dense positions, given under one lock, in one Merkle tree (DESIGN 8)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.merkle import Frontier, leaf_hash
from governance.storage import erasables, tiles
from governance.storage.codec import decode, encode, open_envelope
from governance.storage.people import chunks, insert_all, table_of
from governance.storage.tables.ledger import LedgerEntry, LedgerHead
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import from_microseconds, microseconds

ENTRIES = table_of(LedgerEntry)
HEAD = table_of(LedgerHead)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry as read: where it stands, and the event that it holds."""

    position: int
    stream: str
    version: int
    event: Event


@dataclass(frozen=True, slots=True)
class Head:
    """How far the ledger has come; ``at`` is the time of its newest entry."""

    position: int
    at: datetime | None
    frontier: Frontier


async def head(session: AsyncSession) -> Head:
    """The newest position, its time, and the frontier of the tree."""
    row = (await session.execute(select(HEAD))).one()
    at = None if row.at is None else from_microseconds(row.at)
    return Head(row.position, at, Frontier.from_bytes(row.position, row.frontier))


async def versions(session: AsyncSession, streams: Iterable[str]) -> dict[str, int]:
    """The newest version of each stream; 0 where there is none."""
    wanted = list(dict.fromkeys(streams))
    found = dict.fromkeys(wanted, 0)
    for part in chunks(wanted):
        statement = (
            select(ENTRIES.c.stream, func.max(ENTRIES.c.version))
            .where(ENTRIES.c.stream.in_(part))
            .group_by(ENTRIES.c.stream)
        )
        found |= {stream: version for stream, version in await session.execute(statement)}
    return found


async def append(
    session: AsyncSession,
    entries: Sequence[tuple[str, Event]],
    known: dict[str, int] | None = None,
) -> list[Recorded]:
    """Append events, in order, inside ``Database.writing``.

    ``known`` holds the newest versions of the streams, where the caller has read them under this
    lock. Raises ValueError where a time goes backwards: time is the caller's to give.
    """
    start = await head(session)
    counts = dict(known or await versions(session, (stream for stream, _ in entries)))
    frontier, last = start.frontier, start.at
    recorded: list[Recorded] = []
    rows: list[dict[str, Any]] = []
    kept: list[erasables.Kept] = []
    leaves: list[bytes] = []
    for position, (stream, event) in enumerate(entries, start.position + 1):
        if last is not None and event.at < last:
            raise ValueError("the time of an entry goes backwards")
        last = event.at
        version = counts[stream] = counts.get(stream, 0) + 1
        event, values = erasables.sealed(event)
        salt = secrets.token_hex(16)
        entry = encode(event, stream=stream, version=version, salt=salt)
        leaf = leaf_hash(entry)
        frontier.append(leaf)
        leaves.append(leaf)
        row = {"position": position, "stream": stream, "version": version}
        rows.append({**row, "code": event.CODE, "at": microseconds(event.at), "entry": entry})
        if values:
            kept.append((position, stream, version, values))
        recorded.append(Recorded(position, stream, version, event))
    if not recorded or last is None:
        return []
    await insert_all(session, LedgerEntry, rows)
    await erasables.keep(session, kept)
    await tiles.grow(session, start.position, leaves)
    state = {"position": frontier.size, "at": microseconds(last), "frontier": frontier.to_bytes()}
    await session.execute(update(HEAD).values(**state))
    return recorded


async def read(
    session: AsyncSession, streams: Iterable[str], *, up_to: int | None = None
) -> dict[str, list[Recorded]]:
    """The entries of these streams in order, as of a position or as they stand."""
    found: dict[str, list[Recorded]] = {}
    for part in chunks(streams):
        statement = select(ENTRIES.c.position, ENTRIES.c.entry).where(ENTRIES.c.stream.in_(part))
        if up_to is not None:
            statement = statement.where(ENTRIES.c.position <= up_to)
        rows = await session.execute(statement.order_by(ENTRIES.c.position))
        for entry in await _recorded(session, list(rows)):
            found.setdefault(entry.stream, []).append(entry)
    return found


async def read_from(session: AsyncSession, position: int, *, limit: int) -> list[Recorded]:
    """Up to ``limit`` entries from a position on: a cursor that loses nothing."""
    statement = (
        select(ENTRIES.c.position, ENTRIES.c.entry)
        .where(ENTRIES.c.position >= position)
        .order_by(ENTRIES.c.position)
        .limit(limit)
    )
    return await _recorded(session, list(await session.execute(statement)))


async def read_at(session: AsyncSession, positions: Iterable[int]) -> list[Recorded]:
    """The entries at these positions."""
    rows: list[Any] = []
    for part in chunks(positions):
        statement = select(ENTRIES.c.position, ENTRIES.c.entry)
        rows += await session.execute(statement.where(ENTRIES.c.position.in_(part)))
    return await _recorded(session, sorted(rows))


async def stream_ids(session: AsyncSession, life: str) -> list[str]:
    """The ids of every stream of one kind, in order of their first entry."""
    statement = (
        select(ENTRIES.c.stream)
        .where(ENTRIES.c.version == 1, ENTRIES.c.stream.like(f"{life}/%"))
        .order_by(ENTRIES.c.position)
    )
    return [row.stream.partition("/")[2] for row in await session.execute(statement)]


async def _recorded(session: AsyncSession, rows: Sequence[Any]) -> list[Recorded]:
    opened = [(position, open_envelope(entry)) for position, entry in rows]
    events = [(position, envelope, decode(envelope)) for position, envelope in opened]
    personal = [p for p, _, event in events if erasables.has_erasables(event)]
    values = await erasables.values_at(session, personal) if personal else {}
    return [
        Recorded(
            position,
            envelope.stream,
            envelope.version,
            erasables.rejoined(event, position, values),
        )
        for position, envelope, event in events
    ]
