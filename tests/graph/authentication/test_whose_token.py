"""Good tokens of those who may not: strangers, partners that ended, people nobody knows."""

from __future__ import annotations

from typing import Any

from governance.lives.programme.partners import (
    ChangePartnerScopes,
    EndPartner,
    LinkPartnerClient,
    PartnerScope,
    ProviderClient,
    RegisterPartner,
)
from governance.lives.programme.staff import EndStaff
from governance.storage import ledger
from governance.storage.projections import project
from governance.vocabulary.people import Role, SubjectId
from tests.contracts.entries import ANE, BEÑAT, OF_BEÑAT, erased, registered
from tests.graph.authentication.forging import Forgery
from tests.graph.authentication.scene import PARTNERS, STEWARD, Scene

BAD, TOO_LITTLE = (401, "invalid_token"), (403, "insufficient_scope")


async def test_a_machine_that_nobody_registered_is_refused(scene: Scene) -> None:
    assert (await scene.ask(await scene.issuer.machine("stranger"))).denied == (*BAD, "client_id")


async def test_a_partner_that_ended_is_refused(scene: Scene) -> None:
    token = await scene.issuer.machine()
    assert (await scene.ask(token)).status == 200
    await scene.do(EndPartner(partner_id=PARTNERS["hospital"]))
    scene.a_moment_later()
    assert (await scene.ask(token)).denied == (*BAD, "client_id")
    assert (await scene.ask(await scene.issuer.machine("biobank"))).status == 200


async def test_the_program_of_a_partner_that_ended_acts_for_nobody(scene: Scene) -> None:
    token = await scene.issuer.person()
    partner, client = SubjectId("c3" * 16), ProviderClient(scene.issuer.issuer, "app")
    scopes = frozenset({PartnerScope.VERDICTS})
    await scene.do(RegisterPartner(partner_id=partner, organisation="App", scopes=scopes))
    await scene.do(LinkPartnerClient(partner_id=partner, client=client))
    assert (await scene.ask(token)).told["subject"] == ANE
    await scene.do(EndPartner(partner_id=partner))
    scene.a_moment_later()
    assert (await scene.ask(token)).denied == (*BAD, "client_id")


async def test_a_client_that_was_replaced_is_refused(scene: Scene) -> None:
    token = await scene.issuer.machine()
    other = ProviderClient(scene.issuer.issuer, "stranger")
    await scene.do(LinkPartnerClient(partner_id=PARTNERS["hospital"], client=other))
    scene.a_moment_later()
    assert (await scene.ask(token)).denied == (*BAD, "client_id")
    told = (await scene.ask(await scene.issuer.machine("stranger"))).told
    assert told["subject"] == PARTNERS["hospital"]


async def test_the_same_name_at_another_provider_is_somebody_else(scene: Scene) -> None:
    other = ProviderClient("https://other.example", "stranger")
    await scene.do(LinkPartnerClient(partner_id=PARTNERS["biobank"], client=other))
    assert (await scene.ask(await scene.issuer.machine("stranger"))).denied == (*BAD, "client_id")


async def test_a_token_asks_for_more_than_is_registered_in_vain(scene: Scene) -> None:
    wide = " ".join(PartnerScope)
    told = (await scene.ask(await scene.issuer.machine("biobank", wide))).told
    assert told["scopes"] == [PartnerScope.VERDICTS, PartnerScope.PERMITS]
    beyond = await scene.issuer.machine("biobank", PartnerScope.CONSENTS)
    assert (await scene.ask(beyond)).denied == (*TOO_LITTLE, "scope")


async def test_scopes_that_the_steward_takes_away_are_gone(scene: Scene) -> None:
    token = await scene.issuer.machine("biobank", PartnerScope.PERMITS)
    assert (await scene.ask(token)).status == 200
    fewer = frozenset({PartnerScope.VERDICTS})
    await scene.do(ChangePartnerScopes(partner_id=PARTNERS["biobank"], scopes=fewer))
    scene.a_moment_later()
    assert (await scene.ask(token)).denied == (*TOO_LITTLE, "scope")


async def test_scopes_of_people_are_nothing_to_machines_and_the_other_way(scene: Scene) -> None:
    key = scene.issuer.signing()
    machine, person = await scene.issuer.machine(), await scene.issuer.person()
    claim: Any
    for claim in ("read programme", "READ-CONSENTS", "openid", ""):
        forged = Forgery(claims={"scope": claim}).of(machine, key)
        assert (await scene.ask(forged)).denied == (*TOO_LITTLE, "scope")
    for claim in (" ".join(PartnerScope), "Programme", "openid", None):
        forged = Forgery(claims={"scope": claim}).of(person, key)
        assert (await scene.ask(forged)).denied == (*TOO_LITTLE, "scope")


async def test_one_machine_does_not_speak_for_another(scene: Scene) -> None:
    token, key = await scene.issuer.machine(), scene.issuer.signing()
    for claims in ({"client_id": "biobank"}, {"sub": "biobank"}, {"client_id": "app"}):
        forged = Forgery(claims=claims).of(token, key)
        assert (await scene.ask(forged)).denied == (*BAD, "sub")
    for shown in ("auth_time", "acr", "amr"):
        somebody = Forgery(claims={shown: "x"}).of(token, key)
        assert (await scene.ask(somebody)).denied == (*BAD, "sub"), "a person, called as a machine"
    unregistered = Forgery(claims={"client_id": "app", "sub": "app"}).of(token, key)
    assert (await scene.ask(unregistered)).denied == (*BAD, "client_id")


async def test_whoever_says_that_she_is_a_machine_of_ours_is_not(scene: Scene) -> None:
    token, key = await scene.issuer.person(), scene.issuer.signing()
    said = {"machine_role": "clock", "role": "programme-steward", "roles": ["auditor"]}
    told = (await scene.ask(Forgery(claims=said).of(token, key))).told
    assert (told["subject"], told["machine_role"]) == (ANE, None)
    for sub in ("clock", "release-engine", "public", STEWARD, PARTNERS["hospital"]):
        forged = Forgery(claims={"sub": sub}).of(token, key)
        assert (await scene.ask(forged)).denied == (*BAD, "sub")


async def test_somebody_whom_nobody_linked_is_refused_and_not_taken_in(scene: Scene) -> None:
    assert (await scene.ask(await scene.issuer.person("benat"))).denied == (*BAD, "sub")


async def test_a_citizen_is_found_by_the_number_that_her_provider_vouches_for(
    scene: Scene,
) -> None:
    number = Forgery(claims={"citizen": "number of benat"})
    token = number.of(await scene.issuer.person("benat"), scene.issuer.signing())
    assert (await scene.ask(token)).denied == (*BAD, "sub")
    entry = registered(OF_BEÑAT, name="Beñat", file_number="number of benat", at=scene.clock())
    async with scene.house.database.writing() as session:
        await project(session, await ledger.append(session, [entry]))
    before = await scene.kept()
    assert (await scene.ask(token)).told["subject"] == BEÑAT
    assert await scene.kept() == before, "asking by a program keeps no account"
    other = Forgery(claims={"citizen": ["number of benat"]})
    forged = other.of(await scene.issuer.person("benat"), scene.issuer.signing())
    assert (await scene.ask(forged)).denied == (*BAD, "sub")


async def test_somebody_erased_is_refused(scene: Scene) -> None:
    token = await scene.issuer.person()
    assert (await scene.ask(token)).status == 200
    async with scene.house.database.writing() as session:
        await project(session, await ledger.append(session, [erased(at=scene.clock())]))
    scene.a_moment_later()
    assert (await scene.ask(token)).denied == (*BAD, "sub")


async def test_a_role_that_ended_is_gone_from_a_token_that_is_in_force(scene: Scene) -> None:
    await scene.link("benat", BEÑAT)
    await scene.appoint(BEÑAT, Role.STEWARD)
    token = await scene.issuer.person("benat")
    assert (await scene.ask(token, "appoint")).told["done"] is True
    await scene.do(EndStaff(person=BEÑAT, role=Role.STEWARD))
    assert (await scene.ask(token, "appoint")).told["done"] == ["not-allowed", "default"]
