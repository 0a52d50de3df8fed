"""Which delivered releases hold somebody; and whether anybody changed anything meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from governance.storage import driver
from governance.storage.driver import Session

HOLDING = (
    "FROM {texts} CROSS JOIN citizens c JOIN identifiers i ON i.citizen = c.id "
    "JOIN source_people p ON p.identifier = i.identifier JOIN source_files f ON f.id = p.source "
    "JOIN deliveries d ON d.sha256 = f.sha256 AND d.issuer = i.issuer "
    "WHERE c.subject = wanted.value AND d.position <= $2"
)
TOUCHED = (
    "SELECT 1 FROM ledger_entries WHERE position > $1 AND position <= $2 "
    "AND (stream LIKE 'consents/%' OR stream LIKE 'citizens/%') LIMIT 1"
)


async def holding(
    session: Session,
    subjects: Iterable[str],
    position: int,
    *,
    limit: int,
    offset: int = 0,
    oldest_first: bool = False,
) -> tuple[list[str], int]:
    """Releases delivered until a position whose sources name one of these, the newest first, or
    the oldest; and how many there are altogether.
    """
    asked = (list(subjects), position)
    order = "2" if oldest_first else "2 DESC"
    found = (
        f"SELECT d.release, max(d.position), count(*) OVER () {HOLDING} "
        f"GROUP BY d.release ORDER BY {order} LIMIT $3 OFFSET $4"
    )
    rows = await driver.fetch(session, found, *asked, limit, offset)
    if rows or not offset:
        return [release for release, *_ in rows], int(rows[0][2]) if rows else 0
    counted = f"SELECT count(DISTINCT d.release) {HOLDING}"  # behind the end no row says how many
    [(total,)] = await driver.fetch(session, counted, *asked)
    return [], int(total)


async def anybody_touched(session: Session, after: int, until: int) -> bool:
    """Whether any citizen's own streams grew after one position and until another."""
    return bool(await driver.fetch(session, TOUCHED, after, until))
