"""Files of requests lie beside the ledger: read one at a time, verified, and erased for good."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from governance.lives.access_requests.events import DocumentAttached
from governance.storage import erasables, ledger
from governance.storage.database import Database
from governance.storage.verification import Finding, Verified, verify
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FILE, Erasable
from tests.contracts.entries import DESK, START
from tests.request_builders import ATTACH, REQUEST
from tests.story import aggregates

STREAM = f"access-requests/{REQUEST}"


def attached() -> tuple[str, Event]:
    """A document is attached to a request."""
    return STREAM, DocumentAttached(
        at=START, by=DESK, attachment=ATTACH.attachment, name=ATTACH.name, file=ATTACH.file
    )


async def keep(database: Database) -> None:
    async with database.writing() as session:
        await ledger.append(session, [attached()])


async def findings(database: Database) -> Verified:
    async with database.reading() as session:
        return await verify(session, keys={})


async def test_a_file_is_read_by_itself_and_never_with_its_entry(database: Database) -> None:
    await keep(database)
    async with database.reading() as session:
        [entry] = (await ledger.read(session, [STREAM]))[STREAM]
        found = await erasables.file_at(session, entry.position)
        nothing = await erasables.file_at(session, entry.position + 1)
    event = entry.event
    assert isinstance(event, DocumentAttached)
    assert event.name.value == ATTACH.name.value
    assert event.file.value is None
    assert event.file.digest is not None
    assert found is not None
    salt, text = found
    assert text == ATTACH.file.value
    assert erasables.digest_of(text, salt) == event.file.digest
    assert nothing is None


async def test_a_file_that_was_kept_agrees_with_the_ledger(database: Database) -> None:
    await keep(database)
    assert (await findings(database)).findings == ()


async def test_a_file_that_was_erased_is_gone_and_no_finding(database: Database) -> None:
    await keep(database)
    async with database.writing() as session:
        await erasables.erase_texts(session, STREAM, before=2)
    async with database.reading() as session:
        assert await erasables.file_at(session, 1) is None
        [entry] = (await ledger.read(session, [STREAM]))[STREAM]
    assert isinstance(entry.event, DocumentAttached)
    assert entry.event.name == Erasable(None, entry.event.name.digest)
    assert (await findings(database)).findings == ()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", ["body = 'AAAA'", "salt = '00'", "salt = NULL"])
async def test_a_file_that_was_changed_is_found(
    change: str, database: Database, tmp_path: Path
) -> None:
    await keep(database)
    with sqlite3.connect(tmp_path / "baimena.sqlite") as file:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in file.execute(triggers).fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute(f"UPDATE documents SET {change} WHERE field = 'file'")
    file.close()
    assert (await findings(database)).findings == (Finding("value-differs", 1),)


def test_a_field_that_holds_a_file_says_so_by_its_name() -> None:
    named = [event for life in aggregates() for event in life.EVENTS if hasattr(event, FILE)]
    assert named == [DocumentAttached]
