"""``make bench``: every benchmark of this folder, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """The modules that measure something when they are run."""
    marks = 'if __name__ == "__main__":'
    files = sorted(HERE.glob("[a-z]*.py"))
    return [path.stem for path in files if marks in path.read_text(encoding="utf-8")]


def run_all(options: list[str]) -> int:
    """Run each with these options; the worst exit code."""
    worst = 0
    for name in names():
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *options]
        worst = max(worst, subprocess.run(command, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(run_all(sys.argv[1:]))
