"""A researcher writes a request section by section, hands it in, and follows it."""

from __future__ import annotations

from tests.portal.forms import send
from tests.portal.world import World

AIM = {"kind": "dataset", "purposes": ["scientific-research"], "benefit": "Fewer broken bones."}
DATA = {
    "kinds": ["clinical", "genomic", "epidemiological"],
    "pseudonymised": "yes",
    "pseudonymisation": "Visits of one person are joined. GDPR 6(1)(e).",
    "brought_in": "None.",
}
RECIPIENT = {
    "recipient": "public-research",
    "place": "eu-eea",
    "public": "yes",
    "safeguards": "Two keys.",
}
PLACE = {
    "environment": "navarre-secure-environment",
    "tools": "R, Python",
    "ethics_information": "Protocol 1.",
}


async def test_a_request_is_written_section_by_section_and_handed_in(world: World) -> None:
    browser = await world.browser("researcher")
    page = await browser.get("/en/requests/new")
    assert "Write the name of the study" in (await send(browser, page)).text
    page = await send(browser, page, study="Walking and bones")
    assert "Still missing" in page.text
    at = str(page.url)
    found = (await browser.get(f"{at}/data")).text.split('name="datasets"')[1]
    chosen = {"datasets": [found.split('value="')[1].split('"')[0]]}
    sections = page
    written = (("aim", AIM), ("data", DATA | chosen), ("recipient", RECIPIENT), ("place", PLACE))
    for section, answers in written:
        sections = await send(browser, await browser.get(f"{at}/{section}"), **answers)
    assert "Nothing is missing." in sections.text
    assert "Fewer broken bones." in (await browser.get(f"{at}/aim")).text
    done = await send(browser, await browser.get(at.replace("/write", "/submit-request")))
    assert "Submitted" in done.text
    assert "Walking and bones" in (await browser.get("/en/requests")).text


async def test_whoever_gave_it_up_finds_it_closed(world: World) -> None:
    request = world.known.requests["sleep-and-memory"]
    browser = await world.browser("researcher")
    page = await browser.get(f"/en/requests/{request}/withdraw-request")
    assert "Closed" in (await send(browser, page)).text


async def test_a_request_is_nobody_elses(world: World) -> None:
    request = world.known.requests["sleep-and-memory"]
    stranger = await world.browser("javier")
    assert (await stranger.get(f"/en/requests/{request}")).status_code == 404
    assert (await stranger.get(f"/en/requests/{request}/write/aim")).status_code == 404


async def test_a_permit_shows_who_has_undertaken_secrecy(world: World) -> None:
    permit = world.known.permits["cardiometabolic-risk"]
    page = await (await world.browser("researcher")).get(f"/en/permits/{permit}")
    assert "Undertakings of secrecy" in page.text
    assert (await (await world.browser("maite")).get(f"/en/permits/{permit}")).status_code == 404
