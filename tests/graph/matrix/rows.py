"""The tables as they are written, read into cells: who, of which column, by the name of the field.

Nothing here asks the tables of the law: what is expected is written out beside this file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.graph.matrix.grounds import COLUMNS
from tests.graph.matrix.personas import PERSONAS

HERE = Path(__file__).parent
Cells = Mapping[str, frozenset[str]]
"""Who, by column."""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _groups() -> dict[str, str]:
    return _table("groups")


def who(said: str) -> frozenset[str]:
    """The personas of a cell. Raises KeyError for a name that is nobody's."""
    found: set[str] = set()
    for word in said.split():
        name = word.removeprefix("-")
        named = {name} if name in PERSONAS else who(_groups()[name])
        found = found - named if word != name else found | named
    return frozenset(found)


def _cells(row: Mapping[str, str]) -> Cells:
    """Raises KeyError for a row that leaves a column out."""
    return {column: who(row["all"] if "all" in row else row[column]) for column in COLUMNS}


def _rows(rows: list[dict[str, str]], names: str) -> Iterator[tuple[str, dict[str, str]]]:
    for row in rows:
        if not row["law"]:
            raise ValueError(f"{row} says nothing of the law")
        yield from ((name, row) for name in row[names].split())


def operations(table: str) -> dict[str, Cells]:
    """The cells of every operation of ``reads`` or ``acts``. Raises ValueError for two rows."""
    found: dict[str, Cells] = {}
    for name, row in _rows(_table(table)["row"], "operations"):
        if name in found:
            raise ValueError(f"{name} has two rows")
        found[name] = {} if "as" in row else _cells(row)
    return found


def fields() -> dict[tuple[str, str], Cells]:
    """The cells of every field, by its type and its name. Raises ValueError for two rows."""
    found: dict[tuple[str, str], Cells] = {}
    for owner, rows in _table("fields").items():
        if owner == "parts":
            continue
        for name, row in _rows(rows, "fields"):
            if (owner, name) in found:
                raise ValueError(f"{owner}.{name} has two rows")
            found[owner, name] = _cells(row)
    return found


def parts() -> frozenset[str]:
    """Types that are seen whole by whoever sees the field that holds them."""
    return frozenset(_table("fields")["parts"]["types"].split())


def laws() -> Iterator[str]:
    """What each row says of the law."""
    for table in ("reads", "acts", "fields"):
        for rows in _table(table).values():
            yield from (row["law"] for row in rows if isinstance(row, dict))
