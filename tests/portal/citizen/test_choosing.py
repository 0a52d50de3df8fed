"""A citizen answers one question a page, checks, and it is recorded once."""

from __future__ import annotations

from datetime import date

import pytest
from httpx2 import AsyncClient, Response

from governance.lives.citizens.commands import AppointRepresentative
from governance.principals import Principal
from governance.service.ask import ask
from governance.service.carry_out import Done, carry_out
from governance.service.ledger_check import ledger_size
from governance.views.consents import Consents, ConsentsShown
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.people import Capacity, Channel
from governance.vocabulary.purposes import FAMILY, PurposeFamily, Reach
from tests.portal.forms import forms_in, send
from tests.portal.world import World

FIRST = "/en/my/choose/new/service-management-and-planning"


async def consents_of(world: World, person: str) -> ConsentsShown:
    who = world.known.people[person]
    found = await ask(world.house, Consents(who), by=Principal(subject=who, channel=Channel.ONLINE))
    assert isinstance(found, ConsentsShown)
    return found


async def answered(browser: AsyncClient, first: str = FIRST) -> Response:
    """No to planning, some of research, all of development, within Spain; up to the check."""
    page = await browser.get(first)
    page = await send(browser, page, extent="none")
    page = await send(browser, page, extent="some")
    page = await send(browser, page, kinds=["clinical", "imaging"])
    page = await send(browser, page, recipients=["public-research"])
    page = await send(browser, page, extent="all")
    return await send(browser, page, reach="navarre-and-spain")


async def test_answers_are_checked_and_then_recorded(world: World) -> None:
    browser = await world.browser("maite")
    check = await answered(browser)
    assert check.url.path.endswith("/check")
    assert "Health records" in check.text
    await send(browser, check)

    shown = await consents_of(world, "maite")
    assert shown.reach is Reach.SPAIN
    allowed = {one.cell for one in shown.cells or () if one.answer is CellAnswer.ALLOWED}
    research = {cell for cell in allowed if FAMILY[cell.purpose] is PurposeFamily.RESEARCH}
    assert {(cell.category, cell.recipient) for cell in research} == {
        ("clinical", "public-research"),
        ("imaging", "public-research"),
    }
    assert not any(FAMILY[c.purpose] is PurposeFamily.SERVICE_MANAGEMENT for c in allowed)


async def test_a_guardian_says_whether_the_minor_took_part(world: World) -> None:
    maite, nahia, desk = (world.known.people[name] for name in ("maite", "nahia", "desk"))
    appoint = AppointRepresentative(
        citizen=nahia,
        representative=maite,
        capacity=Capacity.GUARDIAN,
        since=date(2026, 1, 1),
        until=None,
    )
    by = Principal(subject=desk, channel=Channel.ONLINE, stepped_up=True)
    assert isinstance(await carry_out(world.house, appoint, by=by), Done)
    browser = await world.browser("maite")
    home = await browser.get("/en/my")
    whom = home.text.split("/en/for/")[1].split("/")[0].split('"')[0]

    took_part = await answered(browser, FIRST.replace("/my/", f"/for/{whom}/"))
    check = await send(browser, took_part, took_part="yes")
    assert (await send(browser, check)).status_code == 200

    cells = (await consents_of(world, "nahia")).cells or ()
    assert any(one.answer is CellAnswer.ALLOWED for one in cells)


async def test_sending_the_check_twice_records_once(world: World) -> None:
    browser = await world.browser("maite")
    check = await answered(browser)
    before = await ledger_size(world.house)
    for _ in range(2):
        await send(browser, check)
    assert await ledger_size(world.house) == before + len(("allowed", "refused", "reach"))


async def test_the_back_button_finds_the_answers_as_they_were(world: World) -> None:
    browser = await world.browser("maite")
    first = await browser.get(FIRST)
    second = await send(browser, first, extent="none")
    third = await send(browser, second, extent="some")
    again = await browser.get(str(second.url))
    assert "extent" not in dict(forms_in(again)[0].fields)
    other = await send(browser, again, extent="all")
    assert other.url.path.endswith("/sustainability-and-economic-development")
    assert third.url.path.endswith("research-and-knowledge.data")
    assert (await browser.get(str(third.url))).status_code == 200


async def test_an_unanswered_question_says_what_is_missing(world: World) -> None:
    browser = await world.browser("maite")
    page = await browser.get(FIRST)
    again = await send(browser, page)
    assert again.status_code == 422
    assert "<title>Error: " in again.text
    assert 'href="#extent' in again.text


@pytest.mark.parametrize(
    "address", ["/en/my/choose/stolen/reach", "/en/my/choose/new/check/more", "/en/my/choose/new/x"]
)
async def test_a_step_of_nobody_is_not_found(world: World, address: str) -> None:
    browser = await world.browser("maite")
    assert (await browser.get(address)).status_code == 404


async def test_somebody_elses_steps_are_not_found(world: World) -> None:
    check = await answered(await world.browser("maite"))
    javier = await world.browser("javier")
    assert (await javier.get(str(check.url))).status_code == 404


async def test_whoever_is_not_signed_in_is_led_to_the_sign_in(world: World) -> None:
    page = await (await world.browser()).get("/eu/my/choices")
    assert page.url.path == "/eu/sign-in"
