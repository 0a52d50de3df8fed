"""Measuring side by side: interleaved rounds, medians, spread, versions, the ratio first.

Two shared cores make absolute figures drift from minute to minute; contenders that take turns drift
together, so that the ratio of their medians can be trusted.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import psutil

T = TypeVar("T")
KEPT = Path("var/benchmarks")
Run = Callable[[], float]
"""One run of a contender: how many seconds its work took."""


def timed(work: Callable[[], object]) -> Run:
    """A contender whose whole work is measured."""
    return timed_after(lambda: None, lambda _: work())


def timed_after(prepare: Callable[[], T], work: Callable[[T], object]) -> Run:
    """A contender that prepares something first, which is not measured."""

    def run() -> float:
        prepared = prepare()
        gc.collect()
        start = time.perf_counter()
        work(prepared)
        return time.perf_counter() - start

    return run


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """What counts."""
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """Slowest round less fastest round, as a part of the median."""
        return (max(self.seconds) - min(self.seconds)) / self.median


def interleaved(contenders: Mapping[str, Run], *, rounds: int) -> dict[str, Times]:
    """Let the contenders take turns; a first turn of each warms up and is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds + 1):
        order = list(contenders) if turn % 2 else list(contenders)[::-1]
        for name in order:
            seconds = contenders[name]()
            if turn:
                taken[name].append(seconds)
    return {name: Times(tuple(seconds)) for name, seconds in taken.items()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ours beside a peer doing the same work on ``count`` items.

    The ratio says how many times faster ours is; where the peer is a ``floor`` that cannot be
    beaten, how many times its time ours takes. ``asked`` is the least ratio, for a floor the most.
    """

    work: str
    peer: str
    count: int
    ours: Times
    theirs: Times
    asked: float | None = None
    floor: bool = False

    @property
    def ratio(self) -> float:
        """How many times faster ours is; for a floor, how many times its time ours takes."""
        faster = self.theirs.median / self.ours.median
        return 1 / faster if self.floor else faster

    @property
    def met(self) -> bool | None:
        """Whether the ratio is what was asked for; None where nothing was."""
        if self.asked is None:
            return None
        return self.ratio <= self.asked if self.floor else self.ratio >= self.asked

    def row(self) -> tuple[str, ...]:
        """The cells of its line, the ratio first."""
        asked = "" if self.asked is None else f"{'<=' if self.floor else '>='} {self.asked:g}"
        met = {True: "met", False: "MISSED", None: "reported"}[self.met]
        sides = (f"{_each(t.median, self.count)} ±{t.spread:.0%}" for t in (self.ours, self.theirs))
        return (f"{self.ratio:.2f}x", asked, met, self.work, *sides, self.peer)


def _each(seconds: float, count: int) -> str:
    each = seconds / count
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if each >= size:
            return f"{each / size:.2f} {unit}"
    return f"{each / 1e-9:.0f} ns"


@dataclass(slots=True)
class Report:
    """What one benchmark found."""

    title: str
    packages: tuple[str, ...] = ()
    comparisons: list[Comparison] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def versions(self) -> dict[str, str]:
        """Interpreter, machine and the libraries that took part."""
        named = {name: version(name) for name in self.packages}
        cores = str(os.cpu_count())
        return {"python": platform.python_version(), "cores": cores, **named}

    def table(self) -> str:
        """Plain text: title, versions, one line for each comparison, notes."""
        head = ("ratio", "asked", "", "work", "ours, each", "peer, each", "peer")
        rows = [head, *(comparison.row() for comparison in self.comparisons)]
        named = ", ".join(f"{name} {value}" for name, value in self.versions().items())
        return "\n".join([self.title, f"({named})", *aligned(rows), *self.notes]) + "\n"

    def json(self) -> str:
        """The same for machines, every round included."""
        compared = [{**asdict(c), "ratio": c.ratio, "met": c.met} for c in self.comparisons]
        found: dict[str, Any] = {"title": self.title, "versions": self.versions()}
        found["notes"] = self.notes
        found["rows"] = [comparison.row() for comparison in self.comparisons]
        return json.dumps({**found, "comparisons": compared}) + "\n"


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lines of a table, each column as wide as its longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def percentiles(seconds: Iterable[float]) -> str:
    """How long one of them took: the middle one, and all but one in a hundred."""
    every = sorted(seconds)
    p50, p99 = (every[int(len(every) * part)] * 1e3 for part in (0.5, 0.99))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms"


def peak_memory() -> int:
    """The most memory this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def cpu_of(command: str) -> float:
    """Seconds of a processor of everything below this process that was started so."""
    spent = 0.0
    for process in psutil.Process().children(recursive=True):
        line = process.cmdline()
        if command in " ".join(line):
            times = process.cpu_times()
            spent += times.user + times.system
    return spent


@dataclass(frozen=True, slots=True)
class Options:
    """How large, how often, and where what takes long to make is kept."""

    size: int
    rounds: int
    folder: Path = KEPT


def main(
    measure: Callable[[Options], Report], *, size: int, rounds: int = 5, long: int | None = None
) -> None:
    """The command line of a benchmark: ``--size`` or ``--long``, ``--rounds``, ``--json``.

    ``size`` is over in a minute; ``long`` is the size that was asked for, where that is larger.
    """
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--size", type=int, help=f"how many items; {size:,} where nothing is said")
    parser.add_argument("--long", action="store_true", help=f"{long or size:,} of them")
    parser.add_argument("--folder", type=Path, default=KEPT, help="for what takes long to make")
    parser.add_argument("--rounds", type=int, default=rounds, help="rounds that count")
    parser.add_argument("--json", action="store_true", help="for machines")
    chosen = parser.parse_args()
    many = chosen.size or (chosen.long and long) or size
    report = measure(Options(many, chosen.rounds, chosen.folder))
    sys.stdout.write(report.json() if chosen.json else report.table())
