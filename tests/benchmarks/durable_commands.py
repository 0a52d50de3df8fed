"""Whole durable commands: a citizen's choice through permission, facts, ``decide``, the append
lock, ledger, tree and projections to the disk, alone and by 32 submitters at once.

Beside it the limit: a bare INSERT of the same bytes with a commit for each, and a sequencer that
commits in groups. Same database, same promises (fsync on; SQLite in WAL with synchronous=FULL).
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from governance.lives.consents.commands import RecordChoice
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.importing import import_people
from governance.service.people import people_named
from governance.storage import driver
from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import Cell
from tests.benchmarks.bare_commits import Grouped, bare
from tests.benchmarks.filled import NOW, SHEET
from tests.benchmarks.importing import opened
from tests.benchmarks.measure import Comparison, Options, Report, Times, main, percentiles
from tests.benchmarks.population import databases
from tests.contracts.office import people

CITIZENS, MANY = 2000, 32
CELLS = frozenset({Cell.parse("scientific-research:genomic:public-research")})
Submit = Callable[[Any], Awaitable[None]]


@dataclass
class Race:
    """Contenders who submit so many things, some at a time; what each round and each thing took."""

    size: int
    rounds: int
    seconds: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)

    async def run(self, contenders: dict[str, tuple[Submit, Callable[[], Any], int]]) -> None:
        """Let them take turns; the first turn of each warms up."""
        for turn in range(self.rounds + 1):
            order = list(contenders) if turn % 2 else list(contenders)[::-1]
            for name in order:
                submit, thing, at_once = contenders[name]
                size = self.size if at_once > 1 else self.size // 4
                whole, waits = await submitted(submit, [thing() for _ in range(size)], at_once)
                if turn:
                    self.seconds.setdefault(name, []).append(whole / size)
                    self.waits.setdefault(name, []).extend(waits)

    def told(self, name: str) -> str:
        """Throughput and waits of one contender."""
        a_second = 1 / Times(tuple(self.seconds[name])).median
        return f"{name}: {a_second:,.0f} a second, {percentiles(self.waits[name])}"


async def submitted(submit: Submit, things: list[Any], at_once: int) -> tuple[float, list[float]]:
    """Seconds for all of them, and how long each waited for its commit."""
    waits: list[float] = []
    left = iter(things)

    async def submitter() -> None:
        for thing in left:
            start = time.perf_counter()
            await submit(thing)
            waits.append(time.perf_counter() - start)

    gc.collect()
    start = time.perf_counter()
    await asyncio.gather(*(submitter() for _ in range(at_once)))
    return time.perf_counter() - start, waits


def choice_of(citizen: SubjectId) -> RecordChoice:
    """She allows one cell, with the sheet in force."""
    given = Given(giver=citizen, capacity=Capacity.SELF, channel=Channel.ONLINE, effective_at=NOW)
    return RecordChoice(
        citizen=citizen,
        given=given,
        cells=CELLS,
        says=Says.ALLOW,
        sheet=SheetVersion(SHEET, 2, 0),
        language=Language.BASQUE,
    )


def chooser(house: House) -> Submit:
    """Carries out a citizen's choice as a page does."""

    async def choose(citizen: SubjectId) -> None:
        by = Principal(subject=citizen, channel=Channel.ONLINE)
        outcome = await carry_out(house, choice_of(citizen), by=by)
        if not isinstance(outcome, Done):
            raise RuntimeError(outcome)

    return choose


async def entry_of(house: House, submit: Submit, citizen: SubjectId) -> bytes:
    """The bytes that a choice leaves in the ledger."""
    await submit(citizen)
    async with house.database.reading() as session:
        newest = "SELECT entry FROM ledger_entries ORDER BY position DESC LIMIT 1"
        [(entry,)] = await driver.fetch(session, newest)
    return bytes(entry)


async def raced(url: str, folder: Path, options: Options) -> Race:
    """One database: ours and both limits, alone and at once."""
    race = Race(options.size, options.rounds)
    async with AsyncExitStack() as stack:
        house, desk = await stack.enter_async_context(opened(url, folder))
        names = [f"P{number}" for number in range(CITIZENS)]
        path = folder / "people.csv"
        path.write_text(people(names), encoding="utf-8")
        await import_people(house, path, issuer="demo", by=desk)
        citizens = cycle((await people_named(house, "demo", names)).values())
        choose = chooser(house)
        entry = await entry_of(house, choose, next(citizens))
        table = bare(house.database, folder, MANY)
        await table.open()
        stack.push_async_callback(table.close)
        grouped = Grouped(table).insert
        await race.run(
            {
                "alone": (choose, lambda: next(citizens), 1),
                "bare, alone": (table.each, lambda: entry, 1),
                "at once": (choose, lambda: next(citizens), MANY),
                "bare, at once": (table.each, lambda: entry, MANY),
                "grouped, at once": (grouped, lambda: entry, MANY),
            }
        )
    return race


COMPARED = (
    ("alone", "bare, alone", "one, bare INSERT and commit of the same bytes"),
    ("at once", "bare, at once", f"{MANY} submitters, bare INSERT and commit"),
    ("at once", "grouped, at once", f"{MANY} submitters, bare INSERT, commits grouped"),
)


def compared(name: str, race: Race) -> list[Comparison]:
    """The lines of one database."""
    times = {who: Times(tuple(each)) for who, each in race.seconds.items()}
    return [
        Comparison(f"{name}: a choice, {ours}", peer, 1, times[ours], times[theirs], None, True)
        for ours, theirs, peer in COMPARED
    ]


def measure(options: Options) -> Report:
    """Both databases."""
    report = Report("Durable commands", ("sqlalchemy", "asyncpg", "aiosqlite"))
    with TemporaryDirectory() as place, databases() as makers:
        for name, make in makers.items():
            folder = Path(place) / name
            folder.mkdir()
            race = asyncio.run(raced(make("durable"), folder, options))
            report.comparisons += compared(name, race)
            report.notes += [f"{name}, {race.told(who)}" for who in race.seconds]
    return report


if __name__ == "__main__":
    main(measure, size=640, rounds=3)
