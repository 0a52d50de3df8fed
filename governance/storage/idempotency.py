"""Keys by which a caller repeats a command without doing it twice."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage import ledger
from governance.storage.ledger import Recorded
from governance.storage.people import insert_all, table_of
from governance.storage.tables.service import IdempotencyRow

TABLE = table_of(IdempotencyRow)


async def find(session: AsyncSession, subject: str, key: str) -> list[Recorded] | None:
    """What the first use of this key led to; None where it is new."""
    statement = select(TABLE.c.positions).where(TABLE.c.subject == subject, TABLE.c.key == key)
    positions = (await session.execute(statement)).scalar()
    if positions is None:
        return None
    return await ledger.read_at(session, [int(p) for p in positions.split()])


async def keep(session: AsyncSession, subject: str, key: str, recorded: Sequence[Recorded]) -> None:
    """Remember what this use led to, in the same transaction."""
    positions = " ".join(str(entry.position) for entry in recorded)
    row = {"subject": subject, "key": key, "positions": positions}
    await insert_all(session, IdempotencyRow, [row])
