"""Whether the ledger in the database is the one that was signed: every entry hashed anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from governance.merkle import TILE, BadCheckpoint, Frontier, leaf_hash, open_note
from governance.storage import driver, kept_values, ledger
from governance.storage.checkpoints import stored
from governance.storage.codec import agrees
from governance.storage.driver import Session
from governance.storage.hints import has_erasable_fields
from governance.storage.lives import EVENTS

BATCH = 40 * TILE
MOST_FINDINGS = 100
ERASABLE = frozenset(code for code, kind in EVENTS.items() if has_erasable_fields(kind))
"""Codes of entries whose values stand beside the ledger."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was signed. ``position`` is where, as near as can be told."""

    code: str
    position: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at. Without findings, entries up to ``anchored`` are those signed."""

    entries: int
    anchored: int
    """Size of the newest checkpoint that agrees; later entries are not yet anchored."""
    findings: tuple[Finding, ...]


Keys = Mapping[str, tuple[str, bytes]]
"""Verifier key line -> (name, public key); notes by other keys are findings."""


async def verify(
    session: Session, *, keys: Keys, outside: Sequence[tuple[str, str]] = ()
) -> Verified:
    """Compare entries, columns, erasable values, tiles, head and checkpoints.

    ``outside`` are pairs of a verifier key line and a note held elsewhere; only those protect
    against whoever can rewrite the whole database.
    """
    verification = await Verification.begin(session, keys=keys, outside=outside)
    while not await verification.advance(session):
        pass
    return verification.found


class Verification:
    """The same a batch at a time, each in a session of its own if one likes: nothing is held open
    between them, and what was appended meanwhile is looked at too."""

    def __init__(self, work: _Work, head: int) -> None:
        self._work, self.head = work, head

    @classmethod
    async def begin(
        cls, session: Session, *, keys: Keys, outside: Sequence[tuple[str, str]] = ()
    ) -> Verification:
        """Nothing looked at yet."""
        signed = await _signed(session, keys, outside)
        return cls(_Work(signed), (await ledger.head(session)).position)

    @property
    def found(self) -> Verified:
        """What was looked at so far."""
        work = self._work
        return Verified(work.frontier.size, work.anchored, tuple(work.findings))

    async def advance(self, session: Session, *, batch: int = BATCH) -> bool:
        """Look at up to so many entries more, a multiple of a tile; whether that was the end."""
        work = self._work
        entries = (
            "SELECT position, stream, version, code, at, entry FROM ledger_entries "
            "WHERE position > $1 ORDER BY position LIMIT $2"
        )
        rows = await driver.fetch(session, entries, work.last, batch)
        first = work.frontier.size // TILE
        leaves = work.take(rows)
        await _compare_tiles(session, work, first, leaves)
        erasable = [(row[0], row[5]) for row in rows if row[3] in ERASABLE]
        for position in await kept_values.differing(session, erasable):
            work.find("value-differs", position)
        head = await ledger.head(session)
        self.head = max(head.position, work.frontier.size)
        if len(rows) == batch:
            return False
        if head.position != work.frontier.size or head.root != work.frontier.root():
            work.find("head-differs", work.frontier.size)
        for size in work.roots:
            if size > work.frontier.size:
                work.find("cut-off", size)
        return True


async def _signed(
    session: Session, keys: Keys, outside: Sequence[tuple[str, str]]
) -> dict[int, set[bytes | None]]:
    """The roots that were signed, by size; None stands for a note that nobody known signed."""
    roots: dict[int, set[bytes | None]] = {}
    inside = [(one.signer, one.note, one.size) for one in await stored(session)]
    for signer, note, size in inside + [(signer, note, 0) for signer, note in outside]:
        try:
            name, public_key = keys[signer]
            checkpoint = open_note(note, name=name, public_key=public_key)
        except (KeyError, BadCheckpoint):
            roots.setdefault(size, set()).add(None)
        else:
            roots.setdefault(checkpoint.size, set()).add(checkpoint.root)
    return roots


class _Work:
    """The tree as it grows again, and what did not agree."""

    def __init__(self, roots: dict[int, set[bytes | None]]) -> None:
        self.roots, self.frontier = roots, Frontier()
        self.findings: list[Finding] = []
        self.last = self.anchored = 0
        self.compare()

    def find(self, code: str, position: int) -> None:
        """One more finding, while there are few."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(code, position))

    def compare(self) -> None:
        """The root here with what was signed of this size."""
        size = self.frontier.size
        for root in self.roots.get(size, ()):
            if root is None:
                self.find("checkpoint-not-ours", size)
            elif root != self.frontier.root():
                self.find("root-differs", size)
            else:
                self.anchored = size

    def take(self, rows: Sequence[Any]) -> list[bytes]:
        """The next entries; their leaf hashes."""
        leaves = []
        for position, stream, version, code, at, entry in rows:
            if position != self.last + 1:
                self.find("position-missing", self.last + 1)
            self.last = position
            if not isinstance(entry, bytes):  # SQLite keeps text in any column
                entry = str(entry).encode()
            if not agrees(entry, stream=stream, version=version, code=code, at=at):
                self.find("columns-differ", position)
            leaf = leaf_hash(entry)
            leaves.append(leaf)
            self.frontier.append(leaf)
            if self.frontier.size in self.roots:
                self.compare()
        return leaves


async def _compare_tiles(
    session: Session, work: _Work, first: int, leaves: Sequence[bytes]
) -> None:
    """The full tiles of level 0 that these leaves fill; ``leaves`` begin at a tile."""
    held = (
        "SELECT number, hashes FROM ledger_tiles WHERE level = 0 AND number >= $1 AND number < $2"
    )
    full = len(leaves) // TILE
    rows = await driver.fetch(session, held, first, first + full)
    tiles = {number: bytes(hashes) for number, hashes in rows}
    for index in range(full):
        hashes = b"".join(leaves[index * TILE : (index + 1) * TILE])
        if tiles.get(first + index) != hashes:
            work.find("tile-differs", (first + index) * TILE + 1)
