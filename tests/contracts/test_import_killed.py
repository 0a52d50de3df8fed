"""An import killed at any batch goes on where it was: everybody is registered, and nobody twice."""

from __future__ import annotations

import asyncio
import sys

import pytest

from governance.service.importing import import_people, run
from governance.service.rebuild import rebuild_read_models
from governance.storage.verification import verify
from tests.contracts.importer import LINES
from tests.contracts.office import ISSUER, Office, people

HOW_MANY = 2 * LINES + 250


async def killed(office: Office, path: str, batches: int, where: str) -> None:
    """A process that imports so many batches and dies."""
    words = ["-m", "tests.contracts.importer", office.house.database.url, path]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, office.desk.subject, str(batches), where
    )
    assert await process.wait() == -9


@pytest.mark.parametrize(("batches", "where"), [(0, "inside"), (1, "inside"), (2, "between")])
async def test_a_killed_import_goes_on_where_it_was(
    office: Office, batches: int, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LINES_IN_BATCH", LINES)
    path = office.file("people.csv", people(f"P{number}" for number in range(HOW_MANY)))
    before, rows, _ = await office.seen()
    await killed(office, str(path), batches, where)
    size, rows, _ = await office.seen()
    entered = batches * LINES
    assert (size, rows["identifiers"]) == (before + entered, entered)

    report = await import_people(office.house, path, issuer=ISSUER, by=office.desk)
    assert (report.resumed_at, report.lines) == (entered, HOW_MANY)
    size, rows, _ = await office.seen()
    assert size == before + HOW_MANY
    assert rows["identifiers"] == rows["citizens"] == HOW_MANY
    async with office.house.database.reading() as session:
        assert (await verify(session, keys={})).findings == ()
    assert await rebuild_read_models(office.house)
