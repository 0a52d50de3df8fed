"""Verifying a million entries, beside plain SHA-256 of the same bytes.

The tree needs two hashes for each entry, so twice the time of plain hashing is the floor. Three
kinds: the tree alone, the standalone verifier on lines of an export, and the same from a file.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from governance.merkle import Frontier, leaf_hash
from tests.benchmarks.entries import entries_like_ours
from tests.benchmarks.measure import (
    Comparison,
    Options,
    Report,
    Run,
    interleaved,
    main,
    peak_memory,
    timed,
)
from tests.merkle.exports import line_of, load_verifier

BATCH = 10_000


def plain(entries: list[bytes]) -> None:
    """One SHA-256 for each entry: the floor of anything that looks at every entry."""
    for entry in entries:
        sha256(entry).digest()


def grown(entries: list[bytes]) -> bytes:
    """The root over all entries."""
    frontier = Frontier()
    frontier.extend(map(leaf_hash, entries))
    return frontier.root()


def write_export(path: Path, entries: list[bytes]) -> None:
    """The export of these entries."""
    with path.open("wb") as file:
        for start in range(0, len(entries), BATCH):
            batch = enumerate(entries[start : start + BATCH], start + 1)
            file.writelines(line_of(position, entry) for position, entry in batch)


def from_file(verifier: Any, path: Path, checkpoint: Any) -> None:
    """The standalone verifier as it is used: line by line from a file."""
    with path.open("rb") as lines:
        verifier.verify_export(lines, [checkpoint])


def growth_of_memory(verify: Run) -> int:
    """How many bytes more the process holds at its peak, after verifying everything."""
    before = peak_memory()
    verify()
    return peak_memory() - before


def measure(options: Options) -> Report:
    """Plain hashing, the tree, and the verifier over a file, taking turns."""
    entries = entries_like_ours(options.size)
    verifier = load_verifier()
    checkpoint = verifier.Checkpoint("benchmark", len(entries), grown(entries))
    report = Report(f"Ledger: verification of {options.size:,} entries", ("cryptography",))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.jsonl"
        write_export(path, entries)
        contenders = {
            "plain": timed(lambda: plain(entries)),
            "the tree alone": timed(lambda: grown(entries)),
            "standalone verifier, from a file": timed(
                lambda: from_file(verifier, path, checkpoint)
            ),
        }
        more = growth_of_memory(contenders["standalone verifier, from a file"])
        times = interleaved(contenders, rounds=options.rounds)
    floor = times.pop("plain")
    for work, ours in times.items():
        report.comparisons.append(
            Comparison(work, "plain SHA-256", len(entries), ours, floor, floor=True)
        )
    seconds = times["standalone verifier, from a file"].median
    report.notes.append(
        f"standalone verifier: {seconds:.2f} s, memory grew by {more / 2**20:.1f} MiB"
    )
    return report


if __name__ == "__main__":
    main(measure, size=1_000_000, rounds=3)
