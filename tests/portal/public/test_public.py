"""The public pages say what the law wants said, in three languages, and no small count."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from portal.presenters.public.flow import BOXES
from portal.routes import PAGES
from tests.portal.world import ORIGIN, World

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


@pytest.mark.parametrize("language", ["es", "eu", "en"])
async def test_the_first_page_has_a_way_on_for_everybody_and_a_picture_told_in_words(
    world: World, language: str
) -> None:
    browser = await world.browser()
    page = (await browser.get(f"/{language}/")).text
    for section in ("citizens", "researchers", "everybody"):
        inside = page.split(f'aria-labelledby="{section}"')[1].split("</section>")[0]
        ways = re.findall(r'<a class="govuk-link" href="([^"]+)">', inside)
        assert len(ways) >= 3, section
        answers = [await browser.get(way, follow_redirects=False) for way in ways]
        assert {answer.status_code for answer in answers} <= {200, 303}, section
    assert page.count("<li>", page.index('id="steps"'), page.index("<svg viewBox")) == 5
    picture = page[page.index("<svg viewBox") :].split("</svg>")[0]
    assert 'role="img"' in picture
    assert 'aria-describedby="steps"' in picture
    spoken = re.findall(r"<text[^>]*>([^<]+)</text>", picture)
    assert len(spoken) == len(set(spoken)) == sum(len(box.lines) for box in BOXES)


async def test_nothing_of_the_picture_is_english_elsewhere(world: World) -> None:
    browser = await world.browser()
    english = {words for box in BOXES for words in box.lines}
    for language in ("es", "eu"):
        page = (await browser.get(f"/{language}/")).text
        assert english & set(re.findall(r"<text[^>]*>([^<]+)</text>", page)) == set()


async def test_machines_learn_whom_to_tell_and_what_to_leave_alone(world: World) -> None:
    browser = await world.browser()
    told = await browser.get("/.well-known/security.txt")
    assert told.headers["content-type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in told.text.splitlines())
    assert fields["Contact"] == "mailto:dpd@baimena.test"
    assert fields["Canonical"] == f"{ORIGIN}/.well-known/security.txt"
    lasts = datetime.fromisoformat(fields["Expires"]) - world.clock.now
    assert timedelta(days=30) < lasts < timedelta(days=365)
    robots = await browser.get("/robots.txt")
    assert robots.text == "User-agent: *\nDisallow: /\n", "a demo's people are invented"
