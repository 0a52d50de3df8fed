"""The tree: leaf and node hashes, and the frontier with which it grows (RFC 6962 section 2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

TILE = 256
"""Leaves of one tile: eight levels of the tree."""
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256 of 0x00 and the entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 of 0x01 and both children."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The root over these leaf hashes, left to right."""
    frontier = Frontier()
    frontier.extend(hashes)
    return frontier.root()


class Frontier:
    """The roots of a growing log's complete subtrees, largest first: all that appending needs."""

    __slots__ = ("size", "stack")

    def __init__(self, size: int = 0, stack: Iterable[bytes] = ()) -> None:
        self.size = size
        self.stack = list(stack)
        if len(self.stack) != size.bit_count():
            raise ValueError("a frontier has one hash for each bit of its size")

    @classmethod
    def from_bytes(cls, size: int, packed: bytes) -> Frontier:
        """Read what :meth:`to_bytes` wrote."""
        return cls(size, (packed[i : i + 32] for i in range(0, len(packed), 32)))

    def to_bytes(self) -> bytes:
        """Its hashes, one after another, 32 bytes each."""
        return b"".join(self.stack)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash: as many node hashes as the size has trailing ones."""
        stack, size = self.stack, self.size
        while size & 1:
            leaf = sha256(b"\x01" + stack.pop() + leaf).digest()
            size >>= 1
        stack.append(leaf)
        self.size += 1

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add several leaf hashes."""
        for leaf in leaves:
            self.append(leaf)

    def root(self) -> bytes:
        """The root over everything appended."""
        if not self.stack:
            return EMPTY_ROOT
        root = self.stack[-1]
        for subtree in reversed(self.stack[:-1]):
            root = node_hash(subtree, root)
        return root
