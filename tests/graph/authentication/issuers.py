"""The two providers as issuers of access tokens: the demo's own, and one that is not ours."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from governance.lives.programme.partners import PartnerScope
from governance.vocabulary.token_scopes import TokenScope
from portal.demo.identity import CONFIRMED, Client, SigningKeys, create_provider
from tests.portal.sign_in.browser import Visitor
from tests.portal.sign_in.providers import personas
from tests.portal.sign_in.servers import address, listening, serving

AUDIENCE = "https://api.example.org/graphql"
ELSEWHERE = "https://other.example.org"
"""Another API of the same provider."""
BACK = "http://127.0.0.1:9/back"
VERIFIER = "v" * 43
APP, MACHINES = "app", ("hospital", "biobank", "stranger")
"""A program that acts for people; two machines of partners, and one of nobody's."""
PEOPLE_SCOPES = " ".join(["openid", *TokenScope])
MACHINE_SCOPES = " ".join(PartnerScope)
ASSERTED = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
AT = {"demo": ("/authorize", "/token"), "node": ("/auth", "/token")}


@dataclass
class Issuer:
    """A provider that runs, and the keys of its clients."""

    kind: str
    issuer: str
    signing: Callable[[], ECKey]
    """By which it signs now: forgeries are signed by it, or nearly."""
    client_keys: dict[str, ECKey]
    acr: str
    """What confirming one's identity reaches there; empty where it says nothing."""
    rotate: Callable[[], None] = lambda: None
    """Give it a new key, where that can be done from here."""

    async def machine(self, client: str = "hospital", scope: str = MACHINE_SCOPES) -> str:
        """An access token for a machine."""
        asked = {"grant_type": "client_credentials", "scope": scope, "resource": AUDIENCE}
        return str((await self._tokens(client, asked))["access_token"])

    async def person(self, who: str = "ane", scope: str = PEOPLE_SCOPES, **asked: str) -> str:
        """An access token for the program with which somebody signs in."""
        return str((await self.all_for(who, scope, **asked))["access_token"])

    async def all_for(
        self, who: str = "ane", scope: str = PEOPLE_SCOPES, **asked: str
    ) -> dict[str, Any]:
        """Every token that the program gets."""
        wanted = {
            "response_type": "code",
            "client_id": APP,
            "redirect_uri": BACK,
            "scope": scope,
            "state": "s",
            "nonce": str(time.monotonic_ns()),
            "code_challenge": str(create_s256_code_challenge(VERIFIER)),
            "code_challenge_method": "S256",
            "resource": AUDIENCE,
            **asked,
        }
        visitor = Visitor(BACK, who)
        url = f"{self.issuer}{AT[self.kind][0]}?{urlencode(wanted)}"
        back = await visitor.at_provider(url)
        await visitor.close()
        exchanged = {
            "grant_type": "authorization_code",
            "code": parse_qs(urlsplit(back).query)["code"][0],
            "code_verifier": VERIFIER,
            "redirect_uri": BACK,
            "resource": asked.get("resource", AUDIENCE),
        }
        return await self._tokens(APP, exchanged)

    async def _tokens(self, client: str, asked: dict[str, str]) -> dict[str, Any]:
        now = int(time.time())
        proof = {"iss": client, "sub": client, "aud": self.issuer, "iat": now, "exp": now + 60}
        key = self.client_keys[client]
        signed = jwt.encode(
            {"alg": "ES256", "kid": key.kid}, proof | {"jti": str(time.monotonic_ns())}, key
        )
        proved = {"client_id": client, "client_assertion_type": ASSERTED}
        sent = {**asked, **proved, "client_assertion": signed}
        async with httpx2.AsyncClient(trust_env=False) as http:
            answer = await http.post(f"{self.issuer}{AT[self.kind][1]}", data=sent)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


def new_client_keys() -> dict[str, ECKey]:
    """A key for each client."""
    said = {"use": "sig"}
    return {
        name: ECKey.generate_key("P-256", said, auto_kid=True)  # type: ignore[arg-type]
        for name in (APP, *MACHINES)
    }


@asynccontextmanager
async def demo_issuer(client_keys: dict[str, ECKey]) -> AsyncIterator[Issuer]:
    """The demo's own, while the block lasts."""
    keys, opened = SigningKeys(), listening()
    app = Client(
        client_id=APP,
        keys=KeySet([client_keys[APP]]),
        scopes=frozenset(PEOPLE_SCOPES.split()),
        redirect_uris=(BACK,),
        audience=AUDIENCE,
    )
    machines = [
        Client(
            client_id=name,
            keys=KeySet([client_keys[name]]),
            scopes=frozenset(MACHINE_SCOPES.split()),
            audience=AUDIENCE,
        )
        for name in MACHINES
    ]
    provider = create_provider(personas(), [app, *machines], keys, address(opened))
    async with serving(provider, opened) as issuer:
        yield Issuer("demo", issuer, lambda: keys.current, client_keys, CONFIRMED, keys.rotate)
