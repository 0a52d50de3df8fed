"""A researcher writes a request section by section, hands it in, and follows it."""

from __future__ import annotations

from typing import Any

from governance.service.ledger_check import ledger_size
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


async def test_a_colleague_is_named_by_her_code_and_stays_named(world: World) -> None:
    request, colleague = world.known.requests["sleep-and-memory"], world.known.people["auditor"]
    browser = await world.browser("researcher")
    section = f"/en/requests/{request}/write/people"
    page = await browser.get(section)
    faulty = await send(browser, page, more="<nobody>")
    assert faulty.status_code == 422
    assert "&lt;nobody&gt;" in faulty.text
    await send(browser, faulty, leads=world.known.people["researcher"], more=colleague)
    assert f'value="{colleague}" checked' in (await browser.get(section)).text


async def test_one_section_leaves_the_others_as_they_were(world: World) -> None:
    request = world.known.requests["sleep-and-memory"]
    browser = await world.browser("researcher")
    at = f"/en/requests/{request}/write"
    exception = await browser.get(f"{at}/exceptions")
    lacking = await send(browser, exception, override="yes", override_justification="")
    assert "Exception to the opt-out" in lacking.text
    assert "Hand the request in" not in lacking.text
    reason = "An epidemic that the register would hide."
    exception = await browser.get(f"{at}/exceptions")
    before = await ledger_size(world.house)
    for _ in range(2):
        await send(browser, exception, override="yes", override_justification=reason)
    assert await ledger_size(world.house) == before + 1
    await send(browser, await browser.get(f"{at}/aim"), benefit="Better nights.")
    assert reason in (await browser.get(f"{at}/exceptions")).text
    assert 'value="yes" checked' in (await browser.get(f"{at}/exceptions")).text


async def test_a_column_that_no_dataset_has_and_a_period_that_ends_before_it_begins_are_faults(
    world: World,
) -> None:
    request = world.known.requests["sleep-and-memory"]
    browser = await world.browser("researcher")
    at = f"/es/requests/{request}/write"
    data = await send(browser, await browser.get(f"{at}/data"), columns="Sex\nShoe size")
    assert data.status_code == 422
    assert "tiene una columna con este nombre: Shoe size" in data.text
    assert "Sex\nShoe size" in data.text.replace("\r", "")
    place = await browser.get(f"{at}/place")
    answers: dict[str, Any] = {"ends-day": "1", "ends-month": "1", "ends-year": "2020"}
    period = await send(browser, place, **answers)
    assert "El último día es anterior al primero" in period.text


async def test_what_is_missing_is_named_when_it_is_handed_in_all_the_same(world: World) -> None:
    browser = await world.browser("researcher")
    page = await send(browser, await browser.get("/en/requests/new"), study="Bones")
    address = str(page.url).replace("/write", "/submit-request")
    refused = await send(browser, await browser.get(address))
    assert refused.status_code == 403
    for item in ("What good is expected of it", "Which data", "How misuse is prevented"):
        assert item in refused.text
