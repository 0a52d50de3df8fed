"""Tiles of the tree in the database: written when they are full, and read for proofs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from governance.merkle import (
    TILE,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    range_hash,
    root_of,
)
from governance.merkle.tiles import (
    Address,
    Subtrees,
    tiles_for_consistency,
    tiles_for_inclusion,
    tiles_for_root,
)
from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.ledger import LedgerTile

COLUMNS = ("level", "number", "hashes", "root")


async def grow(session: Session, before: int, leaves: Sequence[bytes]) -> None:
    """Write the tiles that these leaf hashes fill; ``before`` entries came earlier."""
    level, hashes = 0, leaves
    while (before + len(hashes)) // TILE > before // TILE:
        first, full = before // TILE, (before + len(hashes)) // TILE
        early = await _hashes(session, level, first * TILE, before)
        everything = [*early, *hashes]
        parts = [everything[start : start + TILE] for start in range(0, len(everything), TILE)]
        roots = [root_of(part) for part in parts[: full - first]]
        rows = [
            (level, number, b"".join(part), root)
            for number, (part, root) in enumerate(zip(parts, roots, strict=False), first)
        ]
        await driver.insert(session, LedgerTile, COLUMNS, rows)
        level, before, hashes = level + 1, first, roots


async def _hashes(session: Session, level: int, start: int, end: int) -> list[bytes]:
    """The hashes number ``start`` to ``end`` (exclusive) of one level of tiles."""
    if start >= end:
        return []
    if level == 0:
        leaves = "SELECT entry FROM ledger_entries WHERE position > $1 AND position <= $2"
        rows = await driver.fetch(session, f"{leaves} ORDER BY position", start, end)
        return [leaf_hash(entry) for (entry,) in rows]
    roots = "SELECT root FROM ledger_tiles WHERE level = $1 AND number >= $2 AND number < $3"
    rows = await driver.fetch(session, f"{roots} ORDER BY number", level - 1, start, end)
    return [root for (root,) in rows]


async def _tile(session: Session, address: Address, size: int) -> bytes:
    level, number = address
    full = "SELECT hashes FROM ledger_tiles WHERE level = $1 AND number = $2"
    for (hashes,) in await driver.fetch(session, full, level, number):
        found: bytes = hashes
        return found
    start = number * TILE
    end = min(start + TILE, size // TILE**level)
    return b"".join(await _hashes(session, level, start, end))


async def _subtrees(session: Session, addresses: Iterable[Address], size: int) -> Subtrees:
    read = {address: await _tile(session, address, size) for address in addresses}
    return Subtrees(lambda level, number: read[level, number])


async def prove_inclusion(session: Session, position: int, size: int) -> list[bytes]:
    """That the entry at that position is in the tree of that size (RFC 6962 2.1.1)."""
    addresses = tiles_for_inclusion(position - 1, size)
    return inclusion_proof(position - 1, size, await _subtrees(session, addresses, size))


async def prove_consistency(session: Session, old: int, new: int) -> list[bytes]:
    """That the tree of the newer size begins with that of the older one (RFC 6962 2.1.2)."""
    addresses = tiles_for_consistency(old, new)
    return consistency_proof(old, new, await _subtrees(session, addresses, new))


async def root_at(session: Session, size: int) -> bytes:
    """The root that the ledger had when it was of that size."""
    return range_hash(0, size, await _subtrees(session, tiles_for_root(size), size))
