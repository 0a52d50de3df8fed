"""Personal details and free text: rejoined by position, superseded, resolved, and forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from governance.storage import driver, erasables, identity, ledger, people
from governance.storage.database import Database
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Erasable
from tests.contracts.entries import (
    ANE,
    BEÑAT,
    OF_ANE,
    OF_BEÑAT,
    corrected,
    details,
    erased,
    kin,
    registered,
)

NOBODY = "f" * 32


async def append(database: Database, *entries: tuple[str, Event]) -> list[ledger.Recorded]:
    async with database.writing() as session:
        return await ledger.append(session, entries)


async def test_details_stand_beside_the_ledger_and_only_their_digest_in_it(
    database: Database,
) -> None:
    [entry] = await append(database, registered())
    async with database.reading() as session:
        [(stored,)] = await driver.fetch(session, "SELECT entry FROM ledger_entries")
        [(salt,)] = await driver.fetch(session, "SELECT salt FROM identity")
        [read] = (await ledger.read(session, [OF_ANE]))[OF_ANE]
    assert b"Ane" not in stored
    stated = read.event.details  # type: ignore[attr-defined]
    assert stated == Erasable(details(), erasables.digest_of(details(), salt))
    assert stated.digest.encode() in stored
    assert read == entry


@pytest.mark.parametrize("together", [True, False])
async def test_details_are_those_of_the_position_asked_for(
    database: Database, together: bool
) -> None:
    entries = [registered(), registered(OF_BEÑAT, name="Beñat", file_number="2")]
    entries += [corrected(name="Anne"), corrected(name="Anna")]
    for batch in [entries] if together else [[entry] for entry in entries]:
        await append(database, *batch)
    async with database.reading() as session:
        for position, name in {1: "Ane", 2: "Ane", 3: "Anne", 4: "Anna", None: "Anna"}.items():
            found = await identity.details_of(session, [ANE, NOBODY], up_to=position)
            assert found == {ANE: details(name)}
        assert await identity.details_of(session, [BEÑAT], up_to=1) == {}
        superseded = "SELECT position, superseded FROM identity ORDER BY position"
        rows = await driver.fetch(session, superseded)
    assert [tuple(row) for row in rows] == [(1, 3), (2, None), (3, 4), (4, None)]


async def test_an_identifier_finds_its_citizen(database: Database) -> None:
    await append(database, registered(), registered(OF_BEÑAT, name="Beñat", file_number="2"))
    async with database.reading() as session:
        asked = ["1", "2", "3", "nul \x00", "half \ud800"]
        assert await people.resolve(session, "registry", asked) == {"1": ANE, "2": BEÑAT}
        assert await people.resolve(session, "elsewhere", asked) == {}


async def test_a_wrong_identifier_can_be_put_right(database: Database) -> None:
    await append(database, registered(file_number="2"), corrected(name="Ane"))
    await append(database, registered(OF_BEÑAT, name="Beñat", file_number="2"))
    async with database.reading() as session:
        assert await people.resolve(session, "registry", ["1", "2"]) == {"1": ANE, "2": BEÑAT}


async def test_numbers_of_subjects_are_given_once(database: Database) -> None:
    async with database.writing() as session:
        first = await people.numbers_of(session, [ANE, BEÑAT, ANE])
        assert await people.numbers_of(session, [NOBODY, ANE]) == {NOBODY: 3, ANE: first[ANE]}
    async with database.reading() as session:
        assert await people.known_numbers(session, [ANE, "e" * 32]) == {ANE: 1}
    assert first == {ANE: 1, BEÑAT: 2}


async def test_what_is_erased_is_gone_and_the_ledger_stays_as_it_was(database: Database) -> None:
    await append(database, registered(), kin(), registered(OF_BEÑAT, name="Beñat"))
    async with database.reading() as session:
        before = await driver.fetch(session, "SELECT entry FROM ledger_entries ORDER BY position")
    async with database.writing() as session:
        [entry] = await ledger.append(session, [erased()])
        number = (await people.known_numbers(session, [ANE]))[ANE]
        await erasables.erase(session, OF_ANE, number, before=entry.position)
    async with database.reading() as session:
        first, second, last = (await ledger.read(session, [OF_ANE]))[OF_ANE]
        assert await identity.details_of(session, [ANE, BEÑAT]) == {
            ANE: None,
            BEÑAT: details("Beñat"),
        }
        kept = await driver.fetch(session, "SELECT entry FROM ledger_entries WHERE position < 4")
        assert kept == before
        everything = [
            str(tuple(row))
            for table in ("identity", "documents", "identifiers")
            for row in await driver.fetch(session, f"SELECT * FROM {table}")
        ]
    assert (first.event.details.value, second.event.kinship.value) == (None, None)  # type: ignore[attr-defined]
    assert first.event.details.digest is not None  # type: ignore[attr-defined]
    assert last.event.reason.value == "she asked for it"  # type: ignore[attr-defined]
    assert not [row for row in everything if "Ane" in row or "sibling" in row]


async def test_a_day_of_death_is_a_detail_like_the_others(database: Database) -> None:
    stream, event = corrected(name="Ane")
    stated = Erasable(details(death=date(2026, 2, 28)))
    object.__setattr__(event, "details", stated)
    await append(database, registered(), (stream, event))
    async with database.reading() as session:
        assert await identity.details_of(session, [ANE]) == {ANE: stated.value}
