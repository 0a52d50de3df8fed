"""The demo as people meet it: portal, identity provider and region, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.async_api import Browser

from governance.service.house import House
from portal.demo.site import Site, found
from portal.serving import application
from tests.browsing import DESK, browsing
from tests.journeys.browser.person import Person, person
from tests.portal.sign_in.servers import address, listening, serving
from tests.postgres import apart

PEOPLE = 150


@dataclass
class Demo:
    """It runs."""

    site: Site
    house: House
    browser: Browser

    async def comes(self, language: str, size: tuple[int, int] = DESK) -> Person:
        """Somebody comes to it with a browser."""
        return await person(self.browser, self.site.portal, language, size)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo's region, to copy and never to change; its addresses are free ports."""
    ports = [listening(), listening()]
    portal, identity = map(address, ports)
    for port in ports:
        port.close()
    site = Site(tmp_path_factory.mktemp("demo"), portal, identity)
    apart(lambda: found(site, people=PEOPLE, tell=lambda chapter: None))
    return site


@pytest.fixture
async def demo(founded: Site, tmp_path: Path, chromium: str) -> AsyncIterator[Demo]:
    """The demo with a region of this test's own, on SQLite."""
    folder = tmp_path / "demo"
    shutil.copytree(founded.folder, folder, ignore=shutil.ignore_patterns("files", "*-shm"))
    async with opened(replace(founded, folder=folder), chromium) as running:
        yield running


@asynccontextmanager
async def opened(site: Site, chromium: str) -> AsyncIterator[Demo]:
    """The demo, its provider and a browser, until the test is over."""
    house = site.house()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(house.database.close)
        app = application(site.settings(), house, demo=True)
        stack.push_async_callback(app.state.reception.login.provider.close)
        stack.push_async_callback(app.state.authentication.close)
        for one, at in ((app, site.portal), (site.provider(), site.identity)):
            await stack.enter_async_context(serving(one, listening(int(at.rpartition(":")[2]))))
        yield Demo(site, house, await stack.enter_async_context(browsing(chromium)))
