"""Before a session ends for want of use, a browser that runs scripts asks (WCAG 2.2, 2.2.1)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Route
from playwright.async_api import Page as Window

from governance.vocabulary.people import Language
from tests.browsing import serving, violations, window
from tests.portal.look.gallery import gallery
from tests.portal.look.workbench import workbench

pytestmark = pytest.mark.asyncio(loop_scope="module")
IDLE, WARNING = 20 * 60, 3 * 60


@asynccontextmanager
async def somebody_reading(browser: Browser, *, session_lives: bool) -> AsyncIterator[Window]:
    """A page whose clock the test moves; asking for more time is answered as the portal does."""

    async def answer(route: Route) -> None:
        if session_lives:
            await route.fulfill(status=200)
        else:
            await route.fulfill(status=303, headers={"location": "/sign-in"})

    async with serving(workbench(gallery(Language.ENGLISH))) as at:
        context = await window(browser)
        await context.route("**/sessions", answer)
        opened = await context.new_page()
        await opened.clock.install()
        await opened.goto(f"{at}/table")
        yield opened


async def wait(opened: Window, seconds: int) -> None:
    await opened.clock.run_for(seconds * 1000)


async def test_a_dialog_asks_in_time_and_staying_begins_anew(browser: Browser) -> None:
    async with somebody_reading(browser, session_lives=True) as opened:
        dialog = opened.locator("dialog")
        await wait(opened, IDLE - WARNING - 10)
        assert not await dialog.is_visible()
        await wait(opened, 20)
        assert await opened.get_by_role("dialog", name="Are you still there?").is_visible()
        assert await opened.locator(":focus").inner_text() == "Stay signed in"
        assert await violations(opened) == []
        await opened.keyboard.press("Enter")
        await dialog.wait_for(state="hidden")
        await wait(opened, WARNING + 60)
        assert not await dialog.is_visible()


async def test_whoever_does_not_answer_is_told_that_it_has_ended(browser: Browser) -> None:
    async with somebody_reading(browser, session_lives=True) as opened:
        await wait(opened, IDLE + 10)
        assert await opened.get_by_role("dialog", name="You have been signed out").is_visible()
        await opened.get_by_role("button", name="Close this message").click()
        await wait(opened, 60)
        assert not await opened.locator("dialog").is_visible()


async def test_a_session_that_ended_elsewhere_is_not_prolonged(browser: Browser) -> None:
    async with somebody_reading(browser, session_lives=False) as opened:
        await wait(opened, IDLE - WARNING + 10)
        await opened.get_by_role("button", name="Stay signed in").click()
        ended = opened.get_by_role("dialog", name="You have been signed out")
        await ended.wait_for(state="visible")
        assert not await opened.get_by_role("button", name="Stay signed in").is_visible()
