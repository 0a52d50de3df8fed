"""What the contracts of storage start from: an open database of either kind."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from governance.storage.database import Database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database of this test's own."""
    opened = Database(database_url)
    yield opened
    await opened.close()
