"""Addresses of visits: what a row leaves to be found is found in the region, or read on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from httpx2 import AsyncClient

from governance.service import web_state
from governance.service.web_state import Limits
from portal.page import Page
from tests.bars.visits import Answered, Known, Linked, Parked, Row, Value, stepped_up
from tests.portal.forms import send
from tests.portal.world import COOKIE, World

LATE = b"extent=all&key=1"


@dataclass
class Visitors:
    """Everybody who visits pages of one region, each in one browser."""

    world: World
    _clients: dict[tuple[str | None, bool], AsyncClient] = field(default_factory=dict)

    async def client(self, page: Page, row: Row) -> AsyncClient:
        """The browser of this row's person, without JavaScript; she has stepped up if need be.

        The clock of the region goes on with every look at it: whoever has been away for long, or
        has been signed out by what was sent, signs in anew.
        """
        who = (row.person, row.person is not None and stepped_up(page))
        if who not in self._clients or not await self._is_in(*who):
            self._clients[who] = await self.world.browser(row.person, stepped_up=who[1])
        return self._clients[who]

    async def _is_in(self, person: str | None, confirmed: bool) -> bool:
        if person is None:
            return True
        token = self._clients[person, confirmed].cookies.get(COOKIE) or ""
        live = await web_state.find_session(self.world.house, token, Limits())
        return live is not None and live.principal.stepped_up == confirmed

    async def cookie(self, page: Page, row: Row) -> str | None:
        """The session that a real browser needs to be this person."""
        return (await self.client(page, row)).cookies.get(COOKIE)

    async def path(self, page: Page, row: Row, language: str) -> str:
        """The address of this visit, in this language."""
        client, found = await self.client(page, row), dict[str, str]()
        for name in sorted(row.values, key="whom".__ne__):  # others may be found on her pages
            found[name] = await self._found(client, row.values[name], found)
        path = page.path.format(**found)
        return f"/{language}{path}" if page.spoken else path

    async def _found(self, client: AsyncClient, value: Value, so_far: dict[str, str]) -> str:
        match value:
            case str():
                return value
            case Known("releases", number):
                return self.world.known.releases[int(number)]
            case Known(kind, name):
                return str(getattr(self.world.known, kind)[name])
            case Linked(path, pattern):
                page = await client.get("/en" + path.format(**so_far))
                link = re.search(pattern, page.text)
                assert link, f"{page.url} leads nowhere like {pattern}"
                return link.group(1)
            case Parked():
                token, path = client.cookies.get(COOKIE), "/en/my/choose/new/reach"
                kept = await web_state.park_form(self.world.house, token or "", path, LATE)
                return kept or ""
            case Answered(base):
                return await _answered(client, base)


async def _answered(client: AsyncClient, base: str) -> str:
    """The draft of one who says some, then no, then all, up to the check."""
    page = await client.get(f"/en{base}/choose/new/service-management-and-planning")
    for answers in (
        {"extent": "some"},
        {"kinds": ["clinical", "imaging"]},
        {"recipients": ["public-research"]},
        {"extent": "none"},
        {"extent": "all"},
        {"reach": "navarre-and-spain"},
    ):
        page = await send(client, page, **answers)
    assert page.url.path.endswith("/check"), page.url
    return page.url.path.split("/")[-2]
