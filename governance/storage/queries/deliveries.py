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
    counted = f"SELECT count(DISTINCT d.release) {HOLDING}"
    [(total,)] = await driver.fetch(session, counted, *asked)
    order = "2" if oldest_first else "2 DESC"
    found = f"SELECT d.release, max(d.position) {HOLDING} GROUP BY d.release ORDER BY {order}"
    rows = await driver.fetch(session, f"{found} LIMIT $3 OFFSET $4", *asked, limit, offset)
    return [release for release, _ in rows], int(total)


async def anybody_touched(session: Session, after: int, until: int) -> bool:
    """Whether any citizen's own streams grew after one position and until another."""
    return bool(await driver.fetch(session, TOUCHED, after, until))
