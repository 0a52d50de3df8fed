"""Who comes to which page, and what is shown where there is none."""

from __future__ import annotations

import pytest

from tests.portal.world import World


async def test_the_root_leads_to_the_language_that_the_browser_asks_for(world: World) -> None:
    asks = {"accept-language": "fr, eu-ES;q=0.8, es;q=0.5"}
    answer = await (await world.browser()).get("/", headers=asks, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/eu/")


async def test_an_address_that_nobody_knows_has_a_page_in_the_language_of_the_address(
    world: World,
) -> None:
    answer = await (await world.browser()).get("/en/nothing/here")
    assert answer.status_code == 404
    assert "Page not found" in answer.text


@pytest.mark.parametrize(
    ("person", "first"),
    [
        ("maite", "/eu/my"),
        ("researcher", "/eu/requests"),
        ("member-6", "/eu/committee"),
        ("access-officer", "/eu/access-body"),
        ("auditor", "/eu/audit"),
    ],
)
async def test_whoever_wanted_no_page_comes_to_the_first_of_hers(
    world: World, person: str, first: str
) -> None:
    browser = await world.browser(person)
    asked = await browser.get("/eu/sign-in")
    assert "next=%2Feu%2Farrived" in asked.text
    assert (await browser.get("/eu/arrived")).url.path == first
