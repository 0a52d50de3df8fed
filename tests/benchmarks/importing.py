"""A whole region imported from its three files: people, who decides for whom, and what was said.

The files are written first and not measured; then every line goes through the same permission,
facts and ``decide`` as a desk's command, into the ledger and the projections, fsync on.
"""

from __future__ import annotations

import asyncio
import csv
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import astuple, dataclass, fields, replace
from datetime import UTC, date, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from governance.lives.information_sheets.commands import DraftSheet, PublishSheet
from governance.lives.information_sheets.words import InformationItem
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House, new_id
from governance.service.importing import import_acts, import_people, import_relations
from governance.service.settling import settle
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Channel, Role, SubjectId
from portal.demo.people import region_of
from portal.demo.rows import ActRow, PersonRow, Region, RelationRow
from tests.benchmarks.filled import NOW, SHEET, STUDY, padded
from tests.benchmarks.measure import Options, Report, main, peak_memory
from tests.benchmarks.population import databases

ACTS_EACH, SECONDS, ASKED = 4, 600.0, 700_000
AT_ONCE = 5000
FILES: dict[str, type] = {"people": PersonRow, "relations": RelationRow, "acts": ActRow}
STEPS: dict[str, Callable[..., Any]] = {
    "people": import_people,
    "relations": import_relations,
    "acts": import_acts,
}
BEFORE = datetime(2019, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
"""When each version of the sheet was published: before anything was said about it."""


def write_files(folder: Path, people: int, *, sheet: str = SHEET) -> None:
    """The three files of a region of so many people, with so many acts each at least.

    ``sheet`` is the id of the information sheet that they were given.
    """
    written = 0
    while written < people:
        names = [f"NA{written + n:07}" for n in range(min(AT_ONCE, people - written))]
        region = region_of(names, seed=written, today=date(2026, 11, 24), study=STUDY, sheet=SHEET)
        acts = [replace(act, sheet=act.sheet and sheet) for act in _acts(region, Random(written))]
        for name, rows in zip(FILES, (region.people, region.relations, acts), strict=True):
            _append(folder / f"{name}.csv", FILES[name], rows)
        written += len(region.people)


def _acts(region: Region, chance: Random) -> Iterable[ActRow]:
    by_person = sorted(region.acts, key=attrgetter("person"))
    told = {name: list(acts) for name, acts in groupby(by_person, attrgetter("person"))}
    for person in region.people:
        yield from padded(told.get(person.person, []), person.person, ACTS_EACH, chance)


def _append(path: Path, kind: type, rows: Iterable[Any]) -> None:
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(field.name for field in fields(kind))
        writer.writerows(astuple(row) for row in rows)


@dataclass
class Clock:
    """What the house takes for now."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time


async def _done(house: House, command: Command, by: Principal) -> None:
    outcome = await carry_out(house, command, by=by)
    if not isinstance(outcome, Done):
        raise RuntimeError(outcome.code)


@asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[tuple[House, Principal]]:
    """A house with two published sheets, and somebody at its desk."""
    database, clock = Database(url), Clock(BEFORE[0])
    await database.migrate()
    house = House(database, KeyFolder(folder / "keys", secret=new_id()), folder, clock)
    steward, desk, officer = (SubjectId(new_id()) for _ in range(3))
    founding = Principal(subject=SubjectId(new_id()), channel=Channel.OPERATOR, stepped_up=True)
    await _done(house, AppointStaff(person=steward, role=Role.STEWARD), founding)
    of = {who: Principal(subject=who, channel=Channel.ONLINE, stepped_up=True)
          for who in (steward, desk, officer)}  # fmt: skip
    for who, role in ((desk, Role.DESK), (officer, Role.DPO)):
        await _done(house, AppointStaff(person=who, role=role), of[steward])
    for major, clock.time in enumerate(BEFORE, 1):
        texts = {f"text_{language}": text("...") for language in ("es", "eu", "en")}
        draft = DraftSheet(sheet_id=SHEET, major=major, minor=0, items=frozenset(InformationItem),
                           **texts)  # fmt: skip
        await _done(house, draft, of[steward])
        await _done(house, PublishSheet(sheet_id=SHEET, major=major, minor=0), of[officer])
    clock.time = NOW
    try:
        yield house, of[desk]
    finally:
        await database.close()


@dataclass(frozen=True, slots=True)
class Step:
    """One file imported."""

    file: str
    seconds: float
    cpu: float
    """Seconds of this process on a processor; the server of a database is not in it."""
    entries: int
    refused: int

    def __str__(self) -> str:
        each = self.seconds / max(self.entries, 1) * 1e6
        return (
            f"{self.file} {self.seconds:.0f} s ({self.cpu:.0f} s of CPU, {self.entries:,} entries, "
            f"{each:.0f} us each, {self.refused:,} lines refused)"
        )


async def imported(url: str, files: Path, folder: Path) -> list[Step]:
    """What each file took."""
    async with opened(url, folder) as (house, desk):
        return [await import_file(house, files / f"{name}.csv", by=desk) for name in STEPS]


async def import_file(house: House, path: Path, *, by: Principal) -> Step:
    """One of the three files, by its name."""
    settle()
    start, cpu = time.perf_counter(), time.process_time()
    report = await STEPS[path.stem](house, path, issuer="demo", by=by)
    took = time.perf_counter() - start, time.process_time() - cpu
    return Step(path.stem, *took, report.entries, sum(report.refused.values()))


def measure(options: Options) -> Report:
    """Every database once; the whole region is one round."""
    report = Report("A whole region imported", ("sqlalchemy", "asyncpg", "aiosqlite"))
    with TemporaryDirectory() as place, databases() as makers:
        files = Path(place)
        write_files(files, options.size)
        for name, make in makers.items():
            steps = asyncio.run(imported(make("imported"), files, files / name))
            report.notes.append(_line(name, options.size, steps))
    return report


def _line(name: str, people: int, steps: list[Step]) -> str:
    total = sum(step.seconds for step in steps)
    met = "met" if total <= SECONDS else "MISSED"
    judged = met if people >= ASKED else "reported"
    return (
        f"{name}: {people:,} people x {ACTS_EACH} acts in {total / 60:.1f} minutes: "
        f"{', '.join(map(str, steps))}; "
        f"peak memory {peak_memory() / 2**20:.0f} MiB; ten minutes asked of 700,000: {judged}"
    )


if __name__ == "__main__":
    main(measure, size=5_000, long=700_000, rounds=1)
