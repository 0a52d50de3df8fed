"""The three files of a region: people, relations and acts, as rows and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the region. Dates are ISO days; ``protected`` is ``yes`` or empty."""

    person: str
    given_name: str
    family_name: str
    sex: str
    birth_date: str
    death_date: str
    municipality: str
    language: str
    protected: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """``person`` is ``kind`` ``other``, between two ISO days; no ``until`` means open."""

    person: str
    other: str
    kind: str
    since: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One thing said, in order of recording. ``by`` is a representative, empty for oneself."""

    at: str
    person: str
    act: str
    cells: str = ""
    says: str = ""
    capacity: str = "self"
    by: str = ""
    channel: str = "online"
    sheet: str = ""
    sheet_version: str = ""
    language: str = "es"
    effective_at: str = ""
    valid_until: str = ""
    study: str = ""
    reach: str = ""
    minor_took_part: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """People, how they are related, and what they said."""

    people: tuple[PersonRow, ...]
    relations: tuple[RelationRow, ...]
    acts: tuple[ActRow, ...]

    def write(self, folder: Path) -> None:
        """Write ``people.csv``, ``relations.csv`` and ``acts.csv`` into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "people.csv", PersonRow, self.people)
        _write(folder / "relations.csv", RelationRow, self.relations)
        _write(folder / "acts.csv", ActRow, self.acts)


def _write(path: Path, row_type: type, rows: Iterable[Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(row_type))
        writer.writerows(astuple(row) for row in rows)
