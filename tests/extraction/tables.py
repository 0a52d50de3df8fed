"""Small tables to release, and a naive reading of what was released."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from governance.extraction.inspection import inspect_table
from governance.extraction.plan import TablePlan
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import TableReport, extract_table

KEY = bytes(range(32))
HEADER = ("nhc", "id", "sex", "town", "weight")
QUASI = ("sex", "town")
PEOPLE = [
    (f"nhc{at}", f"P{at:02}", "f" if at % 2 else "m", "Tafalla" if at % 3 else "Estella", f"{at}.5")
    for at in range(24)
]


def lines(rows: Sequence[Sequence[str]], delimiter: str = "\t") -> bytes:
    """A text table with the header of the house."""
    return "".join(delimiter.join(row) + "\n" for row in (HEADER, *rows)).encode()


def write(path: Path, content: bytes) -> Path:
    """A file as a holder would send it, compressed where its name says so."""
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def plan_of(source: Path, **changes: Any) -> TablePlan:
    """A plan that permits every column and calls ``nhc`` an identifier."""
    repeated = bool(changes.get("repeated"))
    found = inspect_table(source, "id", repeated=repeated)
    settings: dict[str, Any] = {
        "source_sha256": found.sha256,
        "id_column": "id",
        "columns": found.columns,
        "identifiers": frozenset({"nhc"}),
        "quasi_identifiers": tuple(name for name in QUASI if name in found.columns),
    }
    return TablePlan(**{**settings, **changes})


def release(source: Path, ids: Sequence[str], **changes: Any) -> tuple[TableReport, Path]:
    """The table of these people, in a folder of its own."""
    folder = source.parent / "private"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / "table.parquet"
    plan = plan_of(source, **changes)
    return extract_table(source, target, pseudonyms(KEY, ids), plan), target


def rows_in(target: Path) -> list[dict[str, Any]]:
    """What a recipient reads."""
    rows: list[dict[str, Any]] = pq.read_table(target).to_pylist()
    return rows


def smallest_group(rows: list[dict[str, Any]], quasi: Sequence[str]) -> int:
    """The fewest people who share the quasi-identifiers of somebody not wholly blank."""
    people = {row["pseudonym"]: tuple(row[name] for name in quasi) for row in rows}
    counts = Counter(people.values())
    counts.pop((None,) * len(quasi), None)
    return min(counts.values(), default=0)
