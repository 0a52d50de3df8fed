"""Verifying a million entries, beside plain SHA-256 of the same bytes.

The tree needs two hashes for each entry, so twice the time of plain hashing is the floor. Three
kinds: the tree alone, the standalone verifier on lines of an export, and the same from a file.
"""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from governance.merkle import Checkpoint, Frontier, leaf_hash, sign_note, verifier_key
from tests.benchmarks.entries import entries_like_ours
from tests.benchmarks.measure import (
    Comparison,
    Options,
    Report,
    interleaved,
    main,
    timed,
)
from tests.merkle.exports import KEY, NAME, PUBLIC, SCRIPT, line_of, load_verifier

BATCH = 10_000
WATCHED = """
import contextlib, runpy, sys
sys.argv = sys.argv[1:]
with contextlib.suppress(SystemExit):
    runpy.run_path(sys.argv[0], run_name="__main__")
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""Runs the verifier and says the most memory it held, in kB: the kernel's own count (Linux)."""


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


def process_memory(folder: Path, note: str) -> int:
    """The most memory that the verifier held as a process of its own, in MiB."""
    (folder / "ledger.vkey").write_text(verifier_key(NAME, PUBLIC), "utf-8")
    (folder / "newest.note").write_text(note, "utf-8")
    arguments = [str(SCRIPT), "export", "export.jsonl", "--key", "ledger.vkey"]
    arguments += ["--checkpoint", "newest.note"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=folder, capture_output=True, check=True
    )
    assert done.stdout.startswith(b"ok: ")
    return int(done.stdout.split()[-2]) // 1024


def measure(options: Options) -> Report:
    """Plain hashing, the tree, and the verifier over a file, taking turns."""
    entries = entries_like_ours(options.size)
    verifier = load_verifier()
    checkpoint = Checkpoint(NAME, len(entries), grown(entries))
    note = sign_note(checkpoint, name=NAME, public_key=PUBLIC, sign=KEY.sign)
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
        memory = process_memory(Path(folder), note)
        times = interleaved(contenders, rounds=options.rounds)
    floor = times.pop("plain")
    for work, ours in times.items():
        report.comparisons.append(
            Comparison(work, "plain SHA-256", len(entries), ours, floor, floor=True)
        )
    seconds = times["standalone verifier, from a file"].median
    report.notes.append(f"standalone verifier: {seconds:.2f} s, {memory} MiB")
    return report


if __name__ == "__main__":
    main(measure, size=200_000, long=1_000_000, rounds=3)
