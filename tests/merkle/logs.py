"""Logs for tests, kept as storage keeps them: tiles of 256 hashes on each level."""

from __future__ import annotations

from governance.merkle import TILE, Subtrees, leaf_hash, root_of


def leaves(size: int) -> list[bytes]:
    """The leaf hashes of that many different entries."""
    return [leaf_hash(b"entry %d" % number) for number in range(size)]


def tiles_of(hashes: list[bytes]) -> dict[tuple[int, int], bytes]:
    """All tiles of a log with these leaf hashes, the incomplete ones too."""
    tiles: dict[tuple[int, int], bytes] = {}
    level = 0
    while hashes:
        blocks = [hashes[i : i + TILE] for i in range(0, len(hashes), TILE)]
        for number, block in enumerate(blocks):
            tiles[level, number] = b"".join(block)
        hashes = [root_of(block) for block in blocks if len(block) == TILE]
        level += 1
    return tiles


def subtrees_of(hashes: list[bytes]) -> Subtrees:
    """What proofs over such a log are made from."""
    tiles = tiles_of(hashes)
    return Subtrees(lambda level, number: tiles[level, number])
