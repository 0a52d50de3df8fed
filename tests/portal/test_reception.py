"""Who comes to which page, and what is shown where there is none."""

from __future__ import annotations

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
