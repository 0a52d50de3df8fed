"""Whoever comes too late is nobody: an expired token, and that of a partner that has ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from httpx2 import ASGITransport, AsyncClient
from joserfc.jwk import ECKey

from governance.lives.programme.partners import PartnerScope
from governance.service.sign_in import Naming
from governance.settings import read_settings
from governance.vocabulary.token_scopes import TokenScope
from graph.app import create_graph
from graph.authentication import Authentication, ProviderKeys, StepUp
from graph.schema import SCHEMA
from portal.demo.files_of_act import ISSUER
from tests.graph.authentication.forging import signed
from tests.graph.matrix.conftest import Enters
from tests.graph.matrix.documents import OPERATIONS
from tests.graph.matrix.grounds import PROVIDER
from tests.graph.matrix.personas import IDENTIFIERS, Scene

HOUR = 3600
AUDIENCE = "https://api.test/graphql"
ORIGIN = "http://api.test"
VIEWER = "{ viewer { roles } }"


class OneKey(ProviderKeys):
    """The keys of a provider that has published one, which a test holds."""

    def __init__(self, key: ECKey) -> None:
        super().__init__(PROVIDER)
        self._one = key

    async def find(self, kid: str) -> ECKey:
        """That one."""
        return self._one


class Door:
    """The API before the house of a persona, and tokens for it."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.key = scene, ECKey.generate_key("P-256")
        who = Authentication(
            scene.house,
            OneKey(self.key),
            audience=AUDIENCE,
            naming=Naming(claim="citizen", register=ISSUER),
            step_up=StepUp(timedelta(hours=1)),
        )
        graph = create_graph(SCHEMA, scene.house, who, read_settings())
        self.client = AsyncClient(transport=ASGITransport(app=graph), base_url=ORIGIN)

    def token(self, *, ends: int, **claims: Any) -> str:
        """Genuine, and good until so many seconds from now."""
        now = int(self.scene.house.clock().timestamp())
        told = {"iss": PROVIDER, "aud": AUDIENCE, "iat": now - HOUR, "exp": now + ends, "jti": "1"}
        return signed({"alg": "ES256", "typ": "at+jwt", "kid": "1"}, told | claims, self.key)

    async def ask(self, token: str, query: str) -> tuple[int, bytes]:
        """The status and the body of an answer."""
        borne = {"authorization": f"Bearer {token}"}
        answer = await self.client.post("/", json={"query": query}, headers=borne)
        return answer.status_code, answer.content


def claims_of(name: str) -> dict[str, Any]:
    """Of a citizen by the program that acts for her, or of a partner's machine."""
    if name == "citizen":
        named = {"sub": "maite", "client_id": "app", "citizen": IDENTIFIERS["maite"]}
        return named | {"scope": " ".join(TokenScope)}
    return {"sub": name, "client_id": name, "scope": " ".join(PartnerScope)}


def operations() -> list[str]:
    """Every operation, as little as can be said of it: nobody reads it at the door."""
    return [f"{kind} {{ {name} }}" for kind, fields in OPERATIONS.items() for name in fields]


@pytest.mark.parametrize(
    ("name", "ends"),
    [("citizen", -HOUR // 2), ("partner-all", -HOUR // 2), ("partner-ended", HOUR)],
)
async def test_it_is_refused_whatever_it_asks(name: str, ends: int, enters: Enters) -> None:
    async with enters(name) as scene:
        door = Door(scene)
        token = door.token(ends=ends, **claims_of(name))
        answers = {await door.ask(token, query) for query in operations()}
    [(status, body)] = answers
    assert status == 401
    assert b"invalid-token" in body


@pytest.mark.parametrize("name", ["citizen", "partner-all"])
async def test_the_same_token_in_time_is_let_in(name: str, enters: Enters) -> None:
    async with enters(name) as scene:
        door = Door(scene)
        status, body = await door.ask(door.token(ends=HOUR, **claims_of(name)), VIEWER)
    assert status == 200
    assert b"CITIZEN" in body or b"PARTNER" in body
