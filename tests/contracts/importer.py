"""Import a file of people in a process of its own, and kill it by its own hand in a batch."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from governance.principals import Principal
from governance.service.house import House
from governance.service.importing import import_people
from governance.service.importing import run as importing
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from governance.vocabulary.people import Channel, SubjectId
from tests.contracts.entries import START
from tests.contracts.office import ISSUER

LINES = 1000
"""In one batch, so that a few thousand people are several."""


async def run(url: str, path: Path, desk: str, batches: int, *, inside: bool) -> None:
    """So many batches are entered; the next one is never committed."""
    done = 0

    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def clock() -> datetime:
        """Looked at inside the transaction of a batch."""
        if inside and done == batches:
            kill()
        return START

    def progress(step: str, lines: int) -> None:
        nonlocal done
        done += step == "enter"
        if not inside and done == batches:
            kill()

    importing.LINES_IN_BATCH = LINES
    database = Database(url)
    house = House(database, KeyFolder(path.parent / "keys", secret="x" * 16), path.parent, clock)
    by = Principal(subject=SubjectId(desk), channel=Channel.DESK, stepped_up=True)
    await import_people(house, path, issuer=ISSUER, by=by, progress=progress)


if __name__ == "__main__":
    asyncio.run(
        run(
            sys.argv[1],
            Path(sys.argv[2]),
            sys.argv[3],
            int(sys.argv[4]),
            inside=sys.argv[5] == "inside",
        )
    )
