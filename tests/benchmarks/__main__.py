"""``make bench``: every benchmark of this folder, each in a process of its own, and one table.

By default each takes a minute or so; ``--long`` takes the sizes that were asked for, hours on two
cores. What each found is kept, so that ``--resume`` goes on after a stop with what is missing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import KEPT, aligned

HERE = Path(__file__).parent
HEAD = ("ratio", "asked", "", "work", "ours, each", "peer, each", "peer")
Found = dict[str, Any]


def names() -> list[str]:
    """The modules that measure something when they are run."""
    marks = "    main(measure"
    files = sorted(HERE.glob("[a-z]*.py"))
    return [path.stem for path in files if marks in path.read_text(encoding="utf-8")]


def run(name: str, options: list[str]) -> Found | None:
    """What one of them found; None where it failed."""
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", "--json", *options]
    ended = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    found: Found | None = json.loads(ended.stdout) if ended.returncode == 0 else None
    return found


def run_all(folder: Path, *, long: bool, resume: bool) -> int:
    """Run each that is wanted, and say what is known of all; how many failed."""
    results = folder / ("long" if long else "short")
    results.mkdir(parents=True, exist_ok=True)
    options = ["--folder", str(folder), *(["--long"] if long else [])]
    failed, wanted = 0, names()
    for number, name in enumerate(wanted, 1):
        path = results / f"{name}.json"
        if resume and path.exists():
            continue
        sys.stderr.write(f"{number}/{len(wanted)} {name} ...\n")
        began = time.monotonic()
        found = run(name, options)
        failed += found is None
        if found is not None:
            path.write_text(json.dumps({**found, "seconds": time.monotonic() - began}), "utf-8")
    sys.stdout.write(table([json.loads(path.read_text("utf-8")) for path in _kept(results)]))
    return failed


def _kept(results: Path) -> list[Path]:
    return [path for name in names() if (path := results / f"{name}.json").exists()]


def table(found: list[Found]) -> str:
    """One table of every comparison, then what cannot be compared."""
    rows = [HEAD, *(tuple(row) for one in found for row in one["rows"])]
    notes = [f"{one['title']}: {note}" for one in found for note in one["notes"]]
    return "\n".join([*aligned(rows), "", *notes, ""])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the sizes that were asked for")
    parser.add_argument("--resume", action="store_true", help="only what has not been found yet")
    parser.add_argument("--folder", type=Path, default=KEPT, help="where all of it is kept")
    chosen = parser.parse_args()
    try:
        sys.exit(min(run_all(chosen.folder, long=chosen.long, resume=chosen.resume), 1))
    except KeyboardInterrupt:
        sys.stderr.write("stopped; --resume goes on\n")
        sys.exit(130)
