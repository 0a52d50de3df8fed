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


async def take_quota(house: House, quota: Quota, who: str, *, cost: int = 1) -> bool:
    """Whether ``who`` had so many points left; they are taken. A refusal takes nothing.

    ``who`` is an address, a subject or a client; only its digest is kept.
    """
    capacity = quota.per // MICROSECOND
    async with house.database.beside() as session:
        return await quotas.take(
            session,
            digest(f"{quota.name} {who}"),
            cost=capacity * cost // quota.points,
            capacity=capacity,
            at=house.clock(),
        )
