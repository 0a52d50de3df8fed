"""The API, and each of the two providers in turn."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from joserfc.jwk import ECKey

from governance.service.house import House
from governance.service.sign_in import Naming
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from graph.authentication import Authentication, ProviderKeys, StepUp
from tests.graph.authentication.api import api
from tests.graph.authentication.issuers import AUDIENCE, Issuer, demo_issuer, new_client_keys
from tests.graph.authentication.node_issuer import node_issuer
from tests.graph.authentication.scene import Clock, Scene
from tests.portal.sign_in.node_provider import installed
from tests.portal.sign_in.servers import listening, serving

NAMING = Naming(claim="citizen", register="registry")


@pytest.fixture(scope="session")
def client_keys() -> dict[str, ECKey]:
    """By which programs and machines prove themselves."""
    return new_client_keys()


@pytest.fixture(scope="session")
def node(
    tmp_path_factory: pytest.TempPathFactory, client_keys: dict[str, ECKey]
) -> Iterator[Issuer]:
    """The independent one, started once."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with node_issuer(installed(shared), client_keys) as running:
        yield running


@pytest.fixture
async def demo(client_keys: dict[str, ECKey]) -> AsyncIterator[Issuer]:
    """The demo's own."""
    async with demo_issuer(client_keys) as running:
        yield running


@pytest.fixture(params=["demo", "node"])
def issuer(request: pytest.FixtureRequest) -> Issuer:
    """Each of the two in turn."""
    found: Issuer = request.getfixturevalue(request.param)
    return found


@pytest.fixture
async def scene(issuer: Issuer, migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    """All of it, running."""
    file = tmp_path / "baimena.sqlite"
    shutil.copyfile(migrated_sqlite, file)
    database, clock = Database(f"sqlite:///{file}"), Clock()
    folder = KeyFolder(tmp_path / "keys", secret="a secret of the tests")
    house = House(database, folder, tmp_path, clock)
    moved = [0.0]

    def elapsed() -> float:
        return moved[0]

    authentication = Authentication(
        house,
        ProviderKeys(issuer.issuer, elapsed=elapsed),
        audience=AUDIENCE,
        naming=NAMING,
        step_up=StepUp(timedelta(minutes=5), issuer.acr),
        elapsed=elapsed,
    )
    async with serving(api(authentication, house), listening()) as url:
        found = Scene(house, clock, issuer, authentication, f"{url}/ask", moved)
        await found.found()
        yield found
        await found.http.aclose()
    await authentication.close()
    await database.close()
