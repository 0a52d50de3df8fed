"""Tokens as a forger makes them: changed claims, other keys, no signature."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

LOGOUT = "http://schemas.openid.net/event/backchannel-logout"


def encoded(value: Mapping[str, Any] | bytes) -> str:
    """A part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def claims_in(token: str) -> dict[str, Any]:
    """What a token says, unchecked."""
    body = token.split(".")[1]
    read: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return read


@dataclass(frozen=True)
class Forger:
    """Knows what a provider knows, and signs as it does unless it is told otherwise."""

    key: ECKey
    issuer: str
    client_id: str

    def answer(
        self,
        genuine: dict[str, Any],
        *,
        claims: Mapping[str, Any] | None = None,
        how: str = "signed",
        header: Mapping[str, Any] | None = None,
        instead: Mapping[str, Any] | None = None,
        without: str | None = None,
    ) -> dict[str, Any]:
        """The answer of the token endpoint with a forged id token, or quite another."""
        if instead is not None:
            return dict(instead)
        if without is not None:
            return {name: value for name, value in genuine.items() if name != without}
        if how == "missing":
            del genuine["id_token"]
        elif how == "access token":
            genuine["id_token"] = genuine["access_token"]
        else:
            said = self.said(claims_in(genuine["id_token"]), claims)
            genuine["id_token"] = self.token(said, how=how, header=header)
        return genuine

    def said(self, genuine: dict[str, Any], claims: Mapping[str, Any] | None) -> dict[str, Any]:
        """Genuine claims with some changed, and those that are None taken away."""
        told = {**genuine, **(claims or {})}
        return {name: value for name, value in told.items() if value is not None}

    def token(
        self,
        claims: dict[str, Any],
        *,
        how: str = "signed",
        header: Mapping[str, Any] | None = None,
    ) -> str:
        """A token that says this, made in one of the ways of forgers."""
        head: dict[str, Any] = {"alg": "ES256", "kid": self.key.kid, "typ": "JWT", **(header or {})}
        if how == "none":
            return f"{encoded(head | {'alg': 'none'})}.{encoded(claims)}."
        if how == "symmetric":
            return self._with_the_public_key_as_secret(head | {"alg": "HS256"}, claims)
        signer = self.key
        if how == "foreign":
            signer = ECKey.generate_key("P-256")
        if how == "embedded":
            signer = ECKey.generate_key("P-256")
            head |= {"jwk": signer.as_dict(private=False)}
        if how == "embedded, own id":
            signer = ECKey.generate_key("P-256", auto_kid=True)
            head |= {"jwk": signer.as_dict(private=False), "kid": signer.kid}
        if how == "tampered":
            honest = jwt.encode(head, claims | {"sub": "somebody"}, signer)
            first, _, last = honest.split(".")
            return f"{first}.{encoded(claims)}.{last}"
        return jwt.encode(head, claims, signer, default_type=None)

    def _with_the_public_key_as_secret(self, head: dict[str, Any], claims: dict[str, Any]) -> str:
        signed = f"{encoded(head)}.{encoded(claims)}"
        secret = self.key.as_pem(private=False)
        return f"{signed}.{encoded(hmac.digest(secret, signed.encode(), hashlib.sha256))}"

    def logout_claims(self, **changes: Any) -> dict[str, Any]:
        """What a logout token says, with some of it changed or, where None, taken away."""
        now = int(time.time())
        said = {
            "iss": self.issuer,
            "aud": self.client_id,
            "iat": now,
            "exp": now + 120,
            "jti": str(time.monotonic_ns()),
            "events": {LOGOUT: {}},
        }
        return self.said(said, changes)
