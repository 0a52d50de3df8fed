"""The ledger: entries at dense positions, given under one lock, in one Merkle tree."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.merkle import Frontier, leaf_hash
from governance.refusals import Refusal, Refused
from governance.storage import driver, erasables, tiles
from governance.storage.codec import encode, read_entry
from governance.storage.driver import Session
from governance.storage.tables.ledger import LedgerEntry
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import from_microseconds, microseconds

COLUMNS = ("position", "stream", "version", "code", "at", "entry")
SALT_BYTES = 16


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

    @property
    def root(self) -> bytes:
        """The root of the tree over everything up to here."""
        return self.frontier.root()


async def head(session: Session) -> Head:
    """The newest position, its time, and the frontier of the tree."""
    found = "SELECT position, at, frontier FROM ledger_head"
    [(position, at, frontier)] = await driver.fetch(session, found)
    time = None if at is None else from_microseconds(at)
    return Head(position, time, Frontier.from_bytes(position, frontier))


async def versions(session: Session, streams: Iterable[str]) -> dict[str, int]:
    """The newest version of each stream; 0 where there is none."""
    newest = "SELECT max(e.version) FROM ledger_entries e WHERE e.stream = wanted.value"
    statement = f"SELECT wanted.value, coalesce(({newest}), 0) FROM {{texts}}"
    wanted = dict.fromkeys(streams, 0)
    return wanted | dict(await driver.fetch(session, statement, list(wanted)))


async def append(
    session: Session,
    entries: Sequence[tuple[str, Event]],
    known: dict[str, int] | None = None,
    start: Head | None = None,
) -> list[Recorded]:
    """Append events, in order, inside ``Database.writing``.

    ``known`` holds the newest versions of the streams, and ``start`` the head, where the caller
    has read them under this lock. Raises ValueError where a time goes backwards (time is the
    caller's to give), and Refused where a text cannot be kept: NUL, or lone surrogates.
    """
    if not entries:
        return []
    start = start or await head(session)
    if known is None:
        known = await versions(session, (stream for stream, _ in entries))
    added = _Added(start, dict(known))
    for stream, event in entries:
        added.add(stream, event)
    await driver.insert(session, LedgerEntry, COLUMNS, added.rows)
    await erasables.keep(session, added.kept)
    await tiles.grow(session, start.position, added.leaves)
    await driver.run(
        session,
        "UPDATE ledger_head SET position = $1, at = $2, frontier = $3",
        added.frontier.size,
        added.at,
        added.frontier.to_bytes(),
    )
    return added.recorded


class _Added:
    """What an append is about to write."""

    def __init__(self, start: Head, counts: dict[str, int]) -> None:
        self.frontier, self.counts = start.frontier, counts
        self.at = 0 if start.at is None else microseconds(start.at)
        self.rows: list[tuple[Any, ...]] = []
        self.leaves: list[bytes] = []
        self.kept: list[erasables.Kept] = []
        self.recorded: list[Recorded] = []

    def add(self, stream: str, event: Event) -> None:
        """One more entry, after those before it."""
        at = microseconds(event.at)
        if at < self.at:
            raise ValueError("the time of an entry goes backwards")
        self.at = at
        position = self.frontier.size + 1
        version = self.counts[stream] = self.counts.get(stream, 0) + 1
        event, values = erasables.sealed(event)
        salt = secrets.token_hex(SALT_BYTES)
        entry = _encoded(event, stream, version, salt)
        leaf = leaf_hash(entry)
        self.frontier.append(leaf)
        self.leaves.append(leaf)
        self.rows.append((position, stream, version, event.CODE, at, entry))
        if values:
            self.kept.append((position, stream, version, values))
        self.recorded.append(Recorded(position, stream, version, event))


def _encoded(event: Event, stream: str, version: int, salt: str) -> bytes:
    if not driver.keepable(stream):
        raise Refused(Refusal("text-not-storable", field="stream"))
    try:
        return encode(event, stream=stream, version=version, salt=salt)
    except UnicodeEncodeError:
        raise Refused(Refusal("text-not-storable")) from None


async def read(
    session: Session, streams: Iterable[str], *, up_to: int | None = None
) -> dict[str, list[Recorded]]:
    """The entries of these streams in order, as of a position or as they stand."""
    mine = (
        "SELECT e.position, e.entry FROM {texts} CROSS JOIN ledger_entries e "
        "WHERE e.stream = wanted.value"
    )
    wanted = list(dict.fromkeys(streams))
    if up_to is None:
        rows = await driver.fetch(session, mine, wanted)
    else:
        rows = await driver.fetch(session, f"{mine} AND e.position <= $2", wanted, up_to)
    found: dict[str, list[Recorded]] = {}
    for entry in await _recorded(session, sorted(rows)):
        found.setdefault(entry.stream, []).append(entry)
    return found


async def read_from(session: Session, position: int, *, limit: int) -> list[Recorded]:
    """Up to ``limit`` entries from a position on: a cursor that loses nothing."""
    following = "SELECT position, entry FROM ledger_entries WHERE position >= $1"
    statement = f"{following} ORDER BY position LIMIT $2"
    return await _recorded(session, await driver.fetch(session, statement, position, limit))


async def read_at(session: Session, positions: Iterable[int]) -> list[Recorded]:
    """The entries at these positions, in order."""
    these = (
        "SELECT e.position, e.entry FROM {numbers} CROSS JOIN ledger_entries e "
        "WHERE e.position = wanted.value"
    )
    rows = await driver.fetch(session, these, list(positions))
    return await _recorded(session, sorted(rows))


async def leaf_at(session: Session, position: int) -> bytes:
    """The leaf hash of one entry (RFC 6962 2.1). Raises LookupError where there is none."""
    found = "SELECT entry FROM ledger_entries WHERE position = $1"
    for (entry,) in await driver.fetch(session, found, position):
        return leaf_hash(bytes(entry))
    raise LookupError("no such entry")


async def position_at(session: Session, time: datetime) -> int:
    """The newest position recorded at that time or before; 0 where there is none."""
    low, high, wanted = 0, (await head(session)).position, microseconds(time)
    while low < high:
        middle = (low + high + 1) // 2
        found = "SELECT at FROM ledger_entries WHERE position = $1"
        [(at,)] = await driver.fetch(session, found, middle)
        low, high = (middle, high) if at <= wanted else (low, middle - 1)
    return low


async def stream_ids(session: Session, life: str) -> list[str]:
    """The ids of every stream of one kind, in order of their first entry."""
    first = "SELECT stream FROM ledger_entries WHERE version = 1 AND stream >= $1 AND stream < $2"
    rows = await driver.fetch(session, f"{first} ORDER BY position", f"{life}/", f"{life}0")
    return [stream.partition("/")[2] for (stream,) in rows]


async def _recorded(session: Session, rows: Sequence[Any]) -> list[Recorded]:
    read = [(position, *read_entry(entry)) for position, entry in rows]
    values = await erasables.values_of(session, ((at, event) for at, _, _, event in read))
    return [
        Recorded(at, stream, version, erasables.rejoined(event, at, values))
        for at, stream, version, event in read
    ]
