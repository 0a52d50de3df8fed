"""The public register in the portal: found, paged, told whole, and no small count."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from governance.lives.permits.events import PermitRevoked
from governance.lives.releases.events import ReleaseRecalled
from governance.storage import accounts
from governance.storage.accounts import Account
from governance.views.register import Registered
from governance.views.registered import Measure, RegisteredRelease
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.presenters import register as words
from tests.portal.world import NAMES, World

ENTRY = re.compile(r'href="(/\w\w/register/\w+)"')


async def studies(world: World, query: str) -> list[str]:
    page = await (await world.browser()).get(f"/en/register?{query}")
    assert page.status_code == 200
    return re.findall(r'/register/\w+">([^<]+)</a>', page.text)


async def test_a_request_is_found_by_its_decision_its_purpose_and_its_day(world: World) -> None:
    everything = await studies(world, "")
    assert "Sleep and memory" not in everything, "a draft is nobody's to read"
    refused = await studies(world, "decision=refused")
    assert refused == ["Diabetes app"]
    for_research = await studies(world, "purpose=scientific-research")
    assert "Cardiometabolic risk" in for_research
    assert set(for_research) < set(everything)
    days = "since-day=1&since-month=11&since-year=2026&until-day=12&until-month=11&until-year=2026"
    in_november = await studies(world, days)
    handed_in = {"Diabetes app", "Asthma in schools", "Rare variants of the heart"}
    assert set(in_november) == handed_in | {"Teaching data science"}
    assert await studies(world, f"{days}&decision=refused") == ["Diabetes app"]


async def test_nonsense_asks_for_all_a_day_that_is_none_is_said_and_nothing_found_leads_back(
    world: World,
) -> None:
    browser = await world.browser()
    assert await studies(world, "decision=perhaps&purpose=%3Cscript%3E") == await studies(world, "")
    wrong = await browser.get("/es/register?since-day=31&since-month=2&since-year=2026")
    assert wrong.status_code == 422
    assert "<title>Error: Registro público - Baimena</title>" in wrong.text
    assert 'href="#since"' in wrong.text
    assert 'value="31"' in wrong.text, "what was typed stands there again"
    assert "b-empty" not in wrong.text
    nothing = await browser.get("/es/register?purpose=education&decision=lapsed")
    assert "Ninguna solicitud es así." in nothing.text
    assert '<a class="govuk-link" href="/es/register">Mostrar todas' in nothing.text


async def test_who_asked_is_named_and_a_name_that_is_not_kept_is_said_to_be_missing(
    world: World,
) -> None:
    browser = await world.browser()
    before = (await browser.get("/es/register")).text
    assert "Nombre no conservado" not in before
    assert before.count("Amaia Larralde") > 1
    account = Account(
        issuer=NAMES,
        sub="co-researcher",
        subject=world.known.people["co-researcher"],
        name=None,
        language=None,
        email=None,
    )
    async with world.house.database.writing() as session:
        await accounts.keep(session, account, at=datetime(2026, 11, 24, tzinfo=UTC))
    after = (await browser.get("/es/register")).text
    assert after.count("Nombre no conservado") == before.count("Diego Navas") > 0
    assert after.count("Amaia Larralde") == before.count("Amaia Larralde"), "others stay named"


@pytest.mark.parametrize("language", ["es", "eu", "en"])
async def test_every_entry_tells_its_story_and_its_links_lead_somewhere(
    world: World, language: str
) -> None:
    browser = await world.browser()
    entries = set(ENTRY.findall((await browser.get(f"/{language}/register")).text))
    titles, linked = set(), set()
    for at in entries:
        page = await browser.get(at)
        assert page.status_code == 200
        assert 'class="b-timeline__step' in page.text, at
        titles.add(re.findall("<title>([^<]+)", page.text)[0])
        linked |= set(re.findall(rf'href="(/{language}/datasets/[\w-]+)"', page.text))
    assert len(titles) == len(entries) == 9
    assert linked
    assert {(await browser.get(at)).status_code for at in linked} == {200}


async def test_a_refusal_is_published_with_its_justification_and_a_release_with_its_people(
    world: World,
) -> None:
    browser = await world.browser()
    refused = await browser.get(f"/en/register/{world.known.requests['diabetes-app']}")
    assert "Justification" in refused.text
    entry = await browser.get(f"/en/register/{world.known.requests['cardiometabolic-risk']}")
    told = [int(count) for count in re.findall(r"(\d+) (?:people|person)\b", entry.text)]
    assert told
    assert min(told) >= 10
    draft = await browser.get(f"/en/register/{world.known.requests['sleep-and-memory']}")
    assert draft.status_code == 404


def test_few_people_are_told_as_few_and_a_measure_stands_in_its_day() -> None:
    shown = Registered(
        id="one",
        received_on=date(2026, 1, 5),
        issued_on=date(2026, 2, 5),
        measures=(Measure(PermitRevoked.CODE, date(2026, 5, 1)),),
        releases=(RegisteredRelease(date(2026, 3, 5), None, recalled=True),),
        deadlines_missed=("D-11",),
    )
    english = tongue(Language.ENGLISH)
    assert words.releases(shown, english) == [
        ("5 Mar 2026", "fewer than 10 people", "Asked back"),
    ]
    assert [step["instant"] for step in words.story(shown, english)] == [
        "2026-05-01",
        "2026-03-05",
        "2026-02-05",
        "2026-01-05",
    ]
    [(says, law)] = words.missed(shown, english)
    assert says.startswith("The environment deletes the data")
    assert "68(12)" in law
    same_day = replace(
        shown, measures=(Measure(ReleaseRecalled.CODE, date(2026, 3, 5)),), issued_on=None
    )
    assert [step["what"] for step in words.story(same_day, english)][:2] == [
        "The data were asked back.",
        "The data were delivered.",
    ]
