"""Keys of callers and the log of reads, on both databases."""

from __future__ import annotations

from governance.policy.verdict import Verdict
from governance.principals import CLOCK
from governance.storage import access_log, driver, idempotency, ledger
from governance.storage.database import Database
from governance.vocabulary.acts import Act
from tests.contracts.entries import ANE, DESK, START, registered, several

REFUSED: tuple[tuple[str, ...], ...] = ((), ("A-01", "A-02"))


async def test_a_repeated_key_answers_with_what_the_first_use_led_to(database: Database) -> None:
    async with database.writing() as session:
        recorded = await ledger.append(session, [registered(), *several(2)])
        await idempotency.keep(session, DESK, "key", recorded)
        await idempotency.keep(session, DESK, "nothing", [])
    async with database.reading() as session:
        assert await idempotency.find(session, DESK, "key") == recorded
        assert await idempotency.find(session, DESK, "nothing") == []
        assert await idempotency.find(session, ANE, "key") is None
        assert await idempotency.find(session, DESK, "another") is None


async def test_reads_are_logged_refused_ones_too(database: Database) -> None:
    async with database.writing() as session:
        for refused in REFUSED:
            verdict = Verdict(not refused, refused)
            act = Act.READ_CITIZEN_RECORD
            await access_log.note(session, CLOCK, act, ANE, verdict, at=START)
    async with database.reading() as session:
        columns = "reader, act, about, allowed, rules"
        rows = await driver.fetch(session, f"SELECT {columns} FROM access_log ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("clock", "read-citizen-record", ANE, True, ""),
        ("clock", "read-citizen-record", ANE, False, "A-01 A-02"),
    ]
