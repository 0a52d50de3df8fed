"""The demo's ledger as no ledger may become: without the triggers that keep it."""

from __future__ import annotations

from governance.storage import driver
from governance.storage.driver import Session
from tests.portal.world import World


async def drop_guards(session: Session) -> None:
    """Let rows of the ledger be changed."""
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in await driver.fetch(session, named):
        await driver.run(session, f"DROP TRIGGER {name}")


async def forget_checkpoints(world: World) -> None:
    """As if nobody had signed the ledger yet."""
    async with world.house.database.writing() as session:
        await drop_guards(session)
        await driver.run(session, "DELETE FROM ledger_checkpoints")
