"""What tests of views start from, on each database: a household, or a region with a release."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, apart
from tests.views.household import Household, a_household
from tests.views.office import Office, an_office
from tests.views.study import Study, a_study
from tests.views.templates import Templates
from tests.views.used import Used, found, opened

USED = "baimena_used"


@pytest.fixture(scope="session")
def templates(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Templates:
    """What was built once in this process."""
    return Templates(request, tmp_path_factory)


@pytest.fixture
async def home(templates: Templates, dialect: str, tmp_path: Path) -> AsyncIterator[Household]:
    """A household of this test's own."""
    with templates.copied(a_household, dialect, tmp_path) as copied:
        yield copied
        await copied.cast.house.database.close()


@pytest.fixture(scope="session")
def used_sqlite(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Path:
    """A folder with the region and its database file, to copy and never to change."""
    folder = tmp_path_factory.mktemp("used")
    shutil.copyfile(migrated_sqlite, folder / "used.sqlite")
    apart(lambda: found(f"sqlite:///{folder / 'used.sqlite'}", folder))
    return folder


@pytest.fixture(scope="session")
def used_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres: Server, migrated_postgres: str
) -> Path:
    """A folder with the region; its database is a template of the server."""
    folder = tmp_path_factory.mktemp("used")
    url = postgres.create(USED, template=migrated_postgres)
    apart(lambda: found(url, folder))
    return folder


@pytest.fixture
def used_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a copy of the region's database."""
    if dialect == "sqlite":
        file = tmp_path / "copied.sqlite"
        shutil.copyfile(request.getfixturevalue("used_sqlite") / "used.sqlite", file)
        yield f"sqlite:///{file}"
    else:
        request.getfixturevalue("used_postgres")
        server: Server = request.getfixturevalue("postgres")
        yield server.create(f"{USED}_copied", template=USED)
        server.drop(f"{USED}_copied")


@pytest.fixture
async def used(
    dialect: str, request: pytest.FixtureRequest, used_url: str, tmp_path: Path
) -> AsyncIterator[Used]:
    """The region with one delivered release, of this test's own."""
    template = "used_sqlite" if dialect == "sqlite" else "used_postgres"
    built = opened(used_url, request.getfixturevalue(template), tmp_path / "region")
    yield built
    await built.cast.house.database.close()


@pytest.fixture
async def office(templates: Templates, dialect: str, tmp_path: Path) -> AsyncIterator[Office]:
    """An office of this test's own."""
    with templates.copied(an_office, dialect, tmp_path) as copied:
        yield copied
        await copied.cast.house.database.close()


@pytest.fixture
async def study(database_url: str, tmp_path: Path) -> AsyncIterator[Study]:
    """A study of this test's own, its release signed."""
    found = await a_study(database_url, tmp_path)
    yield found
    await found.cast.house.database.close()
