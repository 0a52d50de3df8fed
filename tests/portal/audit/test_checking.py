"""A check of a long ledger goes on by itself, and the page says how far it has come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from governance.service.anchoring import sign_now
from governance.service.ledger_check import Progress, Verified
from portal.pages.audit import checking
from tests.portal.audit.unsigned import forget_checkpoints
from tests.portal.forms import forms_in, send
from tests.portal.world import World

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


async def test_a_check_says_up_to_where_a_signed_checkpoint_agrees(world: World) -> None:
    await forget_checkpoints(world)
    auditor = await world.browser("auditor")
    page = await auditor.get("/en/audit/verify")
    assert "No signed checkpoint agrees" in (await send(auditor, page)).text
    await sign_now(world.house)
    done = await send(auditor, await auditor.get("/en/audit/verify"))
    assert "Up to entry" in done.text
    assert "Begun: 24 November 2026" in done.text


async def test_while_a_check_is_under_way_nobody_begins_another(world: World) -> None:
    going_on = asyncio.Event()
    world.app.state.ledger_check = check = checking.begin(_slowly(going_on), AT)
    await asyncio.sleep(0)
    page = await (await world.browser("protector")).get("/en/audit/verify")
    assert "2,048 of 5,000 entries so far." in page.text
    assert [form for form in forms_in(page) if form.action.endswith("/verify")] == []
    going_on.set()
    await check.task
    ended = await (await world.browser("auditor")).get("/en/audit/verify")
    assert "5,000 entries were hashed anew. Everything agrees." in ended.text


async def test_a_check_that_broke_off_says_nothing_about_the_ledger(world: World) -> None:
    world.app.state.ledger_check = check = checking.begin(_broken(), AT)
    await check.task
    page = await (await world.browser("auditor")).get("/en/audit/verify")
    assert "could not be brought to its end" in page.text
    assert "agrees" not in page.text


@pytest.mark.parametrize("person", ["maite", "first-officer", "steward"])
async def test_what_a_check_found_is_for_readers_of_the_ledger(world: World, person: str) -> None:
    assert (await (await world.browser(person)).get("/en/audit/verify")).status_code == 404


async def _slowly(going_on: asyncio.Event) -> AsyncIterator[Progress]:
    yield Progress(5000, Verified(2048, 0, ()), done=False)
    await going_on.wait()
    yield Progress(5000, Verified(5000, 0, ()), done=True)


async def _broken() -> AsyncIterator[Progress]:
    yield Progress(5000, Verified(2048, 0, ()), done=False)
    raise OSError("the disk is gone")
