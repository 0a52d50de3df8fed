"""What goes wrong before a screen: a double click, the back button, two windows, a lost session.

In a real browser, with our scripts kept away: nothing is lost, nothing is done twice, and the page
that comes says what happened.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import expect

from governance.service.ledger_check import ledger_size
from portal.routes import PAGES
from tests.bars.looking import Looker, Way, looking
from tests.bars.visits import Known, Row
from tests.browsing import DESK
from tests.portal.forms import send
from tests.portal.world import COOKIE, World

PAGE = {page.name: page for page in PAGES}
WAY = Way("en", DESK, False)
AWAY_FOR = timedelta(minutes=30)
REASON = "Who keeps the keys? It was not said."


@pytest.fixture
async def looker(world: World, chromium: str) -> AsyncIterator[Looker]:
    """A browser before this test's own region."""
    async with looking(chromium, world) as one:
        yield one


async def opened(looker: Looker, name: str, row: Row) -> str:
    """The address of a page that stands open now, as the person of this row."""
    path = await looker.visitors.path(PAGE[name], row, WAY.language)
    await looker.goes(PAGE[name], row, WAY, path)
    return path


async def test_a_double_click_withdraws_once(world: World, looker: Looker) -> None:
    await opened(looker, "withdraw", Row("maite", {"what": "everything"}))
    before = await ledger_size(world.house)
    await looker.opened.locator("main form button").dblclick()
    # The second click breaks off what the first began to open, which ends a wait for that.
    await expect(looker.opened).to_have_url(re.compile("/my/recorded/"))
    await looker.opened.wait_for_load_state()
    assert await ledger_size(world.house) == before + 1
    await looker.opened.reload()
    assert await ledger_size(world.house) == before + 1


@pytest.mark.parametrize("path", ["/en/my/withdraw/everything", "/en/my/opt-out"])
async def test_the_same_form_several_times_at_once_is_done_once(world: World, path: str) -> None:
    browser = await world.browser("maite")
    page = await browser.get(path)
    before = await ledger_size(world.house)
    pages = await asyncio.gather(*(send(browser, page) for _ in range(4)))
    assert await ledger_size(world.house) == before + 1
    assert {(one.status_code, one.url) for one in pages} == {(200, pages[0].url)}


async def test_whoever_goes_back_answers_anew_and_both_answers_are_kept(
    world: World, looker: Looker
) -> None:
    path = await opened(looker, "reach", Row("maite"))
    before = await ledger_size(world.house)
    for reach in ("navarre-and-spain", "eu-eea"):
        await looker.opened.check(f"input[value={reach}]")
        await looker.opened.locator("main form button").click()
        await looker.opened.wait_for_url("**/my/recorded/*")
        await looker.opened.go_back()
        assert urlsplit(looker.opened.url).path == path
    assert await ledger_size(world.house) == before + 2
    assert await looker.opened.is_checked("input[value=eu-eea]")


async def test_in_a_second_window_one_is_told_that_it_is_done_already(
    world: World, looker: Looker
) -> None:
    await opened(looker, "opt-out", Row("maite"))
    first, second = looker.opened, await looker.opened.context.new_page()
    await second.goto(first.url)
    before = await ledger_size(world.house)
    for window in (first, second):
        await window.locator("main form button").click()
        await window.wait_for_load_state()
    assert "You are already opted out" in await second.inner_text("main")
    assert await ledger_size(world.house) == before + 1


async def test_two_windows_on_one_section_lose_neither_text(world: World, looker: Looker) -> None:
    row = Row("researcher", {"thing": Known("requests", "sleep-and-memory"), "section": "aim"})
    await opened(looker, "write-section", row)
    first, second = looker.opened, await looker.opened.context.new_page()
    await second.goto(first.url)
    for window, text in ((first, "Memory of the old."), (second, "Sleep of the young.")):
        await window.fill("textarea[name=benefit]", text)
        await window.locator("main form button").click()
        await window.wait_for_load_state()
    assert "was saved with other answers meanwhile" in await second.inner_text("main")
    assert await second.input_value("textarea[name=benefit]") == "Sleep of the young."
    await first.goto(second.url)
    assert await first.input_value("textarea[name=benefit]") == "Memory of the old."
    await second.locator("main form button").click()
    await second.wait_for_url("**/write")
    await first.reload()
    assert await first.input_value("textarea[name=benefit]") == "Sleep of the young."


async def test_what_is_sent_after_the_session_has_ended_waits_for_its_writer(
    world: World, looker: Looker
) -> None:
    thing = {"thing": Known("requests", "waiting-times-in-primary-care")}
    row = Row("access-officer", thing)
    path = await opened(looker, "access-body-request-return-request", row)
    await looker.opened.fill("main textarea", REASON)
    before = await ledger_size(world.house)
    world.clock.now += AWAY_FOR
    await looker.opened.locator("main form button").click()
    await looker.opened.wait_for_url("**/sign-in?*")
    kept = parse_qs(urlsplit(looker.opened.url).query)["next"][0]
    for person, says in (("researcher", "Page not found"), ("access-officer", "were kept")):
        token = await world.session_of(person)
        await looker.opened.context.add_cookies(
            [{"name": COOKIE, "value": token, "url": looker.at}]
        )
        await looker.opened.goto(looker.at + kept)
        assert says in await looker.opened.inner_text("h1")
    await looker.opened.get_by_role("button", name="Send it now").click()
    await looker.opened.wait_for_load_state()
    assert looker.opened.url == looker.at + path
    assert await looker.opened.input_value("main textarea") == REASON
    assert (await looker.opened.title()).startswith("Error: "), "no item was chosen yet"
    assert await ledger_size(world.house) == before
