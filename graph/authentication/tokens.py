"""Access tokens, checked: type, key, signature, issuer, audience, time, claims. Pure.

Sources: RFC 9068, 4; RFC 8725; OWASP ASVS 5.0, 9.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey
from joserfc.jws import JWSRegistry

ALGORITHMS = ("ES256", "ES384", "PS256", "RS256")
"""Fixed here, never taken from a token or from the provider: nothing symmetric, never ``none``."""
HEADERS = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
"""A token that brings a key, the address of one, or a demand of its own (``crit``) is refused."""
TYPES = frozenset({"at+jwt", "application/at+jwt"})
LEEWAY = timedelta(seconds=30)
LONGEST_TOKEN = 8192
JWT = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
TEXT = re.compile(r"[ -~]{1,255}")
SCOPE = re.compile(r"[!#-\[\]-~]+( [!#-\[\]-~]+)*")
"""Source: RFC 6749, A.4."""
LATEST = datetime(9999, 1, 1, tzinfo=UTC).timestamp()

Key = ECKey | RSAKey


class TokenRefused(Exception):
    """A token is not what it should be. ``code`` says in which way; it holds nothing of it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Expected:
    """Who issues tokens, and for whom: both as the provider writes them."""

    issuer: str
    audience: str


@dataclass(frozen=True, slots=True)
class Header:
    """What a token says of itself, unverified."""

    alg: str
    kid: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says."""

    sub: str
    client_id: str
    scopes: frozenset[str]
    expires: datetime
    told: Mapping[str, Any]
    """All of it."""


def header_of(token: str) -> Header:
    """How a token says it is signed. Raises TokenRefused for what we never verify."""
    if len(token) > LONGEST_TOKEN:
        raise TokenRefused("size")
    if not JWT.fullmatch(token):
        raise TokenRefused("form")
    told = _decoded(token.partition(".")[0])
    if not told.keys() <= HEADERS:
        raise TokenRefused("header")
    if told.get("alg") not in ALGORITHMS:
        raise TokenRefused("alg")
    if str(told.get("typ")).lower() not in TYPES:
        raise TokenRefused("typ")
    if not isinstance(told.get("kid"), str):
        raise TokenRefused("kid")
    return Header(told["alg"], told["kid"])


def claims_of(token: str, header: Header, key: Key, expected: Expected, *, at: datetime) -> Claims:
    """What a token says, once its signature is that of the key. Raises TokenRefused."""
    if key.get("alg", header.alg) != header.alg:
        raise TokenRefused("alg")
    try:
        told = jwt.decode(token, key, registry=JWSRegistry(algorithms=[header.alg])).claims
    except (JoseError, ValueError, TypeError, UnicodeError, KeyError):
        raise TokenRefused("signature") from None
    if told.get("iss") != expected.issuer:
        raise TokenRefused("iss")
    if not _is_for(told.get("aud"), expected.audience):
        raise TokenRefused("aud")
    expires = in_time(told, at)
    if "cnf" in told:  # bound to a key that nobody proves to hold here (RFC 9449, 7.2)
        raise TokenRefused("cnf")
    _text(told, "jti")
    sub, client_id = _text(told, "sub"), _text(told, "client_id")
    if told.get("azp", client_id) != client_id:
        raise TokenRefused("azp")
    return Claims(sub, client_id, _scopes(told.get("scope", "")), expires, told)


def _decoded(part: str) -> dict[str, Any]:
    try:
        told = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        raise TokenRefused("form") from None
    if not isinstance(told, dict):
        raise TokenRefused("form")
    return told


def _is_for(audience: Any, expected: str) -> bool:
    return audience == expected or isinstance(audience, list) and expected in audience


def in_time(told: Mapping[str, Any], at: datetime) -> datetime:
    """When a token that says this ends. Raises TokenRefused before its time and after it."""
    now, leeway = at.timestamp(), LEEWAY.total_seconds()
    ends, issued = _time(told, "exp"), _time(told, "iat")
    if ends <= now - leeway:
        raise TokenRefused("exp")
    if issued > now + leeway:
        raise TokenRefused("iat")
    if "nbf" in told and _time(told, "nbf") > now + leeway:
        raise TokenRefused("nbf")
    return datetime.fromtimestamp(ends, UTC)


def _time(told: Mapping[str, Any], name: str) -> float:
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < LATEST:
        raise TokenRefused(name)
    return value


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not TEXT.fullmatch(value):
        raise TokenRefused(name)
    return value


def _scopes(told: Any) -> frozenset[str]:
    if not isinstance(told, str) or told and not SCOPE.fullmatch(told):
        raise TokenRefused("scope")
    return frozenset(told.split())
