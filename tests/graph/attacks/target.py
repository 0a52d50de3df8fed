"""The API on the region of the tests, and what every answer of it must be, whatever was sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import process_time
from typing import Any

from httpx2 import ASGITransport, AsyncClient, Response

from governance.principals import Principal
from governance.vocabulary.people import Channel
from graph.app import create_graph
from graph.authentication import ANYBODY, Asker, Denied, Fault
from graph.instants import pin
from graph.schema import SCHEMA
from tests.graph.conduct.conftest import settings
from tests.graph.limits.library import held
from tests.portal.world import World

ENDLESS = 10**12
"""Points: these tests are about something else than budgets."""
REFUSED_WITHIN = 0.25
"""Seconds of processor time, at most, for whatever is refused."""


@dataclass(frozen=True)
class NamesAreTokens:
    """``Bearer NAME`` is that person of the region."""

    world: World

    async def who(self, authorization: Sequence[str]) -> Asker | Denied:
        """Whoever the token names; nobody by another name."""
        if not authorization:
            return ANYBODY
        subject = self.world.known.people.get(authorization[0].removeprefix("Bearer "))
        if subject is None:
            return Denied(Fault.INVALID_TOKEN)
        return Asker(Principal(subject=subject, channel=Channel.API, stepped_up=True), "tests")


class Target:
    """Takes requests, and looks at each answer."""

    def __init__(self, world: World) -> None:
        chosen = settings(api_points=ENDLESS, api_points_per_second=ENDLESS)
        prepare = partial(pin, SCHEMA._schema)
        app = create_graph(SCHEMA, world.house, NamesAreTokens(world), chosen, prepare=prepare)
        self.world = world
        self.client = AsyncClient(transport=ASGITransport(app=app), base_url="http://api.test")

    async def take(self, body: Any, *, by: str | None, **headers: str) -> Response:
        """Send a body, and hold the answer against everything that must always be so."""
        named = {"content-type": "application/json"}
        named |= {"authorization": f"Bearer {by}"} if by else {}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        answer, took = await self._timed(body, named)
        content = answer.json()
        assert answer.status_code < 500, content
        for error in content.get("errors", ()):
            assert set(error) <= {"message", "path", "locations", "extensions"}
            assert error["extensions"]["code"] != "internal-error", content
        if "data" in content:
            assert held(content["data"]) <= content["extensions"]["cost"]["requested"]
            return answer
        for _ in range(2):  # the collector of garbage, or a thread, may have had its share
            if took > REFUSED_WITHIN:
                _, again = await self._timed(body, named)
                took = min(took, again)
        assert took <= REFUSED_WITHIN, f"{took} s"
        return answer

    async def _timed(self, body: Any, headers: dict[str, str]) -> tuple[Response, float]:
        began = process_time()
        answer = await self.client.post("/graphql", content=body, headers=headers)
        return answer, process_time() - began

    async def ask(self, query: str, *, by: str | None = None, **variables: Any) -> dict[str, Any]:
        """A query in the usual form."""
        body = json.dumps({"query": query, "variables": variables})
        answer = await self.take(body, by=by)
        content: dict[str, Any] = answer.json()
        return content
