"""Whose budget a request is paid from, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from starlette.requests import Request

from governance.principals import Principal
from governance.service import web_state
from governance.service.house import House
from governance.service.web_state import Quota, Spent
from governance.vocabulary.people import Role
from graph.authentication import Asker

PUBLIC_SHARE = 10
"""Whoever is not authenticated has a tenth of the budget, by the address she comes from."""
ADVANCE = 100
"""A process takes a hundredth of a bucket at once, where the bucket has it, and spends that."""
ADVANCE_LASTS = timedelta(seconds=2)
"""What it has not spent by then is lost to its client, and comes back as everything does."""
MOST_ADVANCES = 10_000
NOTHING = timedelta(0)


def is_public(principal: Principal) -> bool:
    """Nobody is signed in."""
    return principal.machine_role is Role.PUBLIC


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, from which bucket."""

    quota: Quota
    who: str


@dataclass(frozen=True, slots=True)
class Advance:
    """Points that were taken from a bucket, and are not spent yet."""

    points: int
    until: datetime
    left: int
    """What the bucket had then."""
    full_in: timedelta


@dataclass(slots=True)
class Budget:
    """A bucket of points for each client, in the database: the same for every process.

    Points are taken from it before they are spent, never after, so that all processes together
    give no more than it holds. Taking some in advance saves a transaction for each request.
    """

    house: House
    points: int
    per_second: int
    _advances: dict[Payer, Advance] = field(default_factory=dict)

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
        per = timedelta(seconds=self.points / self.per_second)
        return Quota(name, self.points // share, per)

    async def pay(self, payer: Payer, points: int) -> Spent:
        """Take the points if they are all there."""
        at = self.house.clock()
        advance = self._advances.pop(payer, None)
        if advance is None or advance.until <= at:
            advance = Advance(0, at, 0, NOTHING)
        if advance.points >= points:
            return self._keep(payer, replace(advance, points=advance.points - points))
        lacking, more = points - advance.points, payer.quota.points // ADVANCE
        spent = None
        if more > lacking:
            spent = await self._take(payer, more)
        if spent is None or not spent.allowed:
            more, spent = lacking, await self._take(payer, lacking)
        if not spent.allowed:
            self._keep(payer, advance)
            return replace(spent, left=spent.left + advance.points)
        until = at + ADVANCE_LASTS
        return self._keep(payer, Advance(more - lacking, until, spent.left, spent.full_in))

    async def _take(self, payer: Payer, points: int) -> Spent:
        return await web_state.spend(self.house, payer.quota, payer.who, cost=points)

    def _keep(self, payer: Payer, advance: Advance) -> Spent:
        """Beside what another request of this client has brought meanwhile."""
        if other := self._advances.get(payer):
            advance = replace(advance, points=advance.points + other.points)
        if advance.points:
            if len(self._advances) >= MOST_ADVANCES:
                self._advances.clear()
            self._advances[payer] = advance
        return Spent(True, advance.left + advance.points, NOTHING, advance.full_in)
