"""A portal that signs people in, and each of the two providers in turn."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import ECKey

from governance.service.house import House
from governance.service.sign_in import Naming
from governance.service.web_state import Limits
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from portal.login import Login
from portal.login.provider import OpenIDProvider
from tests.portal.sign_in.browser import Visitor
from tests.portal.sign_in.demo_client import Running, demo_alone
from tests.portal.sign_in.forging import Forger
from tests.portal.sign_in.node_provider import installed, node_provider
from tests.portal.sign_in.portal_app import portal
from tests.portal.sign_in.providers import CLIENT_ID, RunningProvider, demo_provider
from tests.portal.sign_in.servers import address, listening, serving

REGISTER = Naming(claim="citizen", register="registry")


@dataclass
class Scene:
    """A portal, its provider, and somebody with a browser."""

    login: Login
    provider: RunningProvider
    ane: Visitor
    forger: Forger
    others: list[Visitor] = field(default_factory=list)

    def visitor(self, who: str = "ane") -> Visitor:
        """Somebody with a browser of her own."""
        self.others.append(Visitor(self.ane.portal, who))
        return self.others[-1]

    def overhear(self) -> list[dict[str, Any]]:
        """What the token endpoint answers from now on, as it comes."""
        provider, heard = self.login.provider, list[dict[str, Any]]()

        async def tapped(code: str, **asked: str) -> Any:
            heard.append(dict(await OpenIDProvider.tokens(provider, code, **asked)))
            return heard[-1]

        provider.tokens = tapped  # type: ignore[method-assign]
        return heard

    def answer_with(self, **changes: Any) -> None:
        """From now on the provider's tokens arrive changed: see ``Forger.answer``."""
        provider = self.login.provider

        async def forged(code: str, **asked: str) -> Any:
            genuine = await OpenIDProvider.tokens(provider, code, **asked)
            return self.forger.answer(dict(genuine), **changes)

        provider.tokens = forged  # type: ignore[method-assign]


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    """The demo's provider alone."""
    async with demo_alone() as found:
        yield found


@pytest.fixture(scope="session")
def client_key() -> ECKey:
    """By which the portal proves itself."""
    return ECKey.generate_key("P-256", {"use": "sig"}, auto_kid=True)


@pytest.fixture(scope="session")
def portal_url() -> str:
    """Where the portal of every test of this process listens: providers know it beforehand."""
    opened = listening()
    found = address(opened)
    opened.close()
    return found


@pytest.fixture(scope="session")
def node(
    tmp_path_factory: pytest.TempPathFactory, portal_url: str, client_key: ECKey
) -> Iterator[RunningProvider]:
    """The independent provider, started once."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with node_provider(installed(shared), portal_url, client_key) as running:
        yield running


@pytest.fixture(params=["demo", "node"])
async def provider(
    request: pytest.FixtureRequest, portal_url: str, client_key: ECKey
) -> AsyncIterator[RunningProvider]:
    """Each of the two in turn."""
    if request.param == "node":
        yield request.getfixturevalue("node")
    else:
        async with demo_provider(portal_url, client_key) as running:
            yield running


@pytest.fixture
async def house(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[House]:
    """A house with an empty database."""
    file = tmp_path / "baimena.sqlite"
    shutil.copyfile(migrated_sqlite, file)
    database = Database(f"sqlite:///{file}")
    keys = KeyFolder(tmp_path / "keys", secret="a secret of the tests")
    yield House(database, keys, tmp_path)
    await database.close()


@pytest.fixture
async def scene(
    house: House, provider: RunningProvider, portal_url: str, client_key: ECKey
) -> AsyncIterator[Scene]:
    """All of it, running."""
    client = OpenIDProvider(
        provider.issuer,
        client_id=CLIENT_ID,
        key=client_key,
        scope="openid profile email",
        clock=lambda: house.clock().timestamp(),
    )
    login = Login(house, client, portal_url, Limits(), REGISTER, acr=provider.acr)
    forger = Forger(provider.key, provider.issuer, CLIENT_ID)
    port = int(portal_url.rpartition(":")[2])
    ane = Visitor(portal_url)
    async with serving(portal(login), listening(port)):
        found = Scene(login, provider, ane, forger)
        yield found
        for visitor in (ane, *found.others):
            await visitor.close()
    await client.close()
