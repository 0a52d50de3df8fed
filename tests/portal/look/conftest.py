"""One browser for the tests of a file; each test opens windows of its own in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser

from tests.browsing import browsing


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A browser process with an empty profile."""
    async with browsing(chromium) as process:
        yield process
