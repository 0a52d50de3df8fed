"""The ten main pages over real HTTP with 700,000 people in the database: 32 connections.

As ``baimena serve`` runs it: uvicorn with two processes, PostgreSQL with fsync on. Citizens' pages
are visited by many citizens in turn. Every connection asks again as soon as it is answered, so
that the server is never idle and waits are those of a full house. The region is made once and kept.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from random import Random

from governance.service import web_state
from governance.service.web_state import Provider
from governance.storage import driver
from governance.vocabulary.people import Language, SubjectId
from tests.benchmarks.measure import Options, Report, cpu_of, main, percentiles
from tests.benchmarks.region import Place, region
from tests.benchmarks.serving import AFTER, began, served
from tests.benchmarks.visitors import Address, visits
from tests.portal.world import ISSUER, World

CONNECTIONS, VISITS, WITHIN = 32, 320, 0.3
CITIZENS = 200
"""How many citizens take turns on the pages of citizens."""
PAGES: tuple[tuple[str, str | None], ...] = (
    ("/en/", None),
    ("/en/register", None),
    ("/en/my", "citizens"),
    ("/en/my/choices", "citizens"),
    ("/en/my/uses", "citizens"),
    ("/en/requests", "researcher"),
    ("/en/access-body", "access-officer"),
    ("/en/committee", "member-6"),
    ("/en/releases", "preparer"),
    ("/en/audit/entries", "auditor"),
)
"""Addresses, and who asks for them."""


@dataclass(frozen=True, slots=True)
class Visited:
    """What so many visits to one page came to."""

    path: str
    seconds: float
    waits: list[float]
    cpu: dict[str, float]
    """Seconds of a processor for each visit, of the portal and of the database."""

    @property
    def slowest(self) -> float:
        """All but one in a hundred took no longer."""
        return sorted(self.waits)[int(len(self.waits) * 0.99)]

    def __str__(self) -> str:
        a_second = len(self.waits) / self.seconds
        spent = ", ".join(f"{name} {each * 1e3:.1f}" for name, each in self.cpu.items())
        met = "met" if self.slowest < WITHIN else "MISSED"
        return (
            f"{self.path}: {percentiles(self.waits)} (300 ms asked: {met}), "
            f"{a_second:,.0f} a second, ms of CPU a visit: {spent}"
        )


async def addresses(place: Place, url: str) -> dict[str, list[Address]]:
    """Each page with the sessions that ask for it, begun now."""
    world = World(place.house, url)
    world.clock.now += AFTER
    try:
        citizens = [await session_of(world, who) for who in await some_citizens(world)]
        return {
            path: [Address(path, path, one) for one in citizens]
            if who == "citizens"
            else [Address(path, path, who and await world.session_of(who))]
            for path, who in PAGES
        }
    finally:
        await world.house.database.close()


async def some_citizens(world: World) -> list[SubjectId]:
    """Citizens from all over the register, the same each time."""
    chance = Random(5)
    async with world.house.database.reading() as session:
        [(count,)] = await driver.fetch(session, "SELECT max(id) FROM citizens")
        numbers = chance.sample(range(1, count + 1), CITIZENS)
        wanted = "SELECT c.subject FROM {numbers} CROSS JOIN citizens c WHERE c.id = wanted.value"
        return [SubjectId(subject) for (subject,) in await driver.fetch(session, wanted, numbers)]


async def session_of(world: World, who: SubjectId) -> str:
    """A session of somebody whom the region has no name for."""
    known = Provider(issuer=ISSUER, sub=who)
    return await web_state.begin_session(
        world.house, who, known, language=Language.SPANISH, browser="Tests"
    )


PROGRAMS = {"portal": "multiprocessing", "database": "postgres"}


def visited(port: int, path: str, those: list[Address], count: int) -> Visited:
    """One page; half as many visits before warm up."""
    asyncio.run(visits(port, those, count // 2, CONNECTIONS))
    before = {name: cpu_of(command) for name, command in PROGRAMS.items()}
    made = asyncio.run(visits(port, those, count, CONNECTIONS))
    cpu = {
        name: (cpu_of(command) - before[name]) / made.asked for name, command in PROGRAMS.items()
    }
    return Visited(path, made.seconds, made.waits, cpu)


def measure(options: Options) -> Report:
    """Each page by itself, then all of them mixed."""
    report = Report("The ten main pages", ("starlette", "uvicorn", "jinja2", "asyncpg"))
    with region(options.folder / f"region-{options.size}", options.size) as (place, url):
        told = {"folder": str(place.house), "url": url, "rows": 20, "began": began()}
        with served("portal", told) as port:
            pages = asyncio.run(addresses(place, url))
            load = os.getloadavg()[0]
            found = [visited(port, path, those, VISITS) for path, those in pages.items()]
            every = [one for turn in zip(*map(_round, pages.values()), strict=True) for one in turn]
            found.append(visited(port, "all of them, mixed", every, VISITS * 3))
    people = place.done()["created"]["people"]
    report.notes.append(f"{people:,} people; load of the machine before: {load:.1f}")
    report.notes += [str(one) for one in found]
    return report


def _round(those: list[Address]) -> list[Address]:
    """As many as there are citizens, again and again the same where there are fewer."""
    return [those[number % len(those)] for number in range(CITIZENS)]


if __name__ == "__main__":
    main(measure, size=2_000, long=700_000, rounds=1)
