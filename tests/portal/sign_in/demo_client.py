"""The demo's provider alone, and clients that ask it well or badly."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from portal.demo.identity import Client, SigningKeys, create_provider
from tests.portal.sign_in.providers import client_at, personas
from tests.portal.sign_in.servers import address, listening, serving

PORTAL = "http://127.0.0.1:9"
BACK = f"{PORTAL}/sign-in/callback"
VERIFIER = "v" * 43
ASKED = {
    "response_type": "code",
    "client_id": "baimena",
    "redirect_uri": BACK,
    "scope": "openid profile",
    "state": "s",
    "nonce": "n",
    "code_challenge": str(create_s256_code_challenge(VERIFIER)),
    "code_challenge_method": "S256",
}


@dataclass
class Running:
    """The provider, and keys of two clients."""

    issuer: str
    keys: SigningKeys
    portal: ECKey
    machine: ECKey
    http: httpx2.AsyncClient

    def assertion(self, client: str, key: ECKey, **changes: Any) -> dict[str, str]:
        """How a client proves itself."""
        now = int(time.time())
        claims = {"iss": client, "sub": client, "aud": self.issuer, "iat": now, "exp": now + 60}
        said = claims | {"jti": str(time.monotonic_ns())} | changes
        return {
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": jwt.encode({"alg": "ES256"}, said, key),
        }

    async def authorize(self, **changes: str | None) -> httpx2.Response:
        """A request of the portal, somewhat changed."""
        asked = {**ASKED, **changes}
        given = {name: value for name, value in asked.items() if value is not None}
        return await self.http.get(f"{self.issuer}/authorize", params=given)

    async def code(self, **changes: str | None) -> str:
        """A code for Ane."""
        waiting = await self.authorize(**changes)
        back = waiting.headers["location"]
        if not back.startswith(BACK):  # nobody is signed in there yet
            chosen = await self.http.post(f"{self.issuer}{back}", data={"persona": "ane"})
            back = chosen.headers["location"]
        return parse_qs(urlsplit(back).query)["code"][0]

    async def token(self, given: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        """What the token endpoint answers."""
        answer = await self.http.post(f"{self.issuer}/token", data=dict(given))
        return answer.status_code, answer.json()


def for_code(running: Running, code: str, **changes: str) -> dict[str, str]:
    """What the portal sends for its tokens."""
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "code_verifier": VERIFIER,
        "redirect_uri": BACK,
    }
    return {**sent, **running.assertion("baimena", running.portal), **changes}


@asynccontextmanager
async def demo_alone() -> AsyncIterator[Running]:
    """It runs while the block lasts."""
    keys, opened = SigningKeys(), listening()
    portal, machine = (ECKey.generate_key("P-256") for _ in range(2))
    hospital = Client(
        client_id="hospital",
        keys=KeySet([machine]),
        scopes=frozenset({"read-consents"}),
        audience="https://api.example.org",
    )
    clients = [client_at(PORTAL, portal), hospital]
    app = create_provider(personas(), clients, keys, address(opened))
    async with serving(app, opened) as issuer, httpx2.AsyncClient(trust_env=False) as http:
        yield Running(issuer, keys, portal, machine, http)
