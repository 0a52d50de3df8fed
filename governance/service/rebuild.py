"""Read models made anew from the ledger, and compared with those that were kept."""

from __future__ import annotations

from governance.service.house import House
from governance.storage import ledger
from governance.storage.driver import Session
from governance.storage.projections import clear, contents, project

ENTRIES_AT_ONCE = 5000


async def rebuild_read_models(house: House) -> bool:
    """Whether the new read models equal those kept; the new ones stay. One transaction."""
    async with house.database.writing() as session:
        before = await contents(session)
        await clear(session)
        await _project_everything(session)
        return await contents(session) == before


async def _project_everything(session: Session) -> None:
    position = 1
    while entries := await ledger.read_from(session, position, limit=ENTRIES_AT_ONCE):
        await project(session, entries)
        position = entries[-1].position + 1
