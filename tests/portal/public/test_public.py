"""The public pages say what the law wants said, in three languages, and no small count."""

from __future__ import annotations

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
