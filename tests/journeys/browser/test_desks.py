"""Members vote, officers return and sign: each at her desk, by keyboard."""

from __future__ import annotations

from governance.service.ledger_check import ledger_size
from tests.journeys.browser.conftest import Demo

MEMBER, OFFICER, SIGNER = "Iñaki Urmeneta", "Garazi Irurzun", "Rubén Ezcurra"
AUDITOR = "Nekane Aguirre"


async def test_a_member_confirms_who_he_is_and_votes(demo: Demo) -> None:
    member = await demo.comes("es")
    await member.signs_in(MEMBER, "es")
    await member.follows("Comité")
    await member.follows("Rare variants of the heart")
    before = await ledger_size(demo.house)
    await member.follows("Votar")
    assert await member.reads("exige confirmar de nuevo su identidad")
    await member.follows("Ir al servicio de identificación")
    await member.follows("Sí, soy yo")
    await member.chooses("Favorable")
    await member.follows("Emitir su voto")
    assert await member.reads("Su voto está emitido")
    assert await ledger_size(demo.house) == before + 1


async def test_an_officer_returns_a_request_and_what_she_wrote_is_kept(demo: Demo) -> None:
    officer = await demo.comes("eu")
    await officer.signs_in(OFFICER, "eu")
    await officer.follows("Sarbide-erakundea")
    await officer.follows("Waiting times in primary care")
    await officer.follows("Eskaera itzuli")
    await officer.writes("Zer falta den", "Nork gordetzen ditu giltzak?")
    await officer.follows("Itzuli osatzeko")
    assert (await officer.page.title()).startswith("Errorea: ")
    await officer.chooses("Erabilera okerra nola saihesten den")
    await officer.follows("Itzuli osatzeko")
    assert await officer.reads("Nork gordetzen ditu giltzak?")


async def test_the_second_signature_delivers_a_release(demo: Demo) -> None:
    officer = await demo.comes("es")
    await officer.signs_in(SIGNER, "es")
    await officer.follows("Entregas")
    await officer.follows("Cardiometabolic risk")
    await officer.follows("Firmar")
    await officer.follows("Ir al servicio de identificación")
    await officer.follows("Sí, soy yo")
    await officer.follows("Firmar")
    await officer.waits_for("Entregada")
    assert await officer.reads("Rubén Ezcurra")


async def test_an_auditor_checks_the_whole_ledger(demo: Demo) -> None:
    auditor = await demo.comes("en")
    await auditor.signs_in(AUDITOR, "en")
    await auditor.follows("Audit")
    await auditor.follows("Check the whole ledger")
    await auditor.follows("Check it now")
    assert await auditor.reads("Everything agrees.")
