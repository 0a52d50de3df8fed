"""The demo as it runs: its portal, its API and its identity provider on ports of this machine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.applications import Starlette

from governance.vocabulary.people import Language
from graph.client import BaimenaClient
from graph.webhooks import telling
from portal.demo.identity import SigningKeys, create_provider
from portal.demo.personas import others_at_work, personas
from portal.demo.programs import clients
from portal.demo.site import SAMPLES, Site, found
from portal.demo.tokens import token_for
from portal.serving import application
from tests.portal.sign_in.servers import address, listening, serving

PEOPLE = 100
NOBODY_SAYS_SO = dict.fromkeys(Language, "")


@dataclass(frozen=True)
class Running:
    """A demo that runs, and everybody's tokens for it."""

    site: Site

    @property
    def api(self) -> str:
        """Where the API answers."""
        return f"{self.site.portal}/graphql"

    async def token(self, who: str, *scopes: str, confirmed: bool = False) -> str:
        """As ``baimena token`` gets it."""
        return await token_for(
            who,
            issuer=self.site.identity,
            folder=self.site.folder,
            scopes=scopes,
            confirmed=confirmed,
        )

    async def client(self, who: str, *, confirmed: bool = False) -> BaimenaClient:
        """The typed client, in the name of a persona or a machine; of the public for ''."""
        token = await self.token(who, confirmed=confirmed) if who else ""

        async def same() -> str:
            return token

        return BaimenaClient(self.api, same if who else None)


@asynccontextmanager
async def running(folder: Path, database: str | None = None) -> AsyncIterator[Running]:
    """A demo with a region of its own while the block lasts, over real HTTP."""
    portal, identity = listening(), listening()
    site = Site(folder, address(portal), address(identity), database)
    await found(site, people=PEOPLE, tell=lambda chapter: None)
    house = site.house()
    app = application(site.settings(), house, demo=True)
    try:
        async with (
            serving(app, portal),
            serving(_provider(site), identity),
            telling(house, demo=True),
        ):
            yield Running(site)
    finally:
        await app.state.authentication.close()
        await house.database.close()


def _provider(site: Site) -> Starlette:
    """The demo's provider, where every member of the committee can sign in."""
    members = [replace(one, is_somebody=NOBODY_SAYS_SO) for one in others_at_work()]
    everybody = [*personas(SAMPLES), *members]
    programs = clients(site.folder, site.settings().audience_of_the_api)
    return create_provider(everybody, programs, SigningKeys(), site.identity)
