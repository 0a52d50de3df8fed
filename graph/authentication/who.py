"""From the ``Authorization`` header of a request to whoever asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from governance.lives.programme.partners import ProviderClient
from governance.principals import Principal
from governance.service.house import House
from governance.service.machines import partner_of
from governance.service.sign_in import Naming, known_person, naming_of
from governance.settings import PREFIX, Settings, UnusableSettings
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.token_scopes import TokenScope
from graph.authentication.askers import ANYBODY, Asker, Denied, Fault
from graph.authentication.keys import ProviderKeys
from graph.authentication.tokens import (
    LEEWAY,
    Claims,
    Expected,
    TokenRefused,
    claims_of,
    header_of,
)

BEARER = re.compile(r"bearer +([!-~]+)", re.IGNORECASE | re.ASCII)
"""A scheme has no case (RFC 9110, 11.1), and one token follows."""
BEGINS_SO = re.compile(r"bearer(?![!-~])", re.IGNORECASE | re.ASCII)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class StepUp:
    """When identity counts as confirmed anew: for a token as for a session of the portal."""

    lasts: timedelta
    acr: str = ""
    """What ``acr`` must say; empty: a fresh sign-in is enough."""

    def holds(self, claims: Claims, *, at: datetime) -> bool:
        """Whether she has shown who she is, strongly enough and not long ago."""
        then = claims.told.get("auth_time")
        if isinstance(then, bool) or not isinstance(then, int):
            return False
        since = at.timestamp() - then
        strong_enough = self.acr in ("", claims.told.get("acr"))
        return strong_enough and -LEEWAY.total_seconds() <= since < self.lasts.total_seconds()


@dataclass(frozen=True)
class Authentication:
    """Who asks, by the tokens of one provider."""

    house: House
    keys: ProviderKeys
    audience: str
    """What tokens for this API name as theirs: no others are believed."""
    naming: Naming
    step_up: StepUp

    async def who(self, authorization: Sequence[str]) -> Asker | Denied:
        """Whoever asks by a request with these ``Authorization`` headers; none at all is anybody.

        A denial tells no more than RFC 6750 asks; the log has the part at fault, and nothing of
        the token.
        """
        if not authorization:
            return ANYBODY
        if len(authorization) > 1:
            return _denied(Fault.INVALID_REQUEST, "headers")
        borne = BEARER.fullmatch(authorization[0])
        if borne is None:
            fault = BEGINS_SO.match(authorization[0]) and Fault.INVALID_REQUEST
            return _denied(fault or Fault.MISSING, "scheme")
        try:
            claims = await self._claims(borne[1])
            return await self._machine(claims) or await self._person(claims)
        except TokenRefused as refused:
            return _denied(Fault.INVALID_TOKEN, refused.code)

    async def close(self) -> None:
        """Give its connections back."""
        await self.keys.close()

    async def _claims(self, token: str) -> Claims:
        header = header_of(token)
        key = await self.keys.find(header.kid)
        if key is None:
            raise TokenRefused("kid")
        expected = Expected(self.keys.issuer, self.audience)
        return claims_of(token, header, key, expected, at=self.house.clock())

    async def _machine(self, claims: Claims) -> Asker | Denied | None:
        """A partner's own system; None where its client acts for a person.

        An ended partner's client acts for nobody either.
        """
        client = ProviderClient(self.keys.issuer, claims.client_id)
        partner = await partner_of(self.house, client)
        if partner is not None and not partner.active:
            raise TokenRefused("client_id")
        if claims.sub != claims.client_id:
            return None
        if partner is None:
            raise TokenRefused("client_id")
        scopes = claims.scopes & partner.scopes
        return self._asker(claims, partner.subject, scopes, Role.PARTNER)

    async def _person(self, claims: Claims) -> Asker | Denied:
        person = await known_person(self.house, self.keys.issuer, claims.told, self.naming)
        if person is None:
            raise TokenRefused("sub")
        return self._asker(claims, person, claims.scopes & frozenset(TokenScope))

    def _asker(
        self, claims: Claims, who: SubjectId, scopes: frozenset[Any], machine: Role | None = None
    ) -> Asker | Denied:
        if not scopes:
            return _denied(Fault.INSUFFICIENT_SCOPE, "scope")
        confirmed = machine is None and self.step_up.holds(claims, at=self.house.clock())
        principal = Principal(
            subject=who,
            channel=Channel.API,
            machine_role=machine,
            stepped_up=confirmed,
            scopes=scopes,
        )
        return Asker(principal, claims.client_id, scopes, claims.expires)


def authentication_of(settings: Settings, house: House) -> Authentication:
    """As the settings say. Raises UnusableSettings where they say too little."""
    if settings.oidc_issuer is None:
        raise UnusableSettings(((f"{PREFIX}OIDC_ISSUER", "is missing"),))
    return Authentication(
        house,
        ProviderKeys(settings.oidc_issuer),
        audience=settings.audience_of_the_api,
        naming=naming_of(settings),
        step_up=StepUp(timedelta(minutes=settings.step_up_minutes), settings.oidc_step_up_acr),
    )


def _denied(fault: Fault, part: str) -> Denied:
    log.info("token-refused", error=fault.value, part=part)
    return Denied(fault)
