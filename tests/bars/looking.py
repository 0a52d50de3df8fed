"""What a real browser finds wrong with a page: rules, width, weight, and whom it asks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Container
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Page as Window
from playwright.async_api import Response, Route

from portal.page import Page
from portal.server import create_app
from tests.bars.visiting import Visitors
from tests.bars.visits import Row, refused_as_it_stands
from tests.browsing import NARROW, browsing, overflows, serving, violations, window
from tests.portal.world import COOKIE, World, reception_of

HEAVIEST = 200_000
"""Bytes of a page with everything that it needs, the first time that it is seen."""
FORM = "main form[method=post] button:not([name])"
"""What sends a form of this page as it stands."""
REFUSED = range(400, 500)


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is looked at. Without ``scripts`` ours stay away; axe itself is one."""

    language: str
    size: tuple[int, int]
    scripts: bool

    def __str__(self) -> str:
        return f"{self.language}-{self.size[0]}-{'scripts' if self.scripts else 'no-scripts'}"


@dataclass
class Looker:
    """One window before a portal, through which one after the other looks.

    Every request of the window is intercepted, so that it keeps no copies: each page is loaded
    as if for the first time.
    """

    opened: Window
    at: str
    visitors: Visitors
    scripts: bool = True
    views: int = 0
    """How many pages have been looked at."""
    heaviest: int = 0
    _asked: list[str] = field(default_factory=list)
    _answers: list[Response] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)

    async def intercept(self, route: Route) -> None:
        """Let a request through to the portal, and to nobody else."""
        url = route.request.url
        self._asked.append(url)
        away = not url.startswith(f"{self.at}/")
        if away or (url.endswith(".js") and not self.scripts):
            await route.abort()
        else:
            await route.continue_()

    def watch(self) -> None:
        """From now on, remember whom the window asks, what is answered, and what goes wrong."""
        self.opened.on("response", lambda answer: self._answers.append(answer))
        self.opened.on("pageerror", lambda fault: self._said.append(f"a script fails: {fault}"))

    async def faults(self, page: Page, row: Row, way: Way) -> list[str]:
        """Everything wrong with this page looked at in this way, and with what it says to a form
        that is sent as it stands, where it refuses it.
        """
        path = await self.visitors.path(page, row, way.language)
        faults = await self._faults_of(await self.goes(page, row, way, path), path, {row.status})
        if await self.can_send(page, row):
            answer = await self.sends(way)
            faults += [f"(sent) {one}" for one in await self._faults_of(answer, path, REFUSED)]
        return [f"{path}: {fault}" for fault in faults]

    async def goes(self, page: Page, row: Row, way: Way, path: str) -> Response | None:
        """Open this address as the person of this row, in this way."""
        context, cookie = self.opened.context, await self.visitors.cookie(page, row)
        await context.clear_cookies()
        if cookie:
            await context.add_cookies([{"name": COOKIE, "value": cookie, "url": self.at}])
        await context.set_extra_http_headers({"Accept-Language": way.language})
        self.scripts = way.scripts
        await self._begin(way)
        return await self.opened.goto(self.at + path)

    async def can_send(self, page: Page, row: Row) -> bool:
        """Whether the page that stands open has a form that changes nothing as it stands."""
        return refused_as_it_stands(page, row) and await self.opened.locator(FORM).count() > 0

    async def sends(self, way: Way) -> Response | None:
        """Press the button of the form of the page that stands open."""
        await self._begin(way)
        async with self.opened.expect_navigation() as going:
            await self.opened.locator(FORM).first.click()
        return await going.value

    async def _begin(self, way: Way) -> None:
        await self._resize(way.size)
        for one in (self._asked, self._answers, self._said):
            one.clear()

    async def _faults_of(
        self, answer: Response | None, path: str, expected: Container[int]
    ) -> list[str]:
        faults = list(self._said)
        there = self.opened.url == self.at + path
        if answer is None or answer.status not in expected or not there:
            told = "nothing" if answer is None else answer.status
            faults.append(f"leads to {self.opened.url} ({told})")
        faults += [f"asks {one}" for one in self._asked if not one.startswith(f"{self.at}/")]
        if (weight := await self._weight()) > HEAVIEST:
            faults.append(f"weighs {weight} bytes")
        return [*faults, *await self._seen()]

    async def _weight(self) -> int:
        """Bytes that came over the wire for this page, headers too."""
        sizes = [await one.request.sizes() for one in self._answers]
        weight = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes)
        self.heaviest = max(self.heaviest, weight)
        return weight

    async def _seen(self) -> list[str]:
        """What axe says of the page as it stands, and whether it fits the narrowest telephone."""
        self.views += 1
        found = await violations(self.opened)
        await self._resize(NARROW)
        wide = await overflows(self.opened)
        return [*found, f"{wide} pixels too wide at {NARROW[0]}"] if wide else found

    async def _resize(self, size: tuple[int, int]) -> None:
        await self.opened.set_viewport_size({"width": size[0], "height": size[1]})


@asynccontextmanager
async def looking(chromium: str, world: World) -> AsyncIterator[Looker]:
    """A browser before the portal of this world."""
    app = create_app(reception_of(world.house), hosts=["127.0.0.1"])
    async with serving(app) as at, browsing(chromium) as browser:
        context = await window(browser)
        looker = Looker(await context.new_page(), at, Visitors(world))
        await context.route("**/*", looker.intercept)
        looker.watch()
        yield looker
