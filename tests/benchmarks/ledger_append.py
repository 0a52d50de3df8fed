"""Appending to the tree and proving from it, beside pymerkle, over the same leaf bytes.

Ours keeps what storage keeps: tiles of 256 hashes and a frontier; proofs read tiles. Both sides are
in memory, so that neither is helped or hindered by a disk.
"""

from __future__ import annotations

from collections.abc import Callable

from pymerkle import InmemoryTree

from governance.merkle import (
    TILE,
    Frontier,
    Subtrees,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_of,
)
from tests.benchmarks.entries import entries_like_ours
from tests.benchmarks.measure import (
    Comparison,
    Options,
    Report,
    Run,
    interleaved,
    main,
    timed,
)

WANTED = 3.0
STEP = 7919
"""A prime: places that jump about the whole log and are the same in each run."""


class Log:
    """A log in memory, laid out as it is in the database."""

    def __init__(self) -> None:
        self.frontier = Frontier()
        self.tiles: dict[tuple[int, int], bytearray] = {}
        self.subtrees = Subtrees(lambda level, number: bytes(self.tiles[level, number]))

    def append(self, entry: bytes) -> None:
        """Add one entry, and the roots of the tiles that it fills."""
        leaf = leaf_hash(entry)
        place = self.frontier.size
        self.frontier.append(leaf)
        level = 0
        while True:
            number, within = divmod(place, TILE)
            tile = self.tiles.setdefault((level, number), bytearray())
            tile += leaf
            if within != TILE - 1:
                return
            leaf = root_of([bytes(tile[at : at + 32]) for at in range(0, len(tile), 32)])
            level, place = level + 1, number

    def prove(self, index: int) -> list[bytes]:
        """Inclusion of the leaf, in the log as it stands."""
        return inclusion_proof(index, self.frontier.size, self.subtrees)

    def prove_growth(self, old: int) -> list[bytes]:
        """Consistency of an older size with the log as it stands."""
        return consistency_proof(old, self.frontier.size, self.subtrees)


def ours_full(entries: list[bytes]) -> Log:
    """Our log with all entries."""
    log = Log()
    for entry in entries:
        log.append(entry)
    return log


def theirs_full(entries: list[bytes]) -> InmemoryTree:
    """The peer's tree with all entries."""
    tree = InmemoryTree(algorithm="sha256")
    for entry in entries:
        tree.append_entry(entry)
    return tree


def ours_receipts(entries: list[bytes]) -> None:
    """Append each entry and prove it at once, as a receipt needs it."""
    log = Log()
    for index, entry in enumerate(entries):
        log.append(entry)
        log.prove(index)


def theirs_receipts(entries: list[bytes]) -> None:
    """The same with the peer."""
    tree = InmemoryTree(algorithm="sha256")
    for index, entry in enumerate(entries, 1):
        tree.append_entry(entry)
        tree.prove_inclusion(index)


def each(places: list[int], prove: Callable[[int], object]) -> None:
    """One proof for each place."""
    for place in places:
        prove(place)


def equal(entries: list[bytes], log: Log, tree: InmemoryTree, places: list[int]) -> None:
    """Both sides must say the same before their speed means anything."""
    assert log.frontier.root() == tree.get_root()
    for place in places[:50]:
        # The peer begins a path with the base leaf itself, and counts leaves from one.
        theirs = [bytes.fromhex(step) for step in tree.prove_inclusion(place).serialize()["path"]]
        assert theirs == [leaf_hash(entries[place - 1]), *log.prove(place - 1)]


def contenders(entries: list[bytes], log: Log, tree: InmemoryTree) -> dict[str, tuple[Run, Run]]:
    """Each work: ours and theirs."""
    places = [place * STEP % len(entries) + 1 for place in range(len(entries) // 20)]
    equal(entries, log, tree, places)
    return {
        "append each and prove it": (
            timed(lambda: ours_receipts(entries)),
            timed(lambda: theirs_receipts(entries)),
        ),
        "append": (timed(lambda: ours_full(entries)), timed(lambda: theirs_full(entries))),
        "inclusion proof": (
            timed(lambda: each([place - 1 for place in places], log.prove)),
            timed(lambda: each(places, tree.prove_inclusion)),
        ),
        "consistency proof": (
            timed(lambda: each(places, log.prove_growth)),
            timed(lambda: each(places, tree.prove_consistency)),
        ),
    }


def measure(options: Options) -> Report:
    """Four works over the same entries."""
    entries = entries_like_ours(options.size)
    works = contenders(entries, ours_full(entries), theirs_full(entries))
    report = Report("Ledger: append with proofs, in memory", packages=("pymerkle",))
    report.notes.append("pymerkle brings its root up to date with each append; ours when asked")
    for work, (ours, theirs) in works.items():
        times = interleaved({"ours": ours, "pymerkle": theirs}, rounds=options.rounds)
        count = len(entries) if "append" in work else len(entries) // 20
        asked = WANTED if work == "append each and prove it" else None
        report.comparisons.append(
            Comparison(work, "pymerkle", count, times["ours"], times["pymerkle"], asked)
        )
    return report


if __name__ == "__main__":
    main(measure, size=100_000)
