"""A signed release is carried out, waits while the rules refuse, and says which state it is in."""

from __future__ import annotations

import asyncio

import pytest
from httpx2 import Response

from governance.lives.programme.switches import LiftStop, StopAllReleases
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Channel
from tests.portal.forms import send
from tests.portal.world import World

WAITING = "Two officers have signed. The release has not been made yet."


async def done_by(world: World, person: str, command: Command) -> None:
    by = Principal(subject=world.known.people[person], channel=Channel.ONLINE)
    assert isinstance(await carry_out(world.house, command, by=by), Done)


async def signed_while_stopped(world: World) -> Response:
    """The page that the second officer comes to."""
    await done_by(world, "steward", StopAllReleases(reason=text("A fault was found.")))
    officer = await world.browser("second-officer", stepped_up=True)
    form = await officer.get(f"/en/releases/{world.known.releases[-1]}/sign")
    page = await send(officer, form)
    await asyncio.gather(*world.app.state.works.values())
    return page


async def test_a_release_that_the_rules_refuse_waits_and_says_why(world: World) -> None:
    release = world.known.releases[-1]
    page = await signed_while_stopped(world)
    assert WAITING in page.text
    assert "Nothing leaves while all releases are stopped." in page.text
    researcher = await (await world.browser("researcher")).get(f"/en/releases/{release}")
    assert "Nothing leaves while all releases are stopped." not in researcher.text
    assert "carry-out" not in researcher.text


async def test_it_is_carried_out_once_nothing_refuses_any_more(world: World) -> None:
    release = world.known.releases[-1]
    await signed_while_stopped(world)
    await done_by(world, "protector", LiftStop(reason=text("It was mended.")))
    officer = await world.browser("first-officer")
    assert "Carry the release out" in (await officer.get(f"/en/releases/{release}")).text
    done = await send(officer, await officer.get(f"/en/releases/{release}/carry-out"))
    await asyncio.gather(*world.app.state.works.values())
    done = await officer.get(str(done.url.path))
    assert "Delivered" in done.text
    assert WAITING not in done.text
    assert (await officer.get(f"/en/releases/{release}/carry-out")).status_code == 404


@pytest.mark.parametrize("person", ["researcher", "auditor", "maite"])
async def test_nobody_else_carries_a_release_out(world: World, person: str) -> None:
    await signed_while_stopped(world)
    officer = await world.browser("first-officer")
    form = await officer.get(f"/en/releases/{world.known.releases[-1]}/carry-out")
    other = await world.browser(person)
    assert (await send(other, form)).status_code == 404
    assert WAITING in (await officer.get(f"/en/releases/{world.known.releases[-1]}")).text
