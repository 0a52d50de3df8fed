"""The household and the office that tests of views start from, on each database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.views.household import Household, a_household
from tests.views.office import Office, an_office
from tests.views.study import Study, a_study


@pytest.fixture
async def home(database_url: str, tmp_path: Path) -> AsyncIterator[Household]:
    """A household of this test's own."""
    found = await a_household(database_url, tmp_path)
    yield found
    await found.cast.house.database.close()


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """An office of this test's own."""
    found = await an_office(database_url, tmp_path)
    yield found
    await found.cast.house.database.close()


@pytest.fixture
async def study(database_url: str, tmp_path: Path) -> AsyncIterator[Study]:
    """A study of this test's own, its release signed."""
    found = await a_study(database_url, tmp_path)
    yield found
    await found.cast.house.database.close()
