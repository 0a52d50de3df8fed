"""How much somebody may ask in a while: a bucket of points that fills up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from governance.service.house import House
from governance.storage.web_state import digest, quotas

MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """So many points, that come back evenly within ``per``."""

    name: str
    points: int
    per: timedelta

    @property
    def unit(self) -> int:
        """Microseconds that one point takes to come back, at least one."""
        return max(self.per // MICROSECOND // self.points, 1)


@dataclass(frozen=True, slots=True)
class Spent:
    """What became of a wish to take some points."""

    allowed: bool
    left: int
    """Whole points that remain."""
    wait: timedelta
    """Until the points that were refused are there; zero where they were taken."""
    full_in: timedelta
    """Until the bucket is full again, if nobody takes more."""


async def take_quota(house: House, quota: Quota, who: str, *, cost: int = 1) -> bool:
    """Whether ``who`` had so many points left; they are taken. A refusal takes nothing."""
    return (await spend(house, quota, who, cost=cost)).allowed


async def spend(house: House, quota: Quota, who: str, *, cost: int) -> Spent:
    """Take ``cost`` points at once if they are all there, and say what is left.

    ``who`` is an address, a subject or a client; only its digest is kept. However many ask at
    once, in however many processes, no more is taken than the bucket held and what came back.
    """
    at, unit = house.clock(), quota.unit
    capacity = unit * quota.points
    async with house.database.beside() as session:
        key = digest(f"{quota.name} {who}")
        allowed, owed = await quotas.spend(session, key, cost=unit * cost, capacity=capacity, at=at)
    left = max(capacity - owed, 0) // unit
    wait = 0 if allowed else owed + unit * cost - capacity
    return Spent(allowed, left, wait * MICROSECOND, owed * MICROSECOND)
