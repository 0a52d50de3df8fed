"""Two officers sign, the engine delivers, and whoever may asks why somebody was in or out."""

from __future__ import annotations

import asyncio

from portal.demo.files_of_act import ISSUER
from tests.portal.forms import forms_in, send
from tests.portal.world import World


async def test_the_second_signature_lets_the_engine_deliver(world: World) -> None:
    release = world.known.releases[-1]
    officer = await world.browser("second-officer", stepped_up=True)
    page = await officer.get(f"/en/releases/{release}")
    assert "Sign the release" in page.text
    form = await officer.get(f"/en/releases/{release}/sign")
    assert dict(forms_in(form)[0].fields)["recipe_digest"] in form.text
    await send(officer, form)
    await asyncio.gather(*world.app.state.works.values())
    done = await officer.get(f"/en/releases/{release}")
    assert "Delivered" in done.text
    assert "In the package" in done.text


async def test_another_recipe_than_the_one_shown_is_not_signed(world: World) -> None:
    release = world.known.releases[-1]
    officer = await world.browser("second-officer", stepped_up=True)
    form = await officer.get(f"/en/releases/{release}/sign")
    refused = await send(officer, form, recipe_digest="0" * 64)
    assert refused.status_code == 403


async def test_nobody_signs_twice(world: World) -> None:
    release = world.known.releases[-1]
    officer = await world.browser("first-officer", stepped_up=True)
    form = await officer.get(f"/en/releases/{release}/sign")
    assert (await send(officer, form)).status_code == 403


async def test_a_signature_needs_identity_confirmed_anew(world: World) -> None:
    release = world.known.releases[-1]
    page = await (await world.browser("second-officer")).get(f"/en/releases/{release}/sign")
    assert page.url.path == "/en/sign-in"


async def test_counts_by_rule_are_for_officers_and_not_for_the_researcher(world: World) -> None:
    delivered = world.known.releases[0]
    officer = await (await world.browser("first-officer")).get(f"/en/releases/{delivered}")
    researcher = await (await world.browser("researcher")).get(f"/en/releases/{delivered}")
    assert "Left out" in officer.text
    assert "In the package" in researcher.text
    assert "Left out" not in researcher.text
    assert (
        await (await world.browser("maite")).get(f"/en/releases/{delivered}")
    ).status_code == 404


async def test_an_auditor_is_told_why_and_nothing_of_it_stands_in_an_address(
    world: World,
) -> None:
    delivered = world.known.releases[0]
    auditor = await world.browser("auditor")
    page = await auditor.get(f"/en/releases/{delivered}/explain")
    found = await send(auditor, page, issuer=ISSUER, identifier="NA000001")
    assert "This person was in the package." in found.text
    assert "NA000001" not in str(found.url)
    nobody = await send(auditor, page, issuer=ISSUER, identifier="NA999999")
    assert "holds anybody called so" in nobody.text or nobody.status_code == 403
