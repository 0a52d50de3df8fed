"""What a real browser finds wrong with a page: rules, width, weight, and whom it asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser
from playwright.async_api import Page as Window

from portal.page import Page
from portal.server import create_app
from tests.bars.visiting import Visitors
from tests.bars.visits import Row
from tests.browsing import NARROW, browsing, overflows, serving, violations, window
from tests.portal.world import COOKIE, World, reception_of

HEAVIEST = 200_000
"""Bytes of a page with everything that it needs, the first time that it is seen."""
OUR_SCRIPTS = "**/*.js"


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is looked at. Without ``scripts`` ours stay away; axe itself is one."""

    language: str
    size: tuple[int, int]
    scripts: bool


@dataclass
class Looker:
    """A browser before a portal, and everybody who may look through it."""

    browser: Browser
    at: str
    visitors: Visitors

    @asynccontextmanager
    async def seeing(self, page: Page, row: Row, way: Way) -> AsyncIterator[Window]:
        """A window of this row's person, who has seen nothing yet."""
        context = await window(self.browser, way.size, locale=way.language)
        cookie = await self.visitors.cookie(page, row)
        if cookie:
            await context.add_cookies([{"name": COOKIE, "value": cookie, "url": self.at}])
        if not way.scripts:
            await context.route(OUR_SCRIPTS, lambda route: route.abort())
        try:
            yield await context.new_page()
        finally:
            await context.close()

    async def faults(self, page: Page, row: Row, way: Way) -> list[str]:
        """Everything wrong with this page, looked at in this way."""
        path = await self.visitors.path(page, row, way.language)
        asked: list[str] = []
        sizes: list[int] = []
        said: list[str] = []
        async with self.seeing(page, row, way) as opened:
            opened.on("request", lambda one: asked.append(one.url))
            opened.on("response", lambda one: sizes.append(int(one.headers["content-length"])))
            opened.on("pageerror", lambda fault: said.append(f"a script fails: {fault}"))
            answer = await opened.goto(self.at + path)
            faults = [*said, *await seen(opened)]
        if answer is None or answer.status != row.status or opened.url != self.at + path:
            faults.append(f"leads to {opened.url}")
        faults += [f"asks {url}" for url in asked if not url.startswith(self.at)]
        if sum(sizes) > HEAVIEST:
            faults.append(f"weighs {sum(sizes)} bytes")
        return [f"{path}: {fault}" for fault in faults]


async def seen(opened: Window) -> list[str]:
    """What axe says of the page as it stands, and whether it fits the narrowest telephone."""
    found = await violations(opened)
    await opened.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    wide = await overflows(opened)
    return [*found, f"{wide} pixels too wide at {NARROW[0]}"] if wide else found


@asynccontextmanager
async def looking(chromium: str, world: World) -> AsyncIterator[Looker]:
    """A browser before the portal of this world."""
    app = create_app(reception_of(world.house), hosts=["127.0.0.1"])
    async with serving(app) as at, browsing(chromium) as browser:
        yield Looker(browser, at, Visitors(world))
