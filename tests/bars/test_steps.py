"""Steps counted: withdrawing is as easy as giving (GDPR 7(3)), and opting out takes two.

A step is a link that is followed or a button that is pressed, from the first page of one's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from httpx2 import AsyncClient, Response

from governance.service.ledger_check import ledger_size
from tests.portal.forms import send
from tests.portal.world import World


@dataclass
class Walk:
    """Somebody on her way through pages, and how many steps she has taken."""

    browser: AsyncClient
    page: Response
    steps: int = 0

    async def follow(self, address: str) -> None:
        """Follow a link of this page that leads where an address ends so."""
        links = [part.split('"')[0] for part in self.page.text.split('href="')[1:]]
        link = next(one for one in links if one.endswith(address))
        self.page, self.steps = await self.browser.get(link), self.steps + 1

    async def press(self, **answers: Any) -> None:
        """Answer, and press the button."""
        self.page, self.steps = await send(self.browser, self.page, **answers), self.steps + 1
        assert self.page.status_code == 200, self.page.text


async def walk(world: World, person: str) -> Walk:
    """From her first page."""
    browser = await world.browser(person)
    return Walk(browser, await browser.get("/eu/my"))


async def given(world: World, person: str) -> int:
    """The shortest way to say yes to everything, in steps."""
    one = await walk(world, person)
    await one.follow("/my/choices")
    await one.follow("/my/choose")
    await one.follow("/my/choose/new/service-management-and-planning")
    for _ in range(3):
        await one.press(extent="all")
    await one.press(reach="navarre-and-spain")
    await one.press()
    return one.steps


@pytest.mark.parametrize("way", ["/my/withdraw/everything", "/my/opt-out"])
async def test_to_say_no_takes_two_steps_and_never_more_than_to_say_yes(
    world: World, way: str
) -> None:
    yes = await given(world, "maite")
    before = await ledger_size(world.house)
    one = await walk(world, "maite")
    await one.follow(way)
    await one.press()
    assert await ledger_size(world.house) > before
    assert one.steps == 2
    assert one.steps <= yes


async def test_to_take_back_one_purpose_takes_no_more_steps_than_to_allow_it(world: World) -> None:
    yes = await given(world, "maite")
    one = await walk(world, "maite")
    await one.follow("/my/choices")
    await one.follow("/my/withdraw/research-and-knowledge")
    await one.press()
    assert one.steps == 3
    assert one.steps <= yes
