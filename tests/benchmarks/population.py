"""A permit of some cells, asked of a whole region: facts gathered and every citizen judged.

The region lies in the projections as an import leaves it. Gathering and judging run in a process of
their own, so that the memory is theirs alone. A sample is judged again person by person, from her
own rows and times, without phrases in order, profiles or anything made once for several.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from governance.eligibility.asked import Asked, Person, facts_of
from governance.eligibility.phrases import SELF, at_times, giver_of, read_phrases
from governance.eligibility.population import gather
from governance.eligibility.verdicts import judge_people
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.lives.consents.words import SheetVersion
from governance.policy.facts import Facts
from governance.policy.release import RELEASE
from governance.policy.verdict import Verdict, judge, rules_in_force
from governance.storage import driver
from governance.storage.database import Database
from governance.storage.driver import Session
from governance.vocabulary.answers import AgeBand, age_band
from governance.vocabulary.instants import Instant, age_on, day_of, from_microseconds
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import Cell, DataCategory, Purpose, RecipientKind
from governance.vocabulary.regimes import Regime, Scope
from tests.benchmarks.filled import NOW, SHEET, STUDY, fill
from tests.benchmarks.measure import Options, Report, main, peak_memory
from tests.policy.baselines import RELEASES
from tests.postgres import find_binaries, running

SAMPLE = 2000
ASKED, SECONDS, MEMORY = 700_000, 3.0, 2**30
CELLS = tuple(
    Cell(purpose, category, RecipientKind.PUBLIC_RESEARCH)
    for purpose in (Purpose.SCIENTIFIC_RESEARCH, Purpose.EDUCATION)
    for category in DataCategory
)
CASES = ((3, 4), (12, 4), (3, 14))
"""How many cells the permit has, and how many acts each citizen."""


def asked(instant: Instant, cells: int) -> Asked:
    """The question of a permit with so many cells."""
    versions = (SheetVersion(SHEET, 1, 0), SheetVersion(SHEET, 2, 0))
    return Asked(
        instant=instant,
        cells=CELLS[:cells],
        study=STUDY,
        cut_off=NOW - timedelta(days=180),
        sheet_majors={SHEET: 2},
        genetic_sheets=frozenset(versions),
        family_linked=False,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What one process measured."""

    gathering: float
    judging: float
    memory: int
    people: int
    allowed: int
    different: int


def measured(url: str, position: int, cells: int) -> Found:
    """Gather and judge everybody once, then a sample one by one. Runs in its own process."""
    return asyncio.run(_measured(url, asked(Instant(position, NOW), cells)))


async def _measured(url: str, question: Asked) -> Found:
    database = Database(url)
    release, day = RELEASES[Regime.PROGRAMME], day_of(NOW)
    try:
        async with database.reading() as session:
            start = time.perf_counter()
            facts = await gather(session, question)
            gathered = time.perf_counter()
            judged = judge_people(release, facts, day)
            allowed = judged.allowed
            end = time.perf_counter()
            memory = peak_memory()
            alone = await one_by_one(session, question, Random(3))
    finally:
        await database.close()
    different = sum(judged.verdicts.get(SubjectId(who)) != one for who, one in alone.items())
    times = (gathered - start, end - gathered)
    return Found(*times, memory, len(facts), len(allowed), different)


async def one_by_one(session: Session, question: Asked, chance: Random) -> dict[str, Verdict]:
    """A sample of citizens, each from her own rows."""
    texts = dict(await driver.fetch(session, "SELECT id, text FROM phrases"))
    phrases = read_phrases(texts)
    [(count,)] = await driver.fetch(session, "SELECT count(*) FROM citizens")
    rules = rules_in_force(RELEASE, Regime.PROGRAMME, day_of(NOW), Scope.CITIZEN)
    found: dict[str, Verdict] = {}
    for number in chance.sample(range(1, count + 1), min(SAMPLE, count)):
        subject, person = await _person(session, number)
        rows = await driver.fetch(session, SAID, number)
        said = at_times((phrases[row[0]], from_microseconds(row[1])) for row in rows)
        facts = Facts(RELEASES[Regime.PROGRAMME], facts_of(person, said, question))
        found[subject] = judge(rules, facts)
    return found


SAID = "SELECT phrase, effective FROM said WHERE citizen = $1 ORDER BY effective, weight, position"
DETAILS = (
    "SELECT c.subject, i.birth_date, i.death_date FROM citizens c "
    "JOIN identity i ON i.citizen = c.id WHERE c.id = $1"
)
MANDATES = "SELECT slot, capacity, since, until FROM representations WHERE citizen = $1"
PROTECTIONS = "SELECT since FROM protections WHERE citizen = $1"


async def _person(session: Session, number: int) -> tuple[str, Person]:
    [(subject, born, died)] = await driver.fetch(session, DETAILS, number)
    today = day_of(NOW)
    day = min(today, date.fromisoformat(died)) if died else today
    age = age_band(age_on(date.fromisoformat(born), day))
    adult, iso = age is AgeBand.ADULT, day.isoformat()
    mandates = frozenset(
        (giver_of(slot), Capacity(capacity))
        for slot, capacity, since, until in await driver.fetch(session, MANDATES, number)
        if since <= iso and (until is None or iso <= until)
        and not (adult and capacity in ENDING_AT_MAJORITY)
    )  # fmt: skip
    protected = await driver.fetch(session, PROTECTIONS, number)
    person = Person(
        selves=frozenset({SELF}),
        identity_known=True,
        age=age,
        died_on=date.fromisoformat(died) if died else None,
        mandates=mandates,
        protected=adult and any(row[0] <= iso for row in protected),
    )
    return subject, person


def _apart(url: str, position: int, cells: int) -> Found:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measured, url, position, cells).result()


@contextmanager
def databases() -> Iterator[dict[str, Any]]:
    """For each database that there is, what gives the address of a new one."""
    with TemporaryDirectory() as folder:
        makers: dict[str, Any] = {"SQLite": lambda name: f"sqlite:///{Path(folder) / name}.db"}
        binaries = find_binaries()
        if binaries is None:
            yield makers
            return
        with running(binaries, durable=True) as server:
            yield makers | {"PostgreSQL": server.create}


async def _fill(url: str, people: int, acts: int) -> tuple[int, str]:
    database = Database(url)
    try:
        instant, filling = await fill(database, people, acts)
    finally:
        await database.close()
    told = f"{filling.said:,} acts in {len(filling.phrases):,} phrases"
    return instant.position, told


def measure(options: Options) -> Report:
    """Every database, every case."""
    report = Report("A whole region asked and judged", ("sqlalchemy", "asyncpg", "aiosqlite"))
    with databases() as makers:
        for name, make in makers.items():
            filled: dict[int, tuple[str, int, str]] = {}
            for cells, acts in CASES:
                if acts not in filled:
                    url = make(f"acts{acts}")
                    filled[acts] = (url, *asyncio.run(_fill(url, options.size, acts)))
                url, position, told = filled[acts]
                runs = [_apart(url, position, cells) for _ in range(options.rounds)]
                report.notes.append(_line(name, cells, acts, told, runs))
    return report


def _line(name: str, cells: int, acts: int, told: str, runs: list[Found]) -> str:
    middle = sorted(runs, key=lambda run: run.gathering + run.judging)[len(runs) // 2]
    seconds, memory = middle.gathering + middle.judging, max(run.memory for run in runs)
    within = "met" if seconds <= SECONDS and memory <= MEMORY else "MISSED"
    judged = within if (cells, acts) == CASES[0] and middle.people >= ASKED else "reported"
    return (
        f"{name}: {middle.people:,} people, {told}, {cells} cells: {seconds:.2f} s "
        f"(gathering {middle.gathering:.2f}, judging {middle.judging:.2f}), "
        f"{memory / 2**20:.0f} MiB; 3 s and 1 GiB asked of 700,000 x 4, 3 cells: {judged}; "
        f"{middle.allowed:,} allowed; {SAMPLE} judged one by one: {middle.different} different"
    )


if __name__ == "__main__":
    main(measure, size=20_000, long=700_000, rounds=3)
