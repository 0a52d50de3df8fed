"""What every test may ask for: a database of either kind, the shared data, no network.

Only here may a test be passed over, for a part of the world that is absent; ``BAIMENA_REQUIRE``
(``postgres``, ``shared``, ``node``, ``chromium``) names what must be there: then it is a failure.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from governance.storage.database import Database
from tests import network
from tests.browsing import find_chromium
from tests.postgres import Server, apart, find_binaries, running

if TYPE_CHECKING:
    from tests.portal.world import World

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"
MIGRATED = "baimena_migrated"
_numbers = itertools.count(1)

network.block()
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_report_header() -> list[str]:
    """Which PostgreSQL, which browser, which data, and what may not be absent."""
    return [
        f"postgresql: {find_binaries() or 'none'}",
        f"browser: {find_chromium() or 'none'}",
        f"shared data: {'present' if SHARED.is_dir() else 'absent'}",
        f"required: {os.environ.get('BAIMENA_REQUIRE') or 'nothing'}",
    ]


def absent(part: str, reason: str) -> None:
    """Pass the test over, with its reason; or fail it, where the part is required."""
    if part in os.environ.get("BAIMENA_REQUIRE", "").split(","):
        pytest.fail(f"{reason}, and BAIMENA_REQUIRE names {part}")
    pytest.skip(reason)


async def _migrate(url: str) -> None:
    database = Database(url)
    try:
        await database.migrate()
    finally:
        await database.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder beside the checkout: data and standards of others, to read only."""
    if not SHARED.is_dir():
        absent("shared", "no folder of shared data lies beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of a real browser."""
    found = find_chromium()
    if found is None:
        absent("chromium", "no Chromium was found on this machine")
    return found or ""


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a region behind a portal, to copy and never to change."""
    from tests.portal.world import found_region  # slow to import; most tests have no portal

    folder = tmp_path_factory.mktemp("region")
    apart(lambda: found_region(folder))
    return folder


@pytest.fixture
async def world(region: Path, tmp_path: Path) -> AsyncIterator[World]:
    """A region of this test's own, with its portal, on SQLite."""
    from tests.portal.world import World, copied

    one = World(copied(region, tmp_path / "world"))
    yield one
    await one.house.database.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of this test process."""
    binaries = find_binaries()
    if binaries is None:
        absent("postgres", "no PostgreSQL server was found on this machine")
    else:
        with running(binaries) as server:
            yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Server) -> str:
    """The name of a database with every migration, to copy and never to change."""
    url = postgres.create(MIGRATED)
    apart(lambda: _migrate(url))
    return MIGRATED


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every migration, to copy and never to change."""
    file = tmp_path_factory.mktemp("migrated") / "baimena.sqlite"
    apart(lambda: _migrate(_sqlite_url(file)))
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Each of the two databases in turn."""
    return str(request.param)


@pytest.fixture
def database_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database of this test's own, on each of the two in turn."""
    if dialect == "sqlite":
        file = tmp_path / "baimena.sqlite"
        shutil.copyfile(request.getfixturevalue("migrated_sqlite"), file)
        yield _sqlite_url(file)
    else:
        template = str(request.getfixturevalue("migrated_postgres"))
        yield from _of_its_own(request.getfixturevalue("postgres"), template)


@pytest.fixture
def empty_database_url(
    dialect: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[str]:
    """The address of a database without tables, on each of the two in turn."""
    if dialect == "sqlite":
        yield _sqlite_url(tmp_path / "empty.sqlite")
    else:
        yield from _of_its_own(request.getfixturevalue("postgres"), "template0")


def _of_its_own(server: Server, template: str) -> Iterator[str]:
    name = f"baimena_{next(_numbers)}"
    yield server.create(name, template=template)
    server.drop(name)


def _sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"
