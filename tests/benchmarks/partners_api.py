"""The partners' API beside npm PostGraphile 5 on the same PostgreSQL: 32 connections, in turn.

One process each. Ours answers as ``baimena serve`` does: bearer token, guard, price, quota,
permission, redaction, log of the read. PostGraphile answers anybody, from plain tables of the same
content. Where npm cannot bring it, ours is measured alone, and that is said.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from joserfc.jwk import ECKey

from tests.benchmarks.measure import Comparison, Options, Report, Times, cpu_of, main, percentiles
from tests.benchmarks.partners import postgraphile
from tests.benchmarks.partners.documents import (
    ALL_OF_THEM,
    CELLS,
    CHOICE,
    INSERT,
    LIST,
    REQUESTS,
    ROWS,
    cells_of,
    choice_of,
    posted,
    requests_of,
    row_of,
)
from tests.benchmarks.partners.profiling import profiled
from tests.benchmarks.partners.region import PEOPLE, Issuer, found
from tests.benchmarks.partners.server import AUDIENCE
from tests.benchmarks.serving import HOST, served
from tests.benchmarks.visitors import Posted, Visitor, visits
from tests.postgres import Binaries, find_binaries, running

CONNECTIONS, DATABASE = 32, "partners"
TURNS = {"q1": (1.0, 0.45), "q2": (0.2, 0.3), "q3": (0.5, None)}
"""How many are asked, as a part of the size; and the part of the peer's throughput asked for."""
WORK = {
    "q1": "a citizen with her consents",
    "q2": f"{ALL_OF_THEM} requests: dataset, applicant, decision",
    "q3": "a consent recorded, with its entry",
}
PROGRAMS = {"ours": "partners.server:api", "peer": postgraphile.SCRIPT, "database": "postgres:"}
ByWork = dict[str, list[Posted]]


@dataclass
class Found:
    """What the turns of one question came to, by side."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    """Seconds of a processor for each answer: of the side's own process, and of the database."""

    def told(self, side: str) -> str:
        """One side in words."""
        own, database = (min(one[part] for one in self.cpu[side]) * 1e3 for part in (0, 1))
        waits = percentiles(self.waits[side])
        return f"{side}: {waits}, CPU {own:.2f} ms of its own, {database:.2f} ms of the database"


async def answer_of(port: int, one: Posted) -> Any:
    """The data of an answer. Raises RuntimeError where there is none."""
    visitor = Visitor(port)
    try:
        return json.loads((await visitor.ask(one)).body)["data"]
    finally:
        await visitor.leave()


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody who may answer for herself."""

    token: str
    shown: Any
    """What stands of hers."""

    @property
    def id(self) -> str:
        """What the API calls her."""
        return str(self.shown["id"])


async def citizens_of(port: int, issuer: Issuer) -> tuple[list[Citizen], Any]:
    """All who may answer for themselves, each having done so once; and the newest sheet."""
    everybody = []
    for number in range(1, PEOPLE + 1):
        token = issuer.citizen(number)
        data = await answer_of(port, posted("q1", CELLS, None, token))
        everybody.append(Citizen(token, data["viewer"]["citizen"]))
    cells = [cell for one in everybody for cell in one.shown["consents"]["cells"]]
    sheet = max((cell["sheet"] for cell in cells if cell["sheet"]), key=lambda one: one["major"])
    found = []
    for one in everybody:
        choice = posted("q3", CHOICE, choice_of(one.id, sheet, "ALLOW"), one.token)
        if (await answer_of(port, choice))["recordChoice"]["__typename"] == "ConsentsChanged":
            data = await answer_of(port, posted("q1", CELLS, None, one.token))
            found.append(Citizen(one.token, data["viewer"]["citizen"]))
    return found, sheet


def work_of(citizens: Sequence[Citizen], sheet: Any, officer: str) -> ByWork:
    """What ours is asked."""
    choices = [
        posted("q3", CHOICE, choice_of(one.id, sheet, says), one.token, '"position"')
        for says in ("REFUSE", "ALLOW")
        for one in citizens
    ]
    return {
        "q1": [posted("q1", CELLS, None, one.token, '"reach"') for one in citizens],
        "q2": [posted("q2", REQUESTS, {"first": ALL_OF_THEM}, officer, '"decision"')],
        "q3": choices,
    }


def same_work(citizens: Sequence[Citizen], sheet: Any) -> ByWork:
    """What PostGraphile is asked."""
    choices = [
        posted("q3", INSERT, row_of(one.id, sheet, says), holds='"position"')
        for says in ("REFUSE", "ALLOW")
        for one in citizens
    ]
    return {
        "q1": [posted("q1", ROWS, {"key": one.id}, holds='"reach"') for one in citizens],
        "q2": [posted("q2", LIST, {"first": ALL_OF_THEM}, holds='"decisionsByRequest"')],
        "q3": choices,
    }


async def compared(ports: Sequence[int], works: Sequence[ByWork]) -> None:
    """Raises RuntimeError where both do not answer the same."""
    for name, content in (("q1", cells_of), ("q2", requests_of)):
        for pair in zip(*(work[name] for work in works), strict=True):
            answers = [
                content(await answer_of(port, one)) for port, one in zip(ports, pair, strict=True)
            ]
            if answers[0] != answers[1] or not answers[0]:
                raise RuntimeError(f"{name}: both do not answer the same")


def raced(sides: dict[str, tuple[int, ByWork]], options: Options) -> dict[str, Found]:
    """Each question, the sides in turn; the first turn warms up."""
    found = {name: Found() for name in WORK}
    for name, one in found.items():
        count = max(int(options.size * TURNS[name][0]), CONNECTIONS)
        for turn in range(options.rounds + 1):
            for side, (port, work) in sides.items():
                before = cpu_of(PROGRAMS[side]), cpu_of(PROGRAMS["database"])
                made = asyncio.run(visits(port, work[name], count, CONNECTIONS))
                after = cpu_of(PROGRAMS[side]), cpu_of(PROGRAMS["database"])
                if turn:
                    cpu = [(b - a) / made.asked for a, b in zip(before, after, strict=True)]
                    one.seconds.setdefault(side, []).append(made.seconds / count)
                    one.waits.setdefault(side, []).extend(made.waits)
                    one.cpu.setdefault(side, []).append((cpu[0], cpu[1]))
    return found


def note(report: Report, found: dict[str, Found]) -> None:
    """The comparisons, and what each side took."""
    for name, one in found.items():
        times = {side: Times(tuple(each)) for side, each in one.seconds.items()}
        if "peer" in times:
            work, both = f"{name}: {WORK[name]}", (times["ours"], times["peer"])
            peer, asked = postgraphile.PACKAGE, TURNS[name][1]
            report.comparisons.append(Comparison(work, peer, 1, *both, asked))
        sides = (f"{1 / each.median:,.0f} /s by {one.told(side)}" for side, each in times.items())
        report.notes.append(f"{name} at {CONNECTIONS} connections: {'; '.join(sides)}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that runs, and what is asked of it."""

    told: dict[str, str]
    """What a process of ours is told."""
    sides: dict[str, tuple[int, ByWork]]
    officer: str
    """Her token."""
    citizens: int


def prepared(stack: ExitStack, binaries: Binaries, peer: Path | None) -> Prepared:
    """The region, ours on it, and the peer where there is one; both answer the same."""
    enter = stack.enter_context
    server = enter(running(binaries, durable=True))
    folder, url = Path(enter(TemporaryDirectory())), server.create(DATABASE)
    key = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    published = {"keys": [key.as_dict(private=False)]}
    port = enter(served("issuer", published, 1, module="partners.server"))
    issuer = Issuer(f"http://{HOST}:{port}", key, AUDIENCE)
    asyncio.run(found(folder, url, issuer.url))
    told = {"folder": str(folder), "url": url, "issuer": issuer.url}
    ours = enter(served("api", told, 1, module="partners.server"))
    citizens, sheet = asyncio.run(citizens_of(ours, issuer))
    officer = issuer.token("access-officer")
    work = work_of(citizens, sheet, officer)
    sides = {"ours": (ours, work)}
    if peer is not None:
        listed = asyncio.run(answer_of(ours, work["q2"][0]))["accessRequests"]["nodes"]
        shown = [one.shown for one in citizens]
        asyncio.run(postgraphile.fill(server, DATABASE, shown, listed))
        theirs = enter(postgraphile.served(peer, server, DATABASE))
        sides["peer"] = (theirs, same_work(citizens, sheet))
        asyncio.run(compared((ours, theirs), [each for _, each in sides.values()]))
    return Prepared(told, sides, officer, len(citizens))


def measure(options: Options) -> Report:
    """All three questions."""
    report = Report("The partners' API", ("strawberry-graphql", "starlette", "uvicorn", "asyncpg"))
    binaries = find_binaries()
    if binaries is None:
        report.notes.append("passed over: no PostgreSQL was found")
        return report
    peer: Path | None = None
    try:
        peer = postgraphile.installed(options.folder)
    except postgraphile.NotHere as why:
        report.notes.append(f"PostGraphile was passed over: {why}")
    with ExitStack() as stack:
        here, load = prepared(stack, binaries, peer), os.getloadavg()[0]
        note(report, raced(here.sides, options))
        sizes = [
            posted(f"q2 of {first}", REQUESTS, {"first": first}, here.officer)
            for first in (10, ALL_OF_THEM)
        ]
        work = here.sides["ours"][1].items()
        few = {name: (those * ALL_OF_THEM)[:ALL_OF_THEM] for name, those in work}
        report.notes += asyncio.run(profiled(here.told, few, sizes))
    report.notes.append(f"{here.citizens} citizens; load of the machine before: {load:.1f}")
    return report


if __name__ == "__main__":
    main(measure, size=240, rounds=3, long=2400)
