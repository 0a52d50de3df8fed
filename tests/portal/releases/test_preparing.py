"""A preparer writes a recipe, sees what it leads to, and lays it down for two others to sign."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from httpx2 import AsyncClient, Response

from tests.portal.forms import forms_in, send
from tests.portal.world import World

GUARDED: dict[str, Any] = {"k": 5, "minimum_cohort": 20}


async def recipe_page(world: World, browser: AsyncClient) -> Response:
    permit = world.known.permits["cardiometabolic-risk"]
    assert f"/en/releases/new/{permit}" in (await browser.get("/en/releases/new")).text
    return await browser.get(f"/en/releases/new/{permit}")


def requester_of(world: World) -> dict[str, Any]:
    return {"requester": world.known.people["researcher"], **GUARDED}


async def test_a_recipe_is_looked_at_laid_down_signed_by_two_others_and_delivered(
    world: World,
) -> None:
    preparer = await world.browser("preparer")
    assert "Prepare a release" in (await preparer.get("/en/releases")).text
    form = await recipe_page(world, preparer)
    ahead = await send(preparer, form, **requester_of(world))
    assert "If it were released now" in ahead.text
    done = await send(preparer, ahead)
    release = str(done.url.path).rpartition("/")[2]
    assert "Nobody has signed yet." in done.text
    for officer in ("first-officer", "second-officer"):
        signer = await world.browser(officer, stepped_up=True)
        await send(signer, await signer.get(f"/en/releases/{release}/sign"))
    await asyncio.gather(*world.app.state.works.values())
    assert "Delivered" in (await preparer.get(f"/en/releases/{release}")).text


async def test_laying_a_recipe_down_twice_makes_one_release(world: World) -> None:
    preparer = await world.browser("preparer")
    ahead = await send(preparer, await recipe_page(world, preparer), **requester_of(world))
    first, again = await send(preparer, ahead), await send(preparer, ahead)
    assert first.url == again.url


async def test_a_recipe_that_was_not_looked_at_is_shown_first(world: World) -> None:
    preparer = await world.browser("preparer")
    ahead = await send(preparer, await recipe_page(world, preparer), **requester_of(world))
    other = await send(preparer, ahead, k=6)
    assert "The counts have changed since you looked" in other.text
    assert other.status_code == 200


async def test_each_fault_is_said_at_its_field_and_what_was_ticked_stays(world: World) -> None:
    preparer = await world.browser("preparer")
    page = await recipe_page(world, preparer)
    value = forms_in(page)[0].choices["taken"][0]
    loose = await send(preparer, page, **{**requester_of(world), "k": 1, "taken": [value]})
    assert loose.status_code == 422
    assert "Write a number from 2 to 1,000" in loose.text
    assert [one for name, one in forms_in(loose)[0].fields if name == "taken"] == [value]
    nothing = await send(preparer, page, **{**requester_of(world), "taken": []})
    assert "Choose at least one column or file" in nothing.text


async def test_fewer_people_than_the_smallest_group_are_refused_at_the_field(
    world: World,
) -> None:
    preparer = await world.browser("preparer")
    page = await recipe_page(world, preparer)
    answers: dict[str, Any] = {**requester_of(world), "k": 30, "minimum_cohort": 20}
    refused = await send(preparer, await send(preparer, page, **answers))
    assert refused.status_code == 422
    assert 'href="#minimum_cohort"' in refused.text


@pytest.mark.parametrize("person", ["researcher", "first-officer", "auditor", "maite"])
async def test_nobody_else_prepares_a_release(world: World, person: str) -> None:
    permit = world.known.permits["cardiometabolic-risk"]
    browser = await world.browser(person)
    assert (await browser.get(f"/en/releases/new/{permit}")).status_code == 404
    assert "/releases/new" not in (await browser.get("/en/releases")).text
