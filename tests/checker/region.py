"""The files of people, relations and acts, read with the standard library only."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

MADRID = ZoneInfo("Europe/Madrid")
CAPACITY_OF = {"parent-of": "parent", "guardian-of": "guardian", "support-of": "judicial-support"}
KINSHIP = frozenset({"parent-of", "child-of", "sibling-of"})


@dataclass(frozen=True)
class Person:
    """Somebody registered. ``name`` is the source's own id."""

    name: str
    born: date
    died: date | None
    protected: bool


@dataclass(frozen=True)
class Mandate:
    """``by`` may decide for somebody between two days, both included."""

    by: str
    capacity: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Act:
    """One line of the acts file. ``order`` is its place in the file."""

    order: int
    at: datetime
    effective: datetime
    person: str
    act: str
    cells: frozenset[str]
    everything: bool
    """``all`` stands in place of cells."""
    says: str
    capacity: str
    by: str
    sheet: str
    version: str
    valid_until: date | None
    study: str
    reach: str
    took_part: bool

    @property
    def giver(self) -> str:
        """Who said it."""
        return self.by or self.person

    @property
    def major(self) -> int | None:
        """The major version of the sheet that was read."""
        return int(self.version.partition(".")[0]) if self.version else None


@dataclass(frozen=True)
class Region:
    """Everybody, who may decide for whom, who is related to whom, and what was said."""

    people: dict[str, Person]
    mandates: dict[str, list[Mandate]]
    relatives: dict[str, set[str]]
    acts: dict[str, list[Act]]


def day_of(at: datetime) -> date:
    """The day in Navarre on which an instant falls."""
    return at.astimezone(MADRID).date()


def instant(text: str) -> datetime:
    """An ISO time with its zone."""
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _act(order: int, row: dict[str, str]) -> Act:
    return Act(
        order=order,
        at=instant(row["at"]),
        effective=instant(row["effective_at"] or row["at"]),
        person=row["person"],
        act=row["act"],
        cells=frozenset(row["cells"].split()),
        everything=row["cells"] == "all",
        says=row["says"],
        capacity=row["capacity"] or "self",
        by=row["by"],
        sheet=row["sheet"],
        version=row["sheet_version"],
        valid_until=_day(row["valid_until"]),
        study=row["study"],
        reach=row["reach"],
        took_part=row["minor_took_part"] == "yes",
    )


def read_region(people: Path, relations: Path, acts: Path, as_of: datetime) -> Region:
    """The three files, as known at an instant: what was recorded later is not known yet."""
    found = Region({}, {}, {}, {})
    for row in _rows(people):
        born = date.fromisoformat(row["birth_date"])
        protected = row["protected"] == "yes"
        person = Person(row["person"], born, _day(row["death_date"]), protected)
        found.people[person.name] = person
    for row in _rows(relations):
        who, other, kind = row["person"], row["other"], row["kind"]
        if kind in CAPACITY_OF:
            mandate = Mandate(who, CAPACITY_OF[kind], _day(row["since"]), _day(row["until"]))
            found.mandates.setdefault(other, []).append(mandate)
        if kind in KINSHIP:
            found.relatives.setdefault(who, set()).add(other)
            found.relatives.setdefault(other, set()).add(who)
    for order, row in enumerate(_rows(acts)):
        act = _act(order, row)
        if act.at <= as_of and act.effective <= as_of:
            found.acts.setdefault(act.person, []).append(act)
    return found
