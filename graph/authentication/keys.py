"""The keys by which the provider signs: fetched, remembered, fetched anew when they rotate."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx2
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

from graph.authentication.tokens import Key

WELL_KNOWN = "/.well-known/openid-configuration"
REMEMBERED = 300.0
"""Seconds after which the provider is asked again: so long a key that it took back still counts."""
ASKED_AGAIN = 30.0
"""Seconds between two questions for a key that is not known: forged tokens cause no flood."""
BELIEVED = 24 * 3600.0
"""Seconds for which known keys count while the provider does not answer."""
TIMEOUT = httpx2.Timeout(3.0)

log = structlog.get_logger()


class ProviderUnavailable(Exception):
    """It does not answer, or not as the specification says."""


class ProviderKeys:
    """The keys of one provider. Close it when the API stops."""

    def __init__(self, issuer: str, *, elapsed: Callable[[], float] = time.monotonic) -> None:
        """Nothing is asked yet. ``elapsed`` counts seconds from any begin."""
        self.issuer = issuer
        self._http = httpx2.AsyncClient(timeout=TIMEOUT, trust_env=issuer.startswith("https://"))
        self._elapsed = elapsed
        self._keys: Mapping[str, Key] = {}
        self._fetched: float | None = None
        self._asked: float | None = None
        self._asking = asyncio.Lock()

    async def find(self, kid: str) -> Key | None:
        """The key of this id; None where the provider has published none, as far as we know.

        A provider that does not answer is asked again after a while; what it published counts on.
        """
        if not self._is_known(kid):
            await self._ask(kid)
        return None if self._is_older(self._fetched, BELIEVED) else self._keys.get(kid)

    def _is_known(self, kid: str) -> bool:
        return kid in self._keys and not self._is_older(self._fetched, REMEMBERED)

    async def _ask(self, kid: str) -> None:
        """Once for all who wait; who comes with a key that was known does not wait."""
        if self._asking.locked() and kid in self._keys:
            return
        async with self._asking:
            if self._is_known(kid) or not self._is_older(self._asked, ASKED_AGAIN):
                return
            first = self._fetched is None
            try:
                self._keys = await self._published()
                self._fetched = self._elapsed()
            except ProviderUnavailable:
                first = False
                log.warning("identity-provider-unavailable")
            if not first:
                self._asked = self._elapsed()

    def _is_older(self, then: float | None, seconds: float) -> bool:
        return then is None or self._elapsed() - then > seconds

    async def _published(self) -> Mapping[str, Key]:
        told = await self._get(self.issuer.rstrip("/") + WELL_KNOWN)
        if not isinstance(told, Mapping) or told.get("issuer") != self.issuer:
            raise ProviderUnavailable
        return keys_in(await self._get(self._safe(told.get("jwks_uri"))))

    def _safe(self, url: Any) -> str:
        """HTTPS, or HTTP where the issuer itself is so. Raises ProviderUnavailable."""
        plain = self.issuer.startswith("http://")
        if isinstance(url, str) and url.startswith(
            ("https://", "http://") if plain else "https://"
        ):
            return url
        raise ProviderUnavailable

    async def _get(self, url: str) -> Any:
        try:
            answer = await self._http.get(url, headers={"Accept": "application/json"})
            answer.raise_for_status()
            return answer.json()
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, RecursionError):
            raise ProviderUnavailable from None

    async def close(self) -> None:
        """Give its connections back."""
        await self._http.aclose()


def keys_in(published: Any) -> Mapping[str, Key]:
    """The keys of a set that may sign, by their ids. Raises ProviderUnavailable for no set."""
    found = published.get("keys") if isinstance(published, Mapping) else None
    if not isinstance(found, list):
        raise ProviderUnavailable
    keys: dict[str, Key] = {}
    for one in found:
        if not isinstance(one, Mapping) or one.get("use", "sig") != "sig":
            continue
        try:
            key = JWKRegistry.import_key(dict(one))
        except (JoseError, ValueError, TypeError):
            continue
        if isinstance(key, ECKey | RSAKey) and isinstance(one.get("kid"), str):
            keys[one["kid"]] = key
    return keys
