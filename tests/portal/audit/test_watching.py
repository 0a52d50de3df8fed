"""An auditor reads and checks the ledger, sees who tried what, and changes nothing."""

from __future__ import annotations

from governance.lives.programme.partners import (
    LinkPartnerClient,
    PartnerScope,
    ProviderClient,
    RegisterPartner,
)
from governance.service.carry_out import Done, carry_out
from governance.vocabulary.people import SubjectId
from portal.demo.cast import principal
from tests.portal.forms import send
from tests.portal.world import ISSUER, World


async def test_an_auditor_reads_an_entry_with_its_proof(world: World) -> None:
    auditor = await world.browser("auditor")
    assert "Root hash" in (await auditor.get("/en/audit")).text
    page = await auditor.get("/en/audit/entries")
    assert "Older ones" in page.text
    entry = await auditor.get("/en/audit/entries/1")
    assert "Hash of the entry" in entry.text
    assert (await auditor.get("/en/audit/entries/999999")).status_code == 404
    assert (await auditor.get("/en/audit/entries/²")).status_code == 404


async def test_a_check_hashes_everything_anew(world: World) -> None:
    auditor = await world.browser("auditor")
    done = await send(auditor, await auditor.get("/en/audit/verify"))
    assert "Everything agrees." in done.text


async def test_refused_attempts_reads_and_roles_are_listed(world: World) -> None:
    nahia = await world.browser("nahia", stepped_up=True)
    release = world.known.releases[-1]
    form = await (await world.browser("second-officer", stepped_up=True)).get(
        f"/en/releases/{release}/sign"
    )
    await send(nahia, form)
    auditor = await world.browser("auditor")
    assert "somebody" in (await auditor.get("/en/audit/attempts")).text
    assert "Who read what" in (await auditor.get("/en/audit/reads")).text
    assert "Release officer" in (await auditor.get("/en/audit/staff")).text


async def test_nobody_else_reads_the_ledger(world: World) -> None:
    for person in ("maite", "researcher", "access-officer"):
        browser = await world.browser(person)
        for address in ("/en/audit", "/en/audit/entries", "/en/audit/entries/1"):
            assert (await browser.get(address)).status_code == 404
        page = await (await world.browser("auditor")).get("/en/audit/verify")
        assert (await send(browser, page)).status_code in (403, 404)


async def test_reads_are_filtered_and_an_auditor_finds_her_own(world: World) -> None:
    auditor = await world.browser("auditor")
    await (await world.browser("maite")).get("/en/audit")
    await auditor.get("/en/audit/entries")
    own = await auditor.get("/en/audit/reads?act=read-ledger&allowed=yes")
    assert "Auditor" in own.text
    refused = await auditor.get("/en/audit/reads?act=read-ledger&allowed=no")
    assert "somebody" in refused.text
    assert "maite" not in refused.text.lower()
    none = await auditor.get("/en/audit/reads?day-day=1&day-month=1&day-year=1999")
    assert "No read fits." in none.text


async def test_a_steward_sees_roles_and_partners_and_no_attempts(world: World) -> None:
    steward = await world.browser("steward")
    page = await steward.get("/en/audit/staff")
    assert "Systems of other organisations" in page.text
    assert (await steward.get("/en/audit/attempts")).status_code == 404


async def test_a_partner_is_shown_with_its_client_at_the_identity_provider(world: World) -> None:
    by = principal(world.known.people["steward"])
    scopes, client = frozenset({PartnerScope.VERDICTS}), ProviderClient(ISSUER, "biobank")
    partner = SubjectId("c" * 32)
    for command in (
        RegisterPartner(partner_id=partner, organisation="Biobanco", scopes=scopes),
        LinkPartnerClient(partner_id=partner, client=client),
    ):
        assert isinstance(await carry_out(world.house, command, by=by), Done)
    page = await (await world.browser("auditor")).get("/en/audit/staff")
    assert f"biobank ({ISSUER})" in page.text
