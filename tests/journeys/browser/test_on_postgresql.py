"""One journey on the other database, from the sign-in to the receipt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from governance.service.ledger_check import ledger_size
from portal.demo.site import Site, found
from tests.journeys.browser.conftest import PEOPLE, opened
from tests.postgres import Server, apart

NAME = "baimena_journeys"


async def test_a_citizen_opts_out_and_comes_back(
    postgres: Server, migrated_postgres: str, founded: Site, tmp_path: Path, chromium: str
) -> None:
    database = postgres.create(NAME, template=migrated_postgres)
    site = replace(founded, folder=tmp_path / "demo", database=database)
    apart(lambda: found(site, people=PEOPLE, tell=lambda chapter: None))
    async with opened(site, chromium) as demo:
        javier = await demo.comes("es")
        await javier.signs_in("Javier Ibáñez Ruiz", "es")
        before = await ledger_size(demo.house)
        for button in ("Oponerme ahora", "Volver a permitir"):
            await javier.opens("/es/my/opt-out")
            await javier.follows(button)
            assert await javier.reads("Queda registrado")
        assert await ledger_size(demo.house) == before + 2
        await javier.follows("Justificante")
        assert "/es/my/receipts/" in javier.page.url
    postgres.drop(NAME)
