"""The public pages say what the law wants said, in three languages, and no small count."""

from __future__ import annotations

import re

import pytest

from portal.routes import PAGES
from tests.portal.world import World

OPEN = [
    page.path
    for page in PAGES
    if page.is_open and page.spoken and page.show and "{" not in page.path
]
STATEMENT = {"en": "Accessibility", "es": "Accesibilidad", "eu": "Irisgarritasuna"}


@pytest.mark.parametrize("language", ["es", "eu", "en"])
async def test_every_open_page_is_there_with_a_title_of_its_own(
    world: World, language: str
) -> None:
    browser, titles = await world.browser(), set()
    for path in OPEN:
        page = await browser.get(f"/{language}{path}")
        assert page.status_code == 200, path
        titles.add(page.text.split("<title>")[1].split("</title>")[0])
        assert f'href="/{language}/accessibility">{STATEMENT[language]}' in page.text, path
    assert len(titles) == len(OPEN)


async def test_the_register_tells_what_was_asked_and_decided_and_no_small_count(
    world: World,
) -> None:
    browser = await world.browser()
    page = await browser.get("/en/register")
    assert "Diabetes app" in page.text
    assert "Sleep and memory" not in page.text, "a draft is nobody's to read"
    entry = await browser.get(f"/en/register/{world.known.requests['cardiometabolic-risk']}")
    assert "Releases" in entry.text
    told = [int(count) for count in re.findall(r": (\d+) (?:people|person)", entry.text)]
    assert told
    assert min(told) >= 10
    draft = await browser.get(f"/en/register/{world.known.requests['sleep-and-memory']}")
    assert draft.status_code == 404
