"""How many lines of a file, named by its hash, have been imported."""

from __future__ import annotations

from governance.storage import driver
from governance.storage.driver import Session

KEEP = (
    "INSERT INTO imports (sha256, lines) VALUES ($1, $2) "
    "ON CONFLICT (sha256) DO UPDATE SET lines = excluded.lines"
)


async def lines_of(session: Session, sha256: str) -> int:
    """How far an import of that file came; 0 where it never began."""
    asked = "SELECT coalesce(max(lines), 0) FROM imports WHERE sha256 = $1"
    [(lines,)] = await driver.fetch(session, asked, sha256)
    return int(lines)


async def keep(session: Session, sha256: str, lines: int) -> None:
    """Remember how far it came, in the transaction of the batch."""
    await driver.run(session, KEEP, sha256, lines)
