"""A process that registers people one by one, each under a key of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from governance.lives.citizens.commands import RegisterCitizen
from governance.principals import Principal
from governance.refusals import Conflict
from governance.service.carry_out import Done, Once, carry_out
from governance.service.house import House
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from governance.vocabulary.people import Channel, SubjectId
from tests.builders import details
from tests.contracts.entries import START


def person(number: int) -> SubjectId:
    """The same in every process."""
    return SubjectId(f"{number:032x}")


def registering(number: int) -> RegisterCitizen:
    """The same command in every process."""
    return RegisterCitizen(citizen=person(number), details=details())


async def run(url: str, folder: Path, desk: str, first: int, last: int) -> None:
    """Register them; a conflict is tried again, as a caller would. Says how many were its own."""
    keys = KeyFolder(folder / f"keys-{os.getpid()}", secret="x" * 16)
    house = House(Database(url), keys, folder, lambda: START)
    by = Principal(subject=SubjectId(desk), channel=Channel.DESK)
    mine = 0
    for number in range(first, last):
        outcome = None
        while outcome is None or isinstance(outcome, Conflict):
            outcome = await carry_out(house, registering(number), by=by, once=Once(str(number)))
        assert isinstance(outcome, Done), outcome
        mine += not outcome.repeated
    await house.database.close()
    sys.stdout.write(str(mine))


if __name__ == "__main__":
    url, folder, desk, first, last = sys.argv[1:]
    asyncio.run(run(url, Path(folder), desk, int(first), int(last)))
