"""A region of 700,000 people behind the portal, in a folder: made once, gone on with after a stop.

The demo's region stands in it with everybody one can sign in as; the rest of the people comes in by
the import commands, into PostgreSQL with fsync on. What each step took stands beside the data.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from governance.storage import driver, ledger
from governance.storage.database import Database
from portal.demo.cast import principal
from tests.benchmarks.importing import STEPS, import_file, write_files
from tests.benchmarks.measure import peak_memory
from tests.portal.world import World, found_region
from tests.postgres import Binaries, Server, find_binaries, running

NAME = "region"
PEOPLE = 700_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where such a region lies."""

    folder: Path

    @property
    def house(self) -> Path:
        """Keys, data, and who is who."""
        return self.folder / "house"

    @property
    def files(self) -> Path:
        """The three files that are imported."""
        return self.folder / "files"

    @property
    def server(self) -> Path:
        """The data of PostgreSQL."""
        return self.folder / "postgres"

    def done(self) -> dict[str, Any]:
        """The steps that are behind us, and what each took."""
        path = self.folder / "steps.json"
        found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return found

    def keep(self, step: str, told: Any) -> None:
        """One more step is done."""
        whole = json.dumps({**self.done(), step: told}, indent=1)
        (self.folder / "steps.json").write_text(whole, encoding="utf-8")


async def _found(place: Place, url: str, people: int) -> dict[str, Any]:
    place.house.mkdir(parents=True, exist_ok=True)
    await found_region(place.house, url)
    return {}


async def _write(place: Place, url: str, people: int) -> dict[str, Any]:
    world = World(place.house, url)
    try:
        async with world.house.database.reading() as session:
            [sheet] = await ledger.stream_ids(session, "information-sheets")
    finally:
        await world.house.database.close()
    place.files.mkdir(exist_ok=True)
    for left in place.files.glob("*.csv"):
        left.unlink()
    write_files(place.files, people, sheet=sheet)
    return {}


async def _import(place: Place, url: str, name: str) -> dict[str, Any]:
    world = World(place.house, url)
    try:
        desk = principal(world.known.people["desk"])
        step = await import_file(world.house, place.files / f"{name}.csv", by=desk)
    finally:
        await world.house.database.close()
    return {**asdict(step), "peak_memory": peak_memory()}


async def _analyze(place: Place, url: str, people: int) -> dict[str, Any]:
    world = World(place.house, url)
    try:
        async with world.house.database.writing() as session:
            await driver.run(session, "ANALYZE")
    finally:
        await world.house.database.close()
    return {}


def _step(place: Place, url: str, name: str, people: int) -> dict[str, Any]:
    """One step, in a process of its own, so that its memory is its own."""
    start = time.perf_counter()
    if name in STEPS:
        told = asyncio.run(_import(place, url, name))
    else:
        plain = {"founded": _found, "files": _write, "analyzed": _analyze}
        told = asyncio.run(plain[name](place, url, people))
    return {"wall": time.perf_counter() - start, **told}


def make(place: Place, server: Server, people: int) -> str:
    """Whatever is not done yet of the region; the address of its database."""
    url = server.url(NAME)
    for name in ("created", "founded", "files", *STEPS, "analyzed"):
        if name in place.done():
            continue
        sys.stderr.write(f"{name} ...\n")
        if name == "created":
            server.drop(NAME)
            server.create(NAME)
            place.keep(name, {"people": people})
            continue
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            told = process.submit(_step, place, url, name, people).result()
        place.keep(name, told)
        sys.stderr.write(f"{name} {told}\n")
    return url


@contextmanager
def region(folder: Path, people: int = PEOPLE) -> Iterator[tuple[Place, str]]:
    """The region of this folder while the block lasts, and the address of its database."""
    binaries: Binaries | None = find_binaries()
    if binaries is None:
        raise RuntimeError("no PostgreSQL was found")
    place = Place(folder.resolve())
    place.folder.mkdir(parents=True, exist_ok=True)
    with running(binaries, durable=True, kept=place.server) as server:
        url = make(place, server, people)
        asyncio.run(_migrated(url))
        yield place, url


async def _migrated(url: str) -> None:
    """A region that was made some versions ago has the tables of today."""
    database = Database(url)
    try:
        await database.migrate()
    finally:
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=PEOPLE)
    chosen = parser.parse_args()
    with region(chosen.folder, chosen.size) as (place, _):
        sys.stdout.write(json.dumps(place.done(), indent=1) + "\n")
