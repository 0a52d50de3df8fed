"""An API on an empty house, spoken to as a partner speaks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from httpx2 import ASGITransport, AsyncClient, Response
from starlette.types import ASGIApp

from governance.service.house import House, open_house
from governance.settings import Settings, read_settings
from graph.app import create_graph
from tests.graph.conduct.stand_ins import SCHEMA, EveryNameIsAToken

ORIGIN = "http://api.test"
RESPONSE = "application/graphql-response+json"


def settings(**chosen: Any) -> Settings:
    """Settings of a test."""
    return read_settings(**chosen)


@dataclass
class Api:
    """Asks the API, by default as the machine of a partner."""

    client: AsyncClient

    async def post(self, content: Any, **headers: str) -> Response:
        """Whatever is sent, as it is; names of headers with _ for -."""
        named = {"content-type": "application/json", "authorization": "Bearer partner"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in named.items() if value}
        return await self.client.post("/graphql", content=content, headers=sent)

    async def ask(self, query: str, *, by: str = "partner", **variables: Any) -> dict[str, Any]:
        """The answer to a query, in the newer media type."""
        token = f"Bearer {by}" if by else ""
        answer = await self.client.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"accept": RESPONSE, **({"authorization": token} if token else {})},
        )
        content: dict[str, Any] = answer.json()
        return content


def speaking_to(app: ASGIApp) -> Api:
    """A client of an application in this process. What the application raises is raised."""
    return Api(AsyncClient(transport=ASGITransport(app=app), base_url=ORIGIN))


@pytest.fixture
async def house(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[House]:
    """An empty house on SQLite."""
    file = tmp_path / "baimena.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    opened = open_house(f"sqlite:///{file}", keys=tmp_path / "keys", secret="x" * 16, data=tmp_path)
    yield opened
    await opened.database.close()


@pytest.fixture
def api(house: House) -> Api:
    """The API of the stand-ins."""
    return speaking_to(create_graph(SCHEMA, house, EveryNameIsAToken(), settings()))
