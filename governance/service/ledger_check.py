"""The ledger as a whole: its size, and whether it is what was signed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from governance.merkle import TILE
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.anchoring import held_outside, known_keys
from governance.service.ask import ask
from governance.service.house import House
from governance.storage import checkpoints, ledger, verification
from governance.storage.verification import Finding, Verification, Verified
from governance.views.ledger import LedgerSummary

__all__ = [
    "Finding",
    "Progress",
    "Verified",
    "check_ledger",
    "export_ledger",
    "ledger_size",
    "watch_check",
]
STEP = 8 * TILE
"""Entries between two looks at others' work: some hundredths of a second."""


async def ledger_size(house: House) -> int:
    """How many entries there are."""
    async with house.database.reading() as session:
        return (await ledger.head(session)).position


async def check_ledger(house: House) -> Verified:
    """Hash every entry anew, and compare with tiles, head and every checkpoint, kept here or
    outside. Raises UnusableSettings where those outside cannot be read."""
    outside = await held_outside(house)
    async with house.database.reading() as session:
        return await verification.verify(session, keys=known_keys(house), outside=outside)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check has come; ``of`` grows with the ledger."""

    of: int
    so_far: Verified
    done: bool
    """Whether this is the last that is heard of it."""


async def watch_check(house: House, *, by: Principal) -> AsyncIterator[Progress] | Refusal:
    """The same a step at a time, for whoever reads the ledger; between steps nothing is held.

    Whoever iterates may stop at any time. The read is logged. Refused with ``not-found``.
    """
    asked = await ask(house, LedgerSummary(), by=by)
    return asked if isinstance(asked, Refusal) else _steps(house)


async def _steps(house: House) -> AsyncIterator[Progress]:
    outside = await held_outside(house)
    async with house.database.reading() as session:
        check = await Verification.begin(session, keys=known_keys(house), outside=outside)
    done = False
    while not done:
        async with house.database.reading() as session:
            done = await check.advance(session, batch=STEP)
        yield Progress(check.head, check.found, done)
        await asyncio.sleep(0)  # hashing is work: let others have their turn


async def export_ledger(house: House, path: Path) -> None:
    """Write every entry as a line of JSON, for the standalone verifier."""
    with path.open("wb") as file:
        async with house.database.reading() as session:
            async for line in checkpoints.export(session):
                file.write(line)
