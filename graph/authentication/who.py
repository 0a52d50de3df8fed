"""From the ``Authorization`` header of a request to whoever asks."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from governance.lives.programme.partners import ProviderClient
from governance.principals import Principal
from governance.service.house import House
from governance.service.machines import partner_of
from governance.service.sign_in import Naming, known_person, naming_of
from governance.settings import PREFIX, Settings, UnusableSettings
from governance.vocabulary.people import Channel, Role
from governance.vocabulary.token_scopes import TokenScope
from graph.authentication.askers import ANYBODY, Asker, Denied, Fault
from graph.authentication.keys import ProviderKeys
from graph.authentication.memory import Memory, Recognised
from graph.authentication.step_up import StepUp
from graph.authentication.tokens import (
    Claims,
    Expected,
    TokenRefused,
    claims_of,
    header_of,
    in_time,
)

BEARER = re.compile(r"bearer +([!-~]+)", re.IGNORECASE | re.ASCII)
"""A scheme has no case (RFC 9110, 11.1), and one token follows."""
BEGINS_SO = re.compile(r"bearer(?![!-~])", re.IGNORECASE | re.ASCII)
OF_PEOPLE = frozenset({"acr", "amr", "auth_time"})
"""Claims about how a person showed who she is (RFC 9068, 2.2.1)."""

log = structlog.get_logger()


class Authentication:
    """Who asks, by the tokens of one provider."""

    def __init__(
        self,
        house: House,
        keys: ProviderKeys,
        *,
        audience: str,
        naming: Naming,
        step_up: StepUp,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        """``audience`` is what tokens for this API name as theirs: no others are believed."""
        self.house, self.keys, self.naming, self.step_up = house, keys, naming, step_up
        self.expected = Expected(keys.issuer, audience)
        self._memory = Memory(elapsed)

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
            return self._asker(await self._recognised(borne[1]))
        except TokenRefused as refused:
            return _denied(Fault.INVALID_TOKEN, refused.code)

    async def close(self) -> None:
        """Give its connections back."""
        await self.keys.close()

    async def _recognised(self, token: str) -> Recognised:
        known = self._memory.of(token)
        if known is not None:
            in_time(known.claims.told, self.house.clock())
            return known
        claims = await self._claims(token)
        found = await self._machine(claims) or await self._person(claims)
        self._memory.keep(token, found)
        return found

    async def _claims(self, token: str) -> Claims:
        header = header_of(token)
        key = await self.keys.find(header.kid)
        if key is None:
            raise TokenRefused("kid")
        return claims_of(token, header, key, self.expected, at=self.house.clock())

    async def _machine(self, claims: Claims) -> Recognised | None:
        """A partner's own system; None where its client acts for a person.

        An ended partner's client acts for nobody either. Whoever has shown who she is is no
        machine, even if she is called as one (RFC 9068, 5).
        """
        client = ProviderClient(self.keys.issuer, claims.client_id)
        partner = await partner_of(self.house, client)
        if partner is not None and not partner.active:
            raise TokenRefused("client_id")
        if claims.sub != claims.client_id:
            return None
        if partner is None:
            raise TokenRefused("client_id")
        if not OF_PEOPLE.isdisjoint(claims.told):
            raise TokenRefused("sub")
        return Recognised(claims, partner.subject, claims.scopes & partner.scopes, Role.PARTNER)

    async def _person(self, claims: Claims) -> Recognised:
        person = await known_person(self.house, self.keys.issuer, claims.told, self.naming)
        if person is None:
            raise TokenRefused("sub")
        return Recognised(claims, person, claims.scopes & frozenset(TokenScope))

    def _asker(self, one: Recognised) -> Asker | Denied:
        if not one.scopes:
            return _denied(Fault.INSUFFICIENT_SCOPE, "scope")
        person = one.machine_role is None
        principal = Principal(
            subject=one.subject,
            channel=Channel.API,
            machine_role=one.machine_role,
            stepped_up=person and self.step_up.holds(one.claims, at=self.house.clock()),
            scopes=one.scopes,
        )
        step_up = self.step_up if person else None
        return Asker(principal, one.claims.client_id, one.scopes, one.claims.expires, step_up)


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
