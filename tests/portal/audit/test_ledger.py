"""Auditor and data protection officer read the whole ledger; nobody else is shown it."""

from __future__ import annotations

import re

import pytest

from governance.service.anchoring import sign_now
from governance.storage import driver
from governance.storage.lives import BY_NAME, EVENTS
from portal.messages.ledger import codes, lives
from tests.portal.audit.unsigned import drop_guards, forget_checkpoints
from tests.portal.forms import send
from tests.portal.world import World

LINE = re.compile(r'href="/en/audit/entries/(\d+)"')


@pytest.mark.parametrize("person", ["auditor", "protector"])
async def test_who_watches_reads_entries_the_newest_first_part_by_part(
    world: World, person: str
) -> None:
    browser = await world.browser(person)
    assert "Root hash" in (await browser.get("/en/audit")).text
    page = await browser.get("/en/audit/entries")
    newest = [int(found) for found in LINE.findall(page.text)]
    assert newest == sorted(newest, reverse=True)
    older = await browser.get(f"/en/audit/entries?before={newest[-1]}")
    assert max(int(found) for found in LINE.findall(older.text)) == newest[-1] - 1


@pytest.mark.parametrize("person", ["maite", "researcher", "member-0", "first-officer", "steward"])
@pytest.mark.parametrize("path", ["/audit", "/audit/entries/1"])
async def test_nobody_else_learns_that_there_is_a_ledger_page(
    world: World, person: str, path: str
) -> None:
    browser = await world.browser(person)
    assert (await browser.get(f"/en{path}")).status_code == 404


async def test_entries_are_filtered_by_life_code_and_day(world: World) -> None:
    browser = await world.browser("auditor")
    page = await browser.get("/en/audit/entries?life=releases&code=release.signed.v1")
    assert "An officer signed the release." in _table(page.text)
    assert "The release was prepared." not in _table(page.text)
    other = await browser.get("/en/audit/entries?life=permits&code=release.signed.v1")
    assert "No entry fits." in other.text
    day = "day-day=24&day-month=11&day-year=1999"
    assert "No entry fits." in (await browser.get(f"/en/audit/entries?{day}")).text


async def test_what_is_no_filter_is_said_at_its_field(world: World) -> None:
    browser = await world.browser("auditor")
    page = await browser.get("/en/audit/entries?life=nothing&day-day=31&day-month=2&day-year=2026")
    assert page.status_code == 200
    assert "There is a problem" in page.text
    assert 'href="#day"' in page.text


async def test_an_entry_is_shown_as_kept_and_with_its_proof_once_it_is_signed(
    world: World,
) -> None:
    await forget_checkpoints(world)
    browser = await world.browser("auditor")
    assert "it is not anchored" in (await browser.get("/en/audit/entries/12")).text
    await sign_now(world.house)
    entry = await browser.get("/en/audit/entries/12")
    assert "&#34;code&#34;:&#34;ethics.member-appointed.v1&#34;" in entry.text
    assert "the hashes of the proof, in this order, give the root" in entry.text
    assert (await browser.get("/en/audit/entries/99999999")).status_code == 404


def test_every_life_and_every_code_can_be_looked_for() -> None:
    assert {name for name, _ in lives()} == set(BY_NAME)
    assert set(codes()) == set(EVENTS)


async def test_a_check_says_in_words_what_does_not_agree(world: World) -> None:
    async with world.house.database.writing() as session:
        await drop_guards(session)
        await driver.run(session, "UPDATE ledger_entries SET code = 'x' WHERE position = 12")
    browser = await world.browser("protector")
    done = await send(browser, await browser.get("/en/audit/verify"))
    assert "Something does not agree." in done.text
    assert "Entry 12: What is indexed of this entry is not what the entry says." in done.text


def _table(page: str) -> str:
    return page.split("<table")[1]
