"""Citizens withdraw, opt out, act for a child, sign in and sign out."""

from __future__ import annotations

from governance.service.ledger_check import ledger_size
from tests.browsing import PHONE
from tests.journeys.browser.conftest import Demo

MAITE, JAVIER = "Maite Etxeberria Lasa", "Javier Ibáñez Ruiz"
LEIRE, NAHIA = "Leire Goñi Arana", "Nahia Sola Goñi"


async def test_a_citizen_withdraws_on_a_telephone_in_basque_and_has_a_receipt(demo: Demo) -> None:
    maite = await demo.comes("eu", PHONE)
    await maite.signs_in(MAITE, "eu")
    await maite.follows("Nire datuak")
    before = await ledger_size(demo.house)
    await maite.follows("Baimen guztiak kendu")
    assert await maite.reads("Ez duzu arrazoirik eman behar")
    await maite.follows("Kendu orain")
    assert await maite.reads("Erregistratuta dago")
    assert await ledger_size(demo.house) > before
    await maite.follows("Egiaztagiria")
    assert "/eu/my/receipts/" in maite.page.url


async def test_whoever_signs_out_is_out_here_and_at_the_provider(demo: Demo) -> None:
    javier = await demo.comes("es")
    await javier.opens("/es/my")
    assert await javier.reads("Entrar")
    await javier.signs_in(JAVIER, "es")
    assert await javier.reads(JAVIER)
    await javier.follows("Salir")
    await javier.follows("Sí, salir")
    assert javier.page.url.startswith(demo.site.portal)
    await javier.page.go_back()
    await javier.opens("/es/my")
    assert not await javier.reads(JAVIER)
    assert "/es/sign-in" in javier.page.url
    await javier.follows("Ir al servicio de identificación")
    assert await javier.reads(MAITE), "the provider asks anew who is there"


async def test_a_mother_answers_for_her_child(demo: Demo) -> None:
    leire = await demo.comes("es", PHONE)
    await leire.signs_in(LEIRE, "es")
    await leire.opens("/es/my")
    before = await ledger_size(demo.house)
    await leire.follows("Unai Sola Goñi")
    await leire.follows("Ver y cambiar las decisiones")
    await leire.follows("Responder a las preguntas")
    await leire.follows("Empezar")
    for _ in range(3):
        assert await leire.reads("Para Unai")
        await leire.chooses("No")
        await leire.follows("Continuar")
    await leire.chooses("Navarra")
    await leire.follows("Continuar")
    await leire.chooses("Sí")
    await leire.follows("Continuar")
    await leire.follows("Registrar estas respuestas")
    assert await leire.reads("Queda registrado")
    assert await ledger_size(demo.house) > before


async def test_a_girl_of_seventeen_says_no_herself(demo: Demo) -> None:
    nahia = await demo.comes("eu", PHONE)
    await nahia.signs_in(NAHIA, "eu")
    await nahia.opens("/eu/my/choices")
    before = await ledger_size(demo.house)
    await nahia.follows("Neuk esan ezetz")
    await nahia.follows("Ezetz diot")
    assert await nahia.reads("Erregistratuta dago")
    assert await ledger_size(demo.house) == before + 1
