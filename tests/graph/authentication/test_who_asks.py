"""Honest tokens: who it is, as which program, how far, and since when confirmed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from governance.lives.programme.partners import PartnerScope
from governance.vocabulary.people import Role
from governance.vocabulary.token_scopes import TokenScope
from tests.contracts.entries import ANE
from tests.graph.authentication.forging import opened
from tests.graph.authentication.scene import PARTNERS, SCOPES, STEWARD, Scene, now

PUBLIC = {"subject": "public", "machine_role": "public", "client_id": "", "scopes": []}


async def test_without_a_token_anybody_reads_what_is_public(scene: Scene) -> None:
    answer = await scene.ask()
    assert answer.status == 200
    assert {name: answer.told[name] for name in PUBLIC} == PUBLIC


@pytest.mark.parametrize("name", ["hospital", "biobank"])
async def test_a_machine_is_its_partner_within_both_scopes(scene: Scene, name: str) -> None:
    told = (await scene.ask(await scene.issuer.machine(name))).told
    assert (told["subject"], told["machine_role"]) == (PARTNERS[name], Role.PARTNER)
    assert (told["channel"], told["stepped_up"], told["client_id"]) == ("api", False, name)
    assert told["scopes"] == sorted(SCOPES[name])
    asked = await scene.issuer.machine(name, scope=PartnerScope.VERDICTS)
    assert (await scene.ask(asked)).told["scopes"] == [PartnerScope.VERDICTS]


async def test_a_person_is_whom_the_portal_knows_by_her_account(scene: Scene) -> None:
    told = (await scene.ask(await scene.issuer.person("ane", "openid read choices"))).told
    assert (told["subject"], told["machine_role"], told["client_id"]) == (ANE, None, "app")
    assert told["scopes"] == [TokenScope.CHOICES, TokenScope.READ]


async def test_a_program_does_what_its_scopes_cover_and_no_more(scene: Scene) -> None:
    reading = await scene.issuer.person("ane", "openid read")
    assert (await scene.ask(reading, "opt-out")).told["done"] == ["not-allowed", "A-90"]
    choosing = await scene.issuer.person("ane", "openid choices")
    assert (await scene.ask(choosing, "opt-out")).told["done"] is True
    everything = await scene.issuer.person("ane")
    assert (await scene.ask(everything, "appoint")).told["done"] == ["not-allowed", "default"]


async def test_a_role_comes_from_the_programme_and_the_scope_from_the_token(scene: Scene) -> None:
    await scene.link("benat", STEWARD)
    reading = await scene.issuer.person("benat", "openid read")
    assert (await scene.ask(reading, "appoint")).told["done"] == ["not-allowed", "A-90"]
    keeping = await scene.issuer.person("benat", "openid programme")
    assert (await scene.ask(keeping, "appoint")).told["done"] is True


async def test_a_token_is_good_until_it_ends(scene: Scene) -> None:
    token = await scene.issuer.machine()
    left = timedelta(seconds=opened(token)[1]["exp"] - now())
    scene.clock.moved = left + timedelta(seconds=5)
    assert (await scene.ask(token)).status == 200, "clocks may differ by half a minute"
    scene.clock.moved = left + timedelta(seconds=32)
    assert (await scene.ask(token)).denied == (401, "invalid_token", "exp")
