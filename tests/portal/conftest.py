"""The region that tests of the portal start from."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.portal.world import World, copied, found_region
from tests.postgres import apart


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a region, to copy and never to change."""
    folder = tmp_path_factory.mktemp("region")
    apart(lambda: found_region(folder))
    return folder


@pytest.fixture
async def world(region: Path, tmp_path: Path) -> AsyncIterator[World]:
    """A region of this test's own, on SQLite."""
    one = World(copied(region, tmp_path / "world"))
    yield one
    await one.house.database.close()
