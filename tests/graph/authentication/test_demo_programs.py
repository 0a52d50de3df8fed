"""The demo's programs get their tokens from the demo's provider, and its API knows who they are."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.lives.programme.partners import PartnerScope
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from governance.vocabulary.entries import Command
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.token_scopes import TokenScope
from graph.authentication import Asker, Authentication, authentication_of
from portal.cli.token import token
from portal.demo.programs import register_machines
from portal.demo.site import Site
from portal.demo.tokens import token_for
from portal.login.provider import ProviderDeclined, ProviderUnavailable
from tests.graph.authentication.scene import STEWARD
from tests.portal.sign_in.servers import address, listening, serving

MAITE = SubjectId("a" * 32)


@dataclass
class Demo:
    """Its provider, which runs, and the authentication of its API."""

    site: Site
    authentication: Authentication

    async def token(self, who: str, *scopes: str, confirmed: bool = False) -> str:
        """As the command gets it."""
        issuer, folder = self.site.identity, self.site.folder
        return await token_for(
            who, issuer=issuer, folder=folder, scopes=scopes, confirmed=confirmed
        )

    async def asker(self, token: str) -> Asker:
        """Whom the API sees."""
        found = await self.authentication.who([f"Bearer {token}"])
        assert isinstance(found, Asker)
        return found


@pytest.fixture
async def demo(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Demo]:
    """A demo without a region: its programs, and Maite's account."""
    opened = listening()
    site = Site(tmp_path / "demo", "http://127.0.0.1:9", address(opened))
    settings = site.settings()
    file = tmp_path / "baimena.sqlite"
    shutil.copyfile(migrated_sqlite, file)
    database = Database(f"sqlite:///{file}")
    house = House(database, KeyFolder(tmp_path / "keys", secret="a secret of tests"), tmp_path)

    async def do(command: Command, by: str = STEWARD) -> None:
        asks = Principal(subject=SubjectId(by), channel=Channel.OPERATOR, stepped_up=True)
        outcome = await carry_out(house, command, by=asks)
        assert isinstance(outcome, Done), outcome

    await do(AppointStaff(person=STEWARD, role=Role.STEWARD), by="0" * 32)
    await do(LinkAccount(person=MAITE, account=ProviderAccount(site.identity, "maite")))
    await register_machines(do, site.identity)
    authentication = authentication_of(settings, house)
    async with serving(site.provider(), opened):
        yield Demo(site, authentication)
    await authentication.close()
    await database.close()


async def test_a_machine_asks_within_what_the_steward_registered(demo: Demo) -> None:
    hospital = await demo.asker(await demo.token("hospital"))
    assert hospital.scopes == frozenset(PartnerScope)
    biobank = await demo.asker(await demo.token("biobank"))
    assert biobank.scopes == {PartnerScope.VERDICTS, PartnerScope.PERMITS}
    assert biobank.principal.subject != hospital.principal.subject
    fewer = await demo.asker(await demo.token("hospital", PartnerScope.CHANGES))
    assert fewer.scopes == {PartnerScope.CHANGES}


async def test_a_persona_works_by_the_workbench(demo: Demo) -> None:
    maite = await demo.asker(await demo.token("maite"))
    assert (maite.principal.subject, maite.client_id) == (MAITE, "workbench")
    assert (maite.scopes, maite.principal.stepped_up) == (frozenset(TokenScope), False)
    choosing = await demo.asker(await demo.token("maite", "choices", confirmed=True))
    assert (choosing.scopes, choosing.principal.stepped_up) == (
        frozenset({TokenScope.CHOICES}),
        True,
    )


async def test_nobody_gets_scopes_that_are_not_hers(demo: Demo) -> None:
    for who, scope in (("biobank", PartnerScope.CONSENTS), ("hospital", TokenScope.READ)):
        found = await demo.authentication.who([f"Bearer {await demo.token(who, scope)}"])
        assert getattr(found, "status", 200) == 403
    with pytest.raises(ProviderDeclined):
        await demo.token("hospital", "everything")
    with pytest.raises(ProviderDeclined):
        await demo.token("maite", "everything")


async def test_without_the_demo_there_is_no_token(demo: Demo) -> None:
    gone = Site(demo.site.folder, demo.site.portal, "http://127.0.0.1:9")
    for who in ("hospital", "maite"):
        with pytest.raises(ProviderUnavailable):
            await token_for(who, issuer=gone.identity, folder=gone.folder)


def test_the_keys_of_programs_are_closed_to_others(tmp_path: Path) -> None:
    site = Site(tmp_path / "demo", "http://127.0.0.1:8", "http://127.0.0.1:9")
    site.provider()
    files = sorted((site.folder / "programs").iterdir())
    assert [one.stem for one in files] == ["biobank", "hospital", "workbench"]
    assert {one.stat().st_mode & 0o777 for one in files} == {0o600}
    before = [one.read_bytes() for one in files]
    site.provider()
    assert [one.read_bytes() for one in files] == before, "they stay when the demo starts again"


async def test_the_command_prints_a_token_and_nothing_else(demo: Demo) -> None:
    app = typer.Typer()
    app.command()(token)
    port = demo.site.identity.rpartition(":")[2]
    asked = ["--as", "hospital", "--folder", str(demo.site.folder), "--identity-port", port]
    said = await asyncio.to_thread(CliRunner().invoke, app, asked)
    assert said.exit_code == 0
    assert (await demo.asker(said.stdout.strip())).client_id == "hospital"
