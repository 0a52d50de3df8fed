"""Whose budget a request is paid from, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request

from governance.principals import Principal
from governance.service import web_state
from governance.service.house import House
from governance.service.web_state import Quota, Spent
from governance.vocabulary.people import Role
from graph.authentication import Asker

PUBLIC_SHARE = 10
"""Whoever is not authenticated has a tenth of the budget, by the address she comes from."""


def is_public(principal: Principal) -> bool:
    """Nobody is signed in."""
    return principal.machine_role is Role.PUBLIC


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, from which bucket."""

    quota: Quota
    who: str


@dataclass(frozen=True, slots=True)
class Budget:
    """A bucket of points for each client, in the database: the same for every process."""

    house: House
    points: int
    per_second: int

    def payer(self, asker: Asker, request: Request) -> Payer:
        """A machine is its client; a person has a bucket of her own in each client."""
        if is_public(asker.principal):
            address = request.client.host if request.client else "unknown"
            return Payer(self._quota("api-public", PUBLIC_SHARE), address)
        who = asker.client_id
        if asker.principal.machine_role is None:
            who += f" {asker.principal.subject}"
        return Payer(self._quota("api", 1), who)

    def _quota(self, name: str, share: int) -> Quota:
        points = self.points // share
        per = timedelta(seconds=self.points / self.per_second)
        return Quota(name, points, per)

    async def pay(self, payer: Payer, points: int) -> Spent:
        """Take the points if they are all there."""
        return await web_state.spend(self.house, payer.quota, payer.who, cost=points)
