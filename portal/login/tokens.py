"""Tokens of an identity provider, checked: signature, type, issuer, audience, time. Pure.

Sources: OpenID Connect Core 1.0, 3.1.3.7; OpenID Connect Back-Channel Logout 1.0, 2.6; RFC 8725.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from authlib.oauth2.claims import JWTClaims
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import ECKey, JWKRegistry, KeySet, RSAKey
from joserfc.jws import JWSRegistry

ALGORITHMS = ("ES256", "ES384", "PS256", "RS256")
"""Fixed here, never taken from a token or from the provider: nothing symmetric, never ``none``."""
HEADERS = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
"""A token that brings a key or the address of one is refused, whoever signed it (RFC 8725 3.10)."""
LEEWAY = timedelta(seconds=30)
LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
LOGOUT_LASTS = timedelta(minutes=10)
"""The longest that a logout token may be in force: so long its ``jti`` is remembered."""


class TokenRefused(Exception):
    """A token is not what it should be. ``code`` says in which way; it holds nothing of it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownKey(TokenRefused):
    """It names a key that the provider has not published, as far as we know."""

    def __init__(self) -> None:
        super().__init__("kid")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who issues tokens, and for whom."""

    issuer: str
    client_id: str


def key_set(published: Any) -> KeySet:
    """The keys of a provider that may sign. Raises ValueError where there are none."""
    found = published.get("keys") if isinstance(published, Mapping) else None
    keys: list[Any] = []
    for one in found if isinstance(found, list) else ():
        if not isinstance(one, Mapping) or one.get("use", "sig") != "sig" or "kid" not in one:
            continue
        try:
            key = JWKRegistry.import_key(dict(one))
        except (JoseError, ValueError, TypeError):
            continue
        if isinstance(key, ECKey | RSAKey):
            keys.append(key)
    if not keys:
        raise ValueError("no keys that could sign")
    return KeySet(keys)


def opened(token: Any, keys: KeySet, *, types: frozenset[str]) -> tuple[dict[str, Any], Any]:
    """The header and the claims of a token that one of these keys signed. Raises TokenRefused."""
    if not isinstance(token, str):
        raise TokenRefused("missing")
    try:
        read = jwt.decode(token, keys, registry=JWSRegistry(algorithms=ALGORITHMS))
    except InvalidKeyIdError:
        raise UnknownKey from None
    except (JoseError, ValueError, TypeError, UnicodeError, KeyError):
        raise TokenRefused("signature") from None
    header = dict(read.header)
    if not header.keys() <= HEADERS or not isinstance(header.get("kid"), str):
        raise TokenRefused("header")
    if header.get("typ", "JWT") not in types:
        raise TokenRefused("type")
    return header, read.claims


def id_claims(
    answer: Mapping[str, Any], keys: KeySet, parties: Parties, *, nonce: str, at: datetime
) -> dict[str, Any]:
    """What the id token of an answer says of somebody. Raises TokenRefused."""
    header, claims = opened(answer.get("id_token"), keys, types=frozenset({"JWT"}))
    params = {"nonce": nonce, "client_id": parties.client_id}
    if isinstance(answer.get("access_token"), str):
        params["access_token"] = answer["access_token"]
    checked = CodeIDToken(claims, header, _expected(parties), params)
    _validate(checked, at)
    if not isinstance(checked.get("sub"), str) or not checked["sub"]:
        raise TokenRefused("sub")
    return dict(checked)


def logout_claims(token: str, keys: KeySet, parties: Parties, *, at: datetime) -> dict[str, Any]:
    """Whom a logout token signs out: ``sid``, ``sub`` or both. Raises TokenRefused."""
    types = frozenset({"JWT", "logout+jwt"})
    header, claims = opened(token, keys, types=types)
    essential = {name: {"essential": True} for name in ("iat", "exp", "jti", "events")}
    checked = JWTClaims(claims, header, {**_expected(parties), **essential})
    _validate(checked, at)
    events = checked["events"]
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT), dict):
        raise TokenRefused("events")
    if "nonce" in checked:
        raise TokenRefused("nonce")
    if not any(isinstance(checked.get(name), str) for name in ("sid", "sub")):
        raise TokenRefused("sid")
    if at.timestamp() + LOGOUT_LASTS.total_seconds() < checked["exp"]:
        raise TokenRefused("exp")
    return dict(checked)


def _expected(parties: Parties) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": parties.issuer},
        "aud": {"essential": True, "value": parties.client_id},
    }


def _validate(claims: Any, at: datetime) -> None:
    try:
        claims.validate(now=int(at.timestamp()), leeway=int(LEEWAY.total_seconds()))
    except JoseError as refused:
        raise TokenRefused(getattr(refused, "claim", None) or refused.error) from None
    except (TypeError, ValueError):
        raise TokenRefused("claims") from None
