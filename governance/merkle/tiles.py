"""Tiles: eight levels of the tree in 8 KiB, and the subtrees of proofs in them (C2SP tlog-tiles).

Tile ``(level, number)`` holds the hashes of subtrees of ``256 ** level`` leaves: at level 0 the
leaf hashes ``256 * number`` onwards, at level 1 the roots of 256 full tiles of level 0, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from governance.merkle.proofs import consistency_proof, inclusion_proof, range_hash
from governance.merkle.tree import TILE, node_hash

HEIGHT = TILE.bit_length() - 1
HASH_BYTES = 32

ReadTile = Callable[[int, int], bytes]
"""``read_tile(level, number)``: its hashes so far one after another, 32 bytes each."""
Address = tuple[int, int]
"""Level and number of a tile."""


class TileIncomplete(LookupError):
    """A tile holds fewer hashes than the size of the log promises."""


def address_of(level: int, index: int) -> Address:
    """The tile in which the subtree of ``2 ** level`` leaves number ``index`` is found."""
    tile_level, height = divmod(level, HEIGHT)
    return tile_level, index >> (HEIGHT - height)


def tiles_for_inclusion(index: int, size: int) -> frozenset[Address]:
    """The tiles that an inclusion proof reads, for a store that has to fetch them beforehand."""
    seen: set[Address] = set()
    inclusion_proof(index, size, lambda level, at: _note(seen, level, at))
    return frozenset(seen)


def tiles_for_consistency(old: int, new: int) -> frozenset[Address]:
    """The tiles that a consistency proof reads, for a store that has to fetch them beforehand."""
    seen: set[Address] = set()
    consistency_proof(old, new, lambda level, at: _note(seen, level, at))
    return frozenset(seen)


def tiles_for_root(size: int) -> frozenset[Address]:
    """The tiles that the root over so many leaves reads, to be fetched beforehand."""
    seen: set[Address] = set()
    range_hash(0, size, lambda level, at: _note(seen, level, at))
    return frozenset(seen)


def _note(seen: set[Address], level: int, index: int) -> bytes:
    seen.add(address_of(level, index))
    return b""


class Subtrees:
    """``subtree(level, index)`` over tiles. What was hashed is kept, for at most ``keep`` tiles.

    A log only grows, so the hashes kept of a tile stay right when the tile grows. Raises
    :class:`TileIncomplete` where the subtree is not complete in the tiles read.
    """

    def __init__(self, read_tile: ReadTile, *, keep: int = 1024) -> None:
        self._read, self._keep = read_tile, keep
        self._grown: dict[Address, list[list[bytes]]] = {}

    def __call__(self, level: int, index: int) -> bytes:
        """The hash of the complete subtree of ``2 ** level`` leaves number ``index``."""
        tile_level, height = level >> 3, level & 7
        address = tile_level, index >> (HEIGHT - height)
        place = index & ((1 << (HEIGHT - height)) - 1)
        grown = self._grown.get(address)
        if grown is None or len(grown[height]) <= place:
            grown = self._grow(address)
            if len(grown[height]) <= place:
                raise TileIncomplete(f"tile {address[0]}/{address[1]} lacks hashes")
        return grown[height][place]

    def _grow(self, address: Address) -> list[list[bytes]]:
        if address not in self._grown and len(self._grown) >= self._keep:
            del self._grown[next(iter(self._grown))]
        grown = self._grown.setdefault(address, [[] for _ in range(HEIGHT)])
        for digest in _hashes(self._read(*address), start=len(grown[0])):
            row, here = 0, digest
            grown[0].append(here)
            while row + 1 < HEIGHT and len(grown[row]) % 2 == 0:
                here = node_hash(grown[row][-2], here)
                row += 1
                grown[row].append(here)
        return grown


def _hashes(packed: bytes, *, start: int) -> Iterator[bytes]:
    for at in range(start * HASH_BYTES, len(packed), HASH_BYTES):
        yield packed[at : at + HASH_BYTES]
