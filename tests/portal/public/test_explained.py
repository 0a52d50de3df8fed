"""Pages that explain hold every item that the law wants, in every language."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from tests.portal.world import NOW, World

CONTACT = "dpd@baimena.test"
EHDS_58_1 = ("legal-basis", "measures", "rights", "exercise", "contact", "granted", "outcomes")
"""Letters (a) to (g), in the order of the article."""
GDPR_13 = (
    *("controller", "officer", "purposes", "grounds", "recipients", "transfers"),
    *("retention", "rights", "withdrawal", "complaint", "obligation", "automated", "further"),
)
"""Paragraphs 1(a) to (f), 2(a) to (f) and 3."""
RD_1112_15 = ("lacks", "complaint", "feedback")
WANTED = {
    "how-it-works": (*EHDS_58_1, "choices", "ages", "relatives", "checking"),
    "privacy": (*GDPR_13, "sources", "cookies"),
    "accessibility": RD_1112_15,
    "officer": ("answer", "complaint"),
}
SECTION = re.compile(r'<section aria-labelledby="([\w-]+)">(.*?)</section>', re.S)
HEADING = re.compile(r'<h2 class="govuk-heading-m" id="([\w-]+)">(.*?)</h2>', re.S)


def sections(page: str) -> dict[str, tuple[str, str]]:
    """Heading and text of each part of a page, by its id."""
    found = {}
    for name, inside in SECTION.findall(page):
        [(id_, title)] = HEADING.findall(inside)
        assert id_ == name
        text = re.sub(r"<[^>]+>", " ", HEADING.sub("", inside))
        found[name] = (unescape(title), " ".join(unescape(text).split()))
    return found


@pytest.mark.parametrize("name", sorted(WANTED))
async def test_every_item_of_the_law_has_a_part_in_each_language(world: World, name: str) -> None:
    browser = await world.browser()
    spoken = {
        language: sections((await browser.get(f"/{language}/{name}")).text)
        for language in ("en", "es", "eu")
    }
    for item in WANTED[name]:
        told = [spoken[language][item] for language in spoken]
        assert all(len(title) > 3 and len(text) > 15 for title, text in told), item
        assert len({text for _, text in told}) == len(told), f"{item} is said in its own words"
    assert len({tuple(parts) for parts in spoken.values()}) == 1, "the same parts everywhere"


@pytest.mark.parametrize("language", ["es", "eu", "en"])
async def test_whom_to_write_to_is_said_where_one_looks_for_it(world: World, language: str) -> None:
    browser = await world.browser()
    for name, item in (
        ("how-it-works", "contact"),
        ("how-it-works", "exercise"),
        ("privacy", "officer"),
        ("accessibility", "feedback"),
    ):
        page = await browser.get(f"/{language}/{name}")
        assert CONTACT in sections(page.text)[item][1], (name, item)
    assert CONTACT in (await browser.get(f"/{language}/officer")).text


async def test_a_statement_that_nobody_looked_through_for_a_year_says_so(world: World) -> None:
    browser = await world.browser()
    fresh = await browser.get("/es/accessibility")
    assert "Última revisión: 25 de noviembre de 2026" in fresh.text
    assert "Ha pasado la fecha de revisión" not in fresh.text
    world.clock.now = NOW + timedelta(days=368)
    assert "Ha pasado la fecha de revisión" in (await browser.get("/es/accessibility")).text
