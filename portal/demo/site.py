"""The demo as a place in a folder: its settings, its region, its two servers."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from joserfc.jwk import KeySet
from starlette.applications import Starlette

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.service.house import House, open_house, system_clock
from governance.service.sign_in import Naming, person_of
from governance.settings import Settings, read_settings
from portal.demo.cast import StoryClock
from portal.demo.files_of_act import ISSUER as REGISTER
from portal.demo.identity import CONFIRMED, Client, Persona, SigningKeys, create_provider
from portal.demo.personas import CLAIM, others_at_work, personas, subjects
from portal.demo.programs import clients, register_machines
from portal.demo.region.build import FOUNDED_BEFORE, build
from portal.demo.region.builder import Region
from portal.login import BACK_CHANNEL_PATH, CALLBACK_PATH, SIGNED_OUT_PATH, make_client_key
from portal.login.keys import read_client_key

SAMPLES = tuple(f"NA{number:06}" for number in range(1, 6))
"""The first people of the files, who are the demo's neighbours."""
STOPPED_BEFORE = timedelta(minutes=5)
"""The story of the region ends so long before it is opened: no entry lies in the future."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the demo lies, and at which addresses it answers."""

    folder: Path
    portal: str
    identity: str
    database: str | None = None

    @property
    def ready(self) -> Path:
        """A file that is there once the region is whole."""
        return self.folder / "region-is-ready"

    def secret(self) -> str:
        """The secret of the demo's keys, made once."""
        path = self.folder / "secret"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(16), encoding="utf-8")
        return path.read_text(encoding="utf-8")

    def settings(self) -> Settings:
        """The demo's settings, which stand over those of the environment."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = self.folder / "oidc-client.json"
        if not key.exists():
            make_client_key(key)
        return read_settings(
            database_url=self.database or f"sqlite:///{self.folder / 'baimena.sqlite'}",
            data=self.folder / "data",
            keys=self.folder / "keys",
            key_wrapping_secret=self.secret(),
            public_url=self.portal,
            oidc_issuer=self.identity,
            oidc_client_key=key,
            oidc_citizen_claim=CLAIM,
            oidc_citizen_register=REGISTER,
            oidc_step_up_acr=CONFIRMED,
        )

    def house(self, clock: Callable[[], datetime] = system_clock) -> House:
        """The demo's house."""
        settings = self.settings()
        return open_house(
            settings.database_url,
            keys=settings.keys,
            secret=self.secret(),
            data=settings.data,
            clock=clock,
        )

    def provider(self) -> Starlette:
        """The identity provider beside the portal."""
        key = read_client_key(self.settings().oidc_client_key)
        portal = Client(
            client_id="baimena",
            keys=KeySet([key]),
            redirect_uris=(self.portal + CALLBACK_PATH,),
            post_logout_redirect_uris=(self.portal + SIGNED_OUT_PATH,),
            backchannel_logout_uri=self.portal + BACK_CHANNEL_PATH,
        )
        others = clients(self.folder, self.settings().audience_of_the_api)
        return create_provider(personas(SAMPLES), [portal, *others], SigningKeys(), self.identity)


async def found(site: Site, *, people: int, tell: Callable[[str], None]) -> None:
    """Build the region, unless it is there whole. ``tell`` hears the name of each chapter."""
    if site.ready.exists():
        return
    now = system_clock().replace(microsecond=0) - STOPPED_BEFORE
    clock = StoryClock(now - FOUNDED_BEFORE)
    house = site.house(clock)
    try:
        await house.database.migrate()
        files = site.folder / "files"
        region = await build(house, clock, files, people=people, now=now, tell=tell)
        await introduce(house, site.identity, region)
        steward = region.cast.by("steward")
        await register_machines(lambda one: region.cast.do(one, steward), site.identity)
    finally:
        await house.database.close()
    site.ready.write_text(json.dumps({"people": people}), encoding="utf-8")


async def introduce(house: House, issuer: str, region: Region) -> None:
    """The steward says whose accounts are whose; each has signed in once, and so has a name."""
    naming = Naming(claim=CLAIM, register=REGISTER)
    known = subjects(region)
    for persona in (*personas(SAMPLES), *others_at_work()):
        if persona.sub in known:
            account = ProviderAccount(issuer, persona.sub)
            command = LinkAccount(person=known[persona.sub], account=account)
            await region.cast.do(command, region.cast.by("steward"))
        await person_of(house, issuer, _claims(persona), naming)


def _claims(persona: Persona) -> dict[str, object]:
    return {"sub": persona.sub, "name": persona.name, **persona.claims}
