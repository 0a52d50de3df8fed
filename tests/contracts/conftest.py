"""What the contracts of storage start from: an open database of either kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from governance.service.house import House
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from tests.contracts.entries import START
from tests.contracts.office import Office, open_office
from tests.portal.world import World, found_region


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database of this test's own."""
    opened = Database(database_url)
    yield opened
    await opened.close()


class Clock:
    """A clock that a test winds."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        """The time that the test says it is."""
        return self.at

    def forward(self, **step: float) -> None:
        """So much later, as ``timedelta`` counts."""
        self.at += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    """A clock at the start of the stories."""
    return Clock()


@pytest.fixture
def house(database: Database, clock: Clock, tmp_path: Path) -> House:
    """A house around the database."""
    return House(
        database, KeyFolder(tmp_path / "keys", secret="a secret of the tests"), tmp_path, clock
    )


@pytest.fixture
async def office(house: House, tmp_path: Path) -> Office:
    """The house with somebody at its desk."""
    return await open_office(house, tmp_path)


@pytest.fixture
async def region_world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """A region on each of the two databases."""
    await found_region(tmp_path, database_url)
    world = World(tmp_path, database_url)
    yield world
    await world.house.database.close()
