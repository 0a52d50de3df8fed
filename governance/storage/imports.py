"""How many lines of a file, named by its hash, have been imported."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.people import insert_ignoring, table_of
from governance.storage.tables.service import ImportRow

TABLE = table_of(ImportRow)


async def lines_of(session: AsyncSession, sha256: str) -> int:
    """How far an import of that file came; 0 where it never began."""
    statement = select(TABLE.c.lines).where(TABLE.c.sha256 == sha256)
    return int((await session.execute(statement)).scalar() or 0)


async def keep(session: AsyncSession, sha256: str, lines: int) -> None:
    """Remember how far it came, in the transaction of the batch."""
    await insert_ignoring(session, ImportRow, [{"sha256": sha256, "lines": 0}])
    await session.execute(update(TABLE).where(TABLE.c.sha256 == sha256).values(lines=lines))
