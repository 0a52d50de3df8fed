"""The ledger on both databases: dense positions, streams with versions, cursors and snapshots."""

from __future__ import annotations

from datetime import timedelta

import pytest

from governance.merkle import verify_consistency, verify_inclusion
from governance.merkle.tree import leaf_hash, root_of
from governance.refusals import Refused
from governance.storage import driver, ledger, tiles
from governance.storage.checkpoints import raw_entries
from governance.storage.database import Database
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Erasable
from tests.contracts.entries import (
    OF_ANE,
    STAFF,
    START,
    appointed,
    kin,
    later,
    registered,
    several,
)


async def append(database: Database, *entries: tuple[str, Event]) -> list[ledger.Recorded]:
    async with database.writing() as session:
        return await ledger.append(session, entries)


async def test_an_empty_ledger_has_position_zero_and_no_time(database: Database) -> None:
    async with database.reading() as session:
        head = await ledger.head(session)
        assert (head.position, head.at, head.root) == (0, None, root_of([]))
        assert await ledger.read(session, [STAFF]) == {}
        assert await ledger.versions(session, [STAFF, OF_ANE]) == {STAFF: 0, OF_ANE: 0}


async def test_positions_are_dense_and_versions_count_each_stream(database: Database) -> None:
    first = await append(database, appointed(1), registered(), appointed(2))
    second = await append(database, kin(at=later(1)))
    assert [(e.position, e.stream, e.version) for e in first + second] == [
        (1, STAFF, 1),
        (2, OF_ANE, 1),
        (3, STAFF, 2),
        (4, OF_ANE, 2),
    ]
    async with database.reading() as session:
        assert await ledger.versions(session, [OF_ANE, STAFF]) == {OF_ANE: 2, STAFF: 2}
        head = await ledger.head(session)
    assert (head.position, head.at) == (4, later(1))


async def test_what_is_read_is_what_was_appended(database: Database) -> None:
    recorded = await append(database, registered(), appointed(), kin(at=later(1)))
    async with database.reading() as session:
        found = await ledger.read(session, [OF_ANE, STAFF, "citizens/nobody"])
        assert found == {OF_ANE: [recorded[0], recorded[2]], STAFF: [recorded[1]]}
        assert await ledger.read(session, [OF_ANE], up_to=2) == {OF_ANE: [recorded[0]]}
        assert await ledger.read_at(session, [3, 1, 9]) == [recorded[0], recorded[2]]
        assert await ledger.stream_ids(session, "citizens") == [OF_ANE.partition("/")[2]]


async def test_a_cursor_reads_on_from_any_position(database: Database) -> None:
    recorded = await append(database, *several(7))
    async with database.reading() as session:
        assert await ledger.read_from(session, 1, limit=3) == recorded[:3]
        assert await ledger.read_from(session, 4, limit=99) == recorded[3:]
        assert await ledger.read_from(session, 8, limit=99) == []


async def test_time_never_goes_backwards(database: Database) -> None:
    await append(database, appointed(at=later(10)))
    for wrong in ([appointed(at=later(9))], [appointed(at=later(12)), appointed(at=later(11))]):
        with pytest.raises(ValueError, match="backwards"):
            await append(database, *wrong)
    async with database.reading() as session:
        assert (await ledger.head(session)).position == 1


async def test_the_position_of_a_time_is_the_newest_one_recorded_by_then(
    database: Database,
) -> None:
    await append(database, *(appointed(at=later(s)) for s in (0, 10, 10, 20)))
    asked = {-1: 0, 0: 1, 9: 1, 10: 3, 19.5: 3, 20: 4, 99: 4}
    async with database.reading() as session:
        found = {s: await ledger.position_at(session, later(s)) for s in asked}
    assert found == asked


async def test_a_snapshot_does_not_see_what_comes_later(database: Database) -> None:
    await append(database, appointed())
    async with database.reading() as session:
        await append(database, appointed(at=later(1)))
        assert (await ledger.head(session)).position == 1
        assert len(await ledger.read_from(session, 1, limit=9)) == 1


async def test_an_error_takes_everything_back(database: Database) -> None:
    async def fail() -> None:
        async with database.writing() as session:
            await ledger.append(session, [registered()])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.reading() as session:
        assert (await ledger.head(session)).position == 0
        for table in ("ledger_entries", "identity", "citizens", "identifiers"):
            assert await driver.fetch(session, f"SELECT * FROM {table}") == []


@pytest.mark.parametrize("text", ["nul \x00", "half \ud800 of a pair"])
async def test_text_that_no_database_can_keep_is_refused(database: Database, text: str) -> None:
    stream, event = kin()
    object.__setattr__(event, "kinship", Erasable(text))
    with pytest.raises(Refused, match="text-not-storable at kinship"):
        await append(database, (stream, event))
    with pytest.raises(Refused, match="text-not-storable"):
        await append(database, (f"{STAFF}{text}", appointed()[1]))


@pytest.mark.parametrize("sizes", [(1, 2, 254, 1), (600, 70, 100), (255, 1, 256, 512)])
async def test_every_entry_is_proved_from_stored_tiles(
    database: Database, sizes: tuple[int, ...]
) -> None:
    heads = []
    for number, size in enumerate(sizes):
        await append(database, *several(size, at=START + timedelta(seconds=number)))
        async with database.reading() as session:
            heads.append(await ledger.head(session))
    async with database.reading() as session:
        leaves = [leaf_hash(entry) async for _, entry in raw_entries(session)]
        head = heads[-1]
        assert root_of(leaves) == head.root
        for position in {1, 2, 255, 256, 257, head.position - 1, head.position}:
            if position <= head.position:
                proof = await tiles.prove_inclusion(session, position, head.position)
                leaf = leaves[position - 1]
                assert verify_inclusion(leaf, position - 1, head.position, proof, head.root)
        for old in heads:
            proof = await tiles.prove_consistency(session, old.position, head.position)
            assert verify_consistency(old.position, head.position, old.root, head.root, proof)
