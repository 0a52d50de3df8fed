"""What is sent twice is done once: in turn, at once, and by several processes."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace

from governance.lives.citizens import NAME
from governance.lives.citizens.commands import RegisterCitizen
from governance.refusals import Refusal
from governance.service.carry_out import Done, Once, carry_out
from governance.service.ledger_check import ledger_size
from governance.storage import ledger
from governance.storage.verification import verify
from tests.builders import details
from tests.contracts.office import Office
from tests.contracts.registrar import person, registering
from tests.contracts.test_races import follow

REUSED = Refusal("idempotency-key-reused")


async def test_a_key_stands_for_what_was_sent_with_it_first(office: Office) -> None:
    house, by = office.house, office.desk
    first = await carry_out(house, registering(1), by=by, once=Once("a"))
    again = await carry_out(house, registering(1), by=by, once=Once("a"))
    assert isinstance(first, Done)
    assert again == replace(first, repeated=True)
    before = await ledger_size(house)
    assert await carry_out(house, registering(2), by=by, once=Once("a")) == REUSED
    assert await ledger_size(house) == before
    assert isinstance(await carry_out(house, registering(2), by=by, once=Once("b")), Done)


async def test_what_was_refused_may_be_sent_anew_under_the_same_key(office: Office) -> None:
    house, by = office.house, office.desk
    nobody = RegisterCitizen(citizen=person(1), details=replace(details(), value=None))
    refused = await carry_out(house, nobody, by=by, once=Once("a"))
    assert refused == Refusal("details-missing", field="details")
    assert isinstance(await carry_out(house, registering(1), by=by, once=Once("a")), Done)


async def test_the_bytes_that_were_sent_count_where_they_are_told(office: Office) -> None:
    house, by = office.house, office.desk
    assert isinstance(await carry_out(house, registering(1), by=by, once=Once("a", b"form")), Done)
    again = await carry_out(house, registering(2), by=by, once=Once("a", b"form"))
    assert isinstance(again, Done)
    assert again.repeated
    assert await carry_out(house, registering(1), by=by, once=Once("a", b"other")) == REUSED


async def test_a_key_that_no_database_keeps_is_refused(office: Office) -> None:
    for key in ("\0", "\udcff"):
        refused = await carry_out(office.house, registering(1), by=office.desk, once=Once(key))
        assert refused == Refusal("text-not-storable", field="key")


async def test_of_one_key_used_at_once_one_use_counts(office: Office) -> None:
    house, by = office.house, office.desk
    before = await ledger_size(house)
    same = await asyncio.gather(
        *(carry_out(house, registering(1), by=by, once=Once("a")) for _ in range(8))
    )
    assert [isinstance(one, Done) for one in same] == [True] * 8
    assert sum(isinstance(one, Done) and not one.repeated for one in same) == 1
    assert await ledger_size(house) == before + 1

    different = await asyncio.gather(
        *(carry_out(house, registering(n), by=by, once=Once("b")) for n in range(2, 10))
    )
    assert sum(isinstance(one, Done) and not one.repeated for one in different) == 1
    assert different.count(REUSED) == 7
    assert await ledger_size(house) == before + 2


async def test_processes_that_do_the_same_work_do_it_once_and_a_cursor_loses_nothing(
    office: Office,
) -> None:
    before = await ledger_size(office.house)
    words = ["-m", "tests.contracts.registrar", office.house.database.url, str(office.folder)]
    ranges = ((0, 40), (0, 40), (20, 60))
    running = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            *(*words, office.desk.subject, str(first), str(last)),
            stdout=asyncio.subprocess.PIPE,
        )
        for first, last in ranges
    ]
    async with asyncio.timeout(120):
        met = await follow(office.house.database, before + 60)
        told = [await process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum(int(out) for out, _ in told) == 60
    assert met == list(range(1, before + 61))
    async with office.house.database.reading() as session:
        everybody = set(await ledger.stream_ids(session, NAME))
        assert everybody == {person(number) for number in range(60)}
        assert (await verify(session, keys={})).findings == ()
