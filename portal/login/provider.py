"""The identity provider: what it publishes, remembered for a while, and our client there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2
from authlib.integrations.httpx_client import AsyncOAuth2Client, OAuthError
from authlib.oauth2.rfc7523 import PrivateKeyJWT, private_key_jwt_sign
from joserfc.jwk import KeySet

from portal.login.keys import ClientKey, algorithm_of
from portal.login.tokens import UnknownKey, key_set

T = TypeVar("T")
WELL_KNOWN = "/.well-known/openid-configuration"
REMEMBERED = 3600.0
"""Seconds for which what was published is believed."""
ASKED_AGAIN = 30.0
"""Seconds between two looks for a key that is not known: forged tokens cause no flood."""
ASSERTION_LASTS = 60
TIMEOUT = httpx2.Timeout(10.0)


class ProviderUnavailable(Exception):
    """It does not answer, or not as the specification says."""


class ProviderDeclined(Exception):
    """It answered that it gives no tokens for this."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a provider publishes about itself (OpenID Connect Discovery 1.0, 3)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str | None
    names_itself: bool
    """Whether every answer carries ``iss`` (RFC 9207)."""


class _Assertion(PrivateKeyJWT):  # type: ignore[misc]  # Authlib is untyped
    """Who we are, signed for this provider alone, for a minute (RFC 7523; OAuth 2.1 2.4.1)."""

    def __init__(self, issuer: str, key: ClientKey, clock: Callable[[], float]) -> None:
        super().__init__(issuer, alg=algorithm_of(key))
        self.clock = clock

    def sign(self, auth: Any, token_endpoint: str) -> Any:
        """The assertion; its audience is the issuer, whichever endpoint is called."""
        key: ClientKey = auth.client_secret
        return private_key_jwt_sign(
            key,
            client_id=auth.client_id,
            token_endpoint=token_endpoint,
            alg=self.alg,
            header={"kid": key.kid} if key.kid else {},
            issued_at=int(self.clock()),
            expires_in=ASSERTION_LASTS,
        )


class OpenIDProvider:
    """One provider, and our client there. Close it when the portal stops."""

    def __init__(
        self, issuer: str, *, client_id: str, key: ClientKey, scope: str, clock: Callable[[], float]
    ) -> None:
        """Nothing is asked yet. ``clock`` counts seconds since 1970."""
        self.issuer, self.client_id = issuer, client_id
        self.client: Any = AsyncOAuth2Client(
            client_id,
            key,
            token_endpoint_auth_method=PrivateKeyJWT.name,
            code_challenge_method="S256",
            scope=scope,
            timeout=TIMEOUT,
            trust_env=not is_loopback(issuer),
        )
        self.client.register_client_auth_method(_Assertion(issuer, key, clock))
        self._published: tuple[float, Published] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._looked_again = -ASKED_AGAIN

    async def published(self) -> Published:
        """What it publishes about itself. Raises ProviderUnavailable."""
        if self._published is None or time.monotonic() - self._published[0] > REMEMBERED:
            told = await self._get(self.issuer.rstrip("/") + WELL_KNOWN)
            self._published = (time.monotonic(), read_published(told, self.issuer))
        return self._published[1]

    async def keys(self) -> KeySet:
        """The keys by which it signs. Raises ProviderUnavailable."""
        if self._keys is None or time.monotonic() - self._keys[0] > REMEMBERED:
            told = await self._get((await self.published()).jwks_uri)
            try:
                self._keys = (time.monotonic(), key_set(told))
            except ValueError:
                raise ProviderUnavailable from None
        return self._keys[1]

    async def checked(self, check: Callable[[KeySet], T]) -> T:
        """What ``check`` finds with its keys; asked anew where one of them is not known yet."""
        try:
            return check(await self.keys())
        except UnknownKey:
            if time.monotonic() - self._looked_again < ASKED_AGAIN:
                raise
            self._looked_again, self._keys = time.monotonic(), None
            return check(await self.keys())

    async def tokens(self, code: str, *, verifier: str, redirect_uri: str) -> Mapping[str, Any]:
        """The tokens for a code. Raises ProviderDeclined or ProviderUnavailable."""
        return await self._fetch(
            grant_type="authorization_code",
            code=code,
            code_verifier=verifier,
            redirect_uri=redirect_uri,
        )

    async def tokens_of_a_machine(self) -> Mapping[str, Any]:
        """The token for the client itself. Raises ProviderDeclined or ProviderUnavailable."""
        return await self._fetch(grant_type="client_credentials", scope=self.client.scope)

    async def _fetch(self, **asked: str) -> Mapping[str, Any]:
        try:
            endpoint = (await self.published()).token_endpoint
            return dict(await self.client.fetch_token(endpoint, **asked))
        except OAuthError:
            raise ProviderDeclined from None
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, TypeError):
            raise ProviderUnavailable from None

    async def _get(self, url: str) -> Any:
        try:
            answer = await self.client.request("GET", url, withhold_token=True)
            answer.raise_for_status()
            return answer.json()
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError):
            raise ProviderUnavailable from None

    async def close(self) -> None:
        """Give its connections back."""
        await self.client.aclose()


def read_published(told: Any, issuer: str) -> Published:
    """A discovery document. Raises ProviderUnavailable for one that is not of this issuer, or
    leads away from HTTPS, or knows no PKCE with S256.
    """
    if not isinstance(told, dict) or told.get("issuer") != issuer:
        raise ProviderUnavailable
    if "S256" not in (told.get("code_challenge_methods_supported") or ()):
        raise ProviderUnavailable
    leave = told.get("end_session_endpoint")
    return Published(
        authorization_endpoint=_safe(told.get("authorization_endpoint"), issuer),
        token_endpoint=_safe(told.get("token_endpoint"), issuer),
        jwks_uri=_safe(told.get("jwks_uri"), issuer),
        end_session_endpoint=None if leave is None else _safe(leave, issuer),
        names_itself=told.get("authorization_response_iss_parameter_supported") is True,
    )


def _safe(url: Any, issuer: str) -> str:
    """HTTPS, or HTTP where the issuer too is on this machine. Raises ProviderUnavailable."""
    here = is_loopback(issuer) and is_loopback(str(url))
    if isinstance(url, str) and url.startswith(("https://", "http://") if here else "https://"):
        return url
    raise ProviderUnavailable


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
