"""Writes that race under the same keys, from several processes: each key has one effect."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from governance.lives.citizens import NAME
from governance.service.house import open_house
from governance.service.ledger_check import ledger_size
from governance.storage import ledger
from governance.storage.verification import verify
from tests.conftest import CHECKOUT
from tests.contracts.entries import START
from tests.contracts.office import Office, open_office


@pytest.mark.parametrize(
    ("processes", "keys", "writes"),
    [(2, 12, 120), pytest.param(4, 100, 2_000, marks=pytest.mark.bars)],
)
async def test_writes_that_race_under_a_key_have_one_effect(
    database_url: str, tmp_path: Path, processes: int, keys: int, writes: int
) -> None:
    house = open_house(
        database_url, keys=tmp_path / "keys", secret="x" * 16, data=tmp_path, clock=lambda: START
    )
    office = await open_office(house, tmp_path)
    before = await ledger_size(house)

    told = await raced(office, processes, keys, writes // keys // processes)

    assert len(told) == writes
    positions = defaultdict(set)
    for one in told:
        assert one["entries"] == [{"code": "citizen.registered.v1"}], one
        positions[one["number"]].add(one["position"])
    assert sum(not one["repeated"] for one in told) == keys
    assert all(len(found) == 1 for found in positions.values())
    assert set.union(*positions.values()) == set(range(before + 1, before + keys + 1))
    assert await ledger_size(house) == before + keys
    async with house.database.reading() as session:
        assert len(set(await ledger.stream_ids(session, NAME))) == keys
        assert (await verify(session, keys={})).findings == ()
    await house.database.close()


async def raced(office: Office, processes: int, keys: int, times: int) -> list[dict[str, Any]]:
    """What was told to every writer, in all processes."""
    running = [await _started(office, keys, times) for _ in range(processes)]
    for process in running:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    async with asyncio.timeout(300):
        told = await asyncio.gather(*(process.communicate(b"go\n") for process in running))
    assert [process.returncode for process in running] == [0] * processes
    return [one for out, _ in told for one in json.loads(out)]


async def _started(office: Office, keys: int, times: int) -> Process:
    words = ["-m", "tests.graph.conduct.repeating", office.house.database.url, str(office.folder)]
    return await asyncio.create_subprocess_exec(
        *(sys.executable, *words, office.desk.subject, str(keys), str(times)),
        cwd=CHECKOUT,
        stdin=PIPE,
        stdout=PIPE,
    )
