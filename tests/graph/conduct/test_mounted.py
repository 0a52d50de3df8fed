"""The API behind the guards of the portal, at one address beside the pages."""

from __future__ import annotations

from httpx2 import ASGITransport, AsyncClient

from graph.app import create_graph
from portal.server import create_app
from tests.graph.conduct.conftest import settings
from tests.graph.conduct.stand_ins import SCHEMA, EveryNameIsAToken
from tests.portal.world import ORIGIN, World, reception_of


async def test_the_portal_carries_the_api(world: World) -> None:
    graph = create_graph(SCHEMA, world.house, EveryNameIsAToken(), settings())
    app = create_app(reception_of(world.house), hosts=["portal.test"], graph=graph)
    async with AsyncClient(transport=ASGITransport(app=app), base_url=ORIGIN) as client:
        answer = await client.post("/graphql", json={"query": "{ me }"})
        assert answer.json()["data"] == {"me": "public "}
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
        assert (await client.get("/graphql")).headers["allow"] == "POST"
        assert (await client.post("/graphql/more", json={"query": "{ me }"})).status_code == 404
        asked = {"query": "{ me }"}
        other = {"origin": "http://other.test"}
        foreign = await client.post("/graphql", headers=other, json=asked)
        assert foreign.status_code == 403
        assert (await client.post("http://other.test/graphql", json=asked)).status_code == 400
        assert (await client.post("/graphql", content=b" " * 4_000_000)).status_code in (413, 415)
        assert (await client.get("/en/")).status_code == 200
