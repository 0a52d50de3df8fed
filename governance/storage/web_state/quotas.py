"""Buckets of points, in one statement each, and how far somebody has read her notices."""

from __future__ import annotations

from datetime import datetime

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.instants import microseconds

TAKE = """
INSERT INTO quotas (key, spent_until) VALUES ($1, CAST($2 AS BIGINT) + $3)
ON CONFLICT (key) DO UPDATE SET spent_until = $3 +
  CASE WHEN quotas.spent_until > $2 THEN quotas.spent_until ELSE $2 END
WHERE $3 + CASE WHEN quotas.spent_until > $2 THEN quotas.spent_until ELSE $2 END <= $2 + $4
RETURNING spent_until
"""


async def spend(
    session: Session, key: str, *, cost: int, capacity: int, at: datetime
) -> tuple[bool, int]:
    """Whether so much was left, and how much is owed now; a refusal takes nothing.

    A bucket is measured in microseconds of refilling: ``cost`` is how long what is taken needs to
    come back, ``capacity`` how long a whole bucket needs. So its state is one instant, that at
    which it is full again, and one UPDATE both judges and takes (generic cell rate algorithm).
    """
    now = microseconds(at)
    if cost <= capacity:
        taken = await driver.fetch(session, TAKE, key, now, cost, capacity)
        if taken:
            return True, int(taken[0][0]) - now
    kept = await driver.fetch(session, "SELECT spent_until FROM quotas WHERE key = $1", key)
    return False, max(int(kept[0][0]) - now, 0) if kept else 0


async def notices_seen(session: Session, subject: str) -> int:
    """The position up to which she has read; 0 at first."""
    read = "SELECT position FROM notices_seen WHERE subject = $1"
    rows = await driver.fetch(session, read, subject)
    return int(rows[0][0]) if rows else 0


async def see_notices(session: Session, subject: str, position: int) -> None:
    """She has read up to here; never backwards."""
    await driver.run(
        session,
        "INSERT INTO notices_seen (subject, position) VALUES ($1, $2) ON CONFLICT (subject) "
        "DO UPDATE SET position = excluded.position "
        "WHERE excluded.position > notices_seen.position",
        subject,
        position,
    )
