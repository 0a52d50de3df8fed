"""Tiles of the tree in the database, and the proofs that are made from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.merkle import (
    TILE,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_of,
)
from governance.merkle.tiles import (
    Address,
    Subtrees,
    tiles_for_consistency,
    tiles_for_inclusion,
)
from governance.storage.people import insert_all, table_of
from governance.storage.tables.ledger import LedgerEntry, LedgerTile

TILES = table_of(LedgerTile)
ENTRIES = table_of(LedgerEntry)


async def grow(session: AsyncSession, before: int, leaves: Sequence[bytes]) -> None:
    """Write the tiles that these leaf hashes fill; ``before`` entries came earlier."""
    first = before // TILE
    full = (before + len(leaves)) // TILE
    if full == first:
        return
    early = await _leaves(session, first * TILE, before) if before % TILE else []
    hashes = [*early, *leaves]
    level, rows = 0, []
    roots: list[bytes] = []
    for number in range(first, full):
        part = hashes[(number - first) * TILE : (number - first + 1) * TILE]
        roots.append(root_of(part))
        row = {"level": level, "number": number, "hashes": b"".join(part), "root": roots[-1]}
        rows.append(row)
    await insert_all(session, LedgerTile, rows)
    await _grow_above(session, 1, first, roots)


async def _grow_above(
    session: AsyncSession, level: int, before: int, hashes: Sequence[bytes]
) -> None:
    first, full = before // TILE, (before + len(hashes)) // TILE
    if full == first:
        return
    early = await _roots(session, level - 1, first * TILE, before)
    everything = [*early, *hashes]
    rows, roots = [], []
    for number in range(first, full):
        part = everything[(number - first) * TILE : (number - first + 1) * TILE]
        roots.append(root_of(part))
        row = {"level": level, "number": number, "hashes": b"".join(part), "root": roots[-1]}
        rows.append(row)
    await insert_all(session, LedgerTile, rows)
    await _grow_above(session, level + 1, first, roots)


async def _leaves(session: AsyncSession, start: int, end: int) -> list[bytes]:
    statement = (
        select(ENTRIES.c.entry)
        .where(ENTRIES.c.position > start, ENTRIES.c.position <= end)
        .order_by(ENTRIES.c.position)
    )
    return [leaf_hash(row.entry) for row in await session.execute(statement)]


async def _roots(session: AsyncSession, level: int, start: int, end: int) -> list[bytes]:
    statement = (
        select(TILES.c.root)
        .where(TILES.c.level == level, TILES.c.number >= start, TILES.c.number < end)
        .order_by(TILES.c.number)
    )
    return [row.root for row in await session.execute(statement)]


async def _tile(session: AsyncSession, address: Address, size: int) -> bytes:
    level, number = address
    statement = select(TILES.c.hashes).where(TILES.c.level == level, TILES.c.number == number)
    full: bytes | None = (await session.execute(statement)).scalar()
    if full is not None:
        return full
    start = number * TILE
    if level == 0:
        return b"".join(await _leaves(session, start, min(size, start + TILE)))
    return b"".join(await _roots(session, level - 1, start, start + TILE))


async def _subtrees(session: AsyncSession, addresses: Iterable[Address], size: int) -> Subtrees:
    read = {address: await _tile(session, address, size) for address in addresses}
    return Subtrees(lambda level, number: read[level, number])


async def prove_inclusion(session: AsyncSession, position: int, size: int) -> list[bytes]:
    """That the entry at that position is in the tree of that size (RFC 6962 2.1.1)."""
    addresses = tiles_for_inclusion(position - 1, size)
    return inclusion_proof(position - 1, size, await _subtrees(session, addresses, size))


async def prove_consistency(session: AsyncSession, old: int, new: int) -> list[bytes]:
    """That the tree of the newer size begins with that of the older one (RFC 6962 2.1.2)."""
    addresses = tiles_for_consistency(old, new)
    return consistency_proof(old, new, await _subtrees(session, addresses, new))
