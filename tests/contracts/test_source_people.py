"""Who is in a file is taken down once, found by one look, and forgotten by erasure."""

from __future__ import annotations

from governance.storage import driver, ledger, source_people
from governance.storage.database import Database
from governance.storage.projections import project
from tests.contracts.entries import ANE, BEÑAT, OF_BEÑAT, erased, registered

FILE, OTHER_FILE = "ab" * 32, "cd" * 32


async def taken_down(database: Database, sha256: str, *identifiers: str) -> None:
    """A file that was imported whole."""
    async with database.writing() as session:
        number = await source_people.begin(session, sha256, "registry")
        assert number is not None
        await source_people.add(session, number, identifiers)
        await source_people.finish(session, number, len(identifiers))


async def everybody(database: Database) -> None:
    """Ane is number 1 of the registry, Beñat number 2."""
    entries = [registered(file_number="1"), registered(OF_BEÑAT, file_number="2")]
    async with database.writing() as session:
        await project(session, await ledger.append(session, entries))


async def held(database: Database, who: str, sha256: str, issuer: str = "registry") -> bool:
    async with database.reading() as session:
        files = await source_people.files_naming(session, who)
    return issuer in files.get(sha256, frozenset())


async def test_a_file_holds_whom_its_issuer_names(database: Database) -> None:
    await everybody(database)
    await taken_down(database, FILE, "1")
    await taken_down(database, OTHER_FILE, "1", "2")

    assert await held(database, ANE, FILE)
    assert not await held(database, BEÑAT, FILE)
    assert await held(database, BEÑAT, OTHER_FILE)
    assert not await held(database, ANE, FILE, issuer="somebody else")
    assert not await held(database, ANE, "ef" * 32)


async def test_a_file_is_taken_down_once_and_anew_where_the_first_time_broke(
    database: Database,
) -> None:
    async with database.writing() as session:
        broken = await source_people.begin(session, FILE, "registry")
        assert broken is not None
        await source_people.add(session, broken, ["1"])
    await taken_down(database, FILE, "1", "2")

    async with database.writing() as session:
        assert await source_people.begin(session, FILE, "registry") is None
        rows = await driver.fetch(session, "SELECT identifier FROM source_people ORDER BY 1")
    assert [identifier for (identifier,) in rows] == ["1", "2"]


async def test_erasure_forgets_in_which_files_she_was(database: Database) -> None:
    await everybody(database)
    await taken_down(database, FILE, "1", "2")
    async with database.writing() as session:
        await project(session, await ledger.append(session, [erased()]))
        rows = await driver.fetch(session, "SELECT identifier FROM source_people")

    assert [identifier for (identifier,) in rows] == ["2"]
