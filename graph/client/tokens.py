"""Access tokens for a machine: client credentials, proved by its key (RFC 6749, 4.4; RFC 7523)."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from typing import Any

import httpx2
from joserfc import jwt
from joserfc.jwk import JWKRegistry

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_LASTS = 60
RENEWED_BEFORE = 30
"""Seconds before its end at which a token is not used any more."""
WELL_KNOWN = "/.well-known/openid-configuration"


class NoToken(Exception):
    """The provider gave none. ``code`` is its own word for why (RFC 6749, 5.2)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class MachineToken:
    """The token of one client, fetched when it is needed and kept until it ends."""

    def __init__(
        self, issuer: str, client_id: str, key: Mapping[str, Any], scopes: tuple[str, ...]
    ) -> None:
        """``key`` is its private key, a JWK with ``kid``; the provider knows the public half."""
        self.issuer, self.client_id = issuer, client_id
        self._key, self._scope = JWKRegistry.import_key(dict(key)), " ".join(scopes)
        self._token, self._ends = "", 0.0

    async def __call__(self) -> str:
        """A token that is good for a while. Raises NoToken."""
        if time.monotonic() > self._ends - RENEWED_BEFORE:
            async with httpx2.AsyncClient() as http:
                await self._fetch(http)
        return self._token

    async def _fetch(self, http: httpx2.AsyncClient) -> None:
        published = (await http.get(self.issuer + WELL_KNOWN)).json()
        asked = {
            "grant_type": "client_credentials",
            "scope": self._scope,
            "client_id": self.client_id,
            "client_assertion_type": ASSERTION,
            "client_assertion": self._assertion(),
        }
        answer = await http.post(published["token_endpoint"], data=asked)
        told = answer.json()
        if answer.status_code != 200:
            raise NoToken(str(told.get("error", answer.status_code)))
        self._token, self._ends = told["access_token"], time.monotonic() + told["expires_in"]

    def _assertion(self) -> str:
        """Who it is, signed for this provider alone, for a minute, once."""
        now = int(time.time())
        claims = {
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": self.issuer,
            "iat": now,
            "exp": now + ASSERTION_LASTS,
            "jti": str(uuid.uuid4()),
        }
        told = self._key.as_dict(private=True)
        header = {"alg": str(told.get("alg", "ES256")), "kid": str(told["kid"])}
        return jwt.encode(header, claims, self._key, algorithms=[header["alg"]])
