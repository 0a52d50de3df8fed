"""One process of several that send the same writes: ``repeating.py URL FOLDER DESK KEYS TIMES``.

It waits for a line before it begins, so that all begin at once; it says of each key at which
positions the writes under it ended, and which of them were the first.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from governance.principals import Principal
from governance.service.house import House
from governance.storage.database import Database
from governance.storage.keys import KeyFolder
from governance.vocabulary.people import Channel, SubjectId
from graph.context import Context
from graph.schema import SCHEMA
from tests.contracts.entries import START

KEYS_AT_ONCE = 4
"""Each is sent several times at the same moment, so that every key is fought over."""
REGISTER = """mutation ($input: RegisterCitizenInput!) { registerCitizen(input: $input) {
    __typename ... on CitizenChanged { position repeated entries { code } } } }"""
DETAILS = {
    "givenName": "Ane",
    "birthDate": "1980-02-29",
    "sex": "FEMALE",
    "municipality": "Baztan",
    "language": "BASQUE",
}
"""Without identifiers: nothing but the key says that two of them are the same."""


async def send(context: Context, number: int) -> dict[str, Any]:
    """One write, the same for the same number; a conflict is sent again, as a caller would."""
    details = {**DETAILS, "familyName": f"Erro {number}"}
    sent = {"details": details, "idempotencyKey": f"key-{number}"}
    while True:
        result = await SCHEMA.execute(
            REGISTER, variable_values={"input": sent}, context_value=context
        )
        await context.end()
        assert result.data is not None, result.errors
        told: dict[str, Any] = result.data["registerCitizen"]
        if told["__typename"] != "Conflict":
            return {"number": number, **told}


def rounds(keys: int, times: int) -> Iterator[list[int]]:
    """What is sent at once, the same in every process."""
    for start in range(0, keys, KEYS_AT_ONCE):
        yield [*range(start, min(keys, start + KEYS_AT_ONCE))] * times


async def run(url: str, folder: Path, desk: str, keys: int, times: int) -> None:
    """Send them, and say what came of each."""
    kept = KeyFolder(folder / f"keys-{os.getpid()}", secret="x" * 16)
    house = House(Database(url), kept, folder, lambda: START)
    by = Principal(subject=SubjectId(desk), channel=Channel.API)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    told: list[dict[str, Any]] = []
    for some in rounds(keys, times):
        told += await asyncio.gather(*(send(Context(house, by, "desk"), one) for one in some))
    await house.database.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    url, folder, desk, keys, times = sys.argv[1:]
    asyncio.run(run(url, Path(folder), desk, int(keys), int(times)))
