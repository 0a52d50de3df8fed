"""Keys of callers and the log of reads, on both databases."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from governance.lives.permits.commands import RevokePermit, SuspendPermit
from governance.policy.verdict import Verdict
from governance.principals import CLOCK
from governance.storage import access_log, driver, ledger
from governance.storage.database import Database
from governance.storage.encoding import encoder
from governance.storage.idempotency import REUSED, Use, body_of
from governance.storage.lives import BY_NAME
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from tests.contracts.entries import ANE, DESK, START, registered, several

IN_ANY_ORDER = """
from governance.lives.access_requests.commands import ReturnRequest
from governance.lives.access_requests.words import Item
from governance.storage.idempotency import body_of
from governance.vocabulary.erasable import text
print(body_of([ReturnRequest(request_id="r", items=frozenset(Item), reason=text("so"))]))
"""
"""A set is in another order in each process whose hashes begin elsewhere."""

REFUSED: tuple[tuple[str, ...], ...] = ((), ("A-01", "A-02"))


async def test_a_repeated_key_answers_with_what_the_first_use_led_to(database: Database) -> None:
    async with database.writing() as session:
        recorded = await ledger.append(session, [registered(), *several(2)])
        await Use(DESK, "key", b"sent").keep(session, recorded)
        await Use(DESK, "nothing", b"").keep(session, [])
        old = "INSERT INTO idempotency (subject, key, positions) VALUES ($1, 'old', '1 2')"
        await driver.run(session, old, DESK)
    async with database.reading() as session:
        assert await Use(DESK, "key", b"sent").earlier(session) == recorded
        assert await Use(DESK, "key", b"another").earlier(session) == REUSED
        assert await Use(DESK, "nothing", b"").earlier(session) == []
        assert await Use(ANE, "key", b"sent").earlier(session) is None
        assert await Use(DESK, "another", b"sent").earlier(session) is None
        assert await Use(DESK, "old", b"anything").earlier(session) == recorded[:2]


async def test_reads_are_logged_refused_ones_too(database: Database) -> None:
    async with database.writing() as session:
        for refused in REFUSED:
            verdict = Verdict(not refused, refused)
            act = Act.READ_CITIZEN_RECORD
            opened = [access_log.Opened(ANE, verdict)]
            await access_log.note(session, CLOCK, [(START, act, opened)])
    async with database.reading() as session:
        columns = "reader, act, about, allowed, rules"
        rows = await driver.fetch(session, f"SELECT {columns} FROM access_log ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("clock", "read-citizen-record", ANE, True, ""),
        ("clock", "read-citizen-record", ANE, False, "A-01 A-02"),
    ]


def test_every_command_can_be_written_as_bytes() -> None:
    for life in BY_NAME.values():
        for command in life.COMMANDS:
            assert callable(encoder(command)), command


def test_a_command_is_the_same_bytes_in_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", IN_ANY_ORDER],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert b"return-request" in told.pop()


def test_equal_commands_are_the_same_bytes_and_what_they_say_counts() -> None:
    first, second, other = (
        RevokePermit(permit_id="p", reason=text(reason)) for reason in ("so", "so", "other")
    )
    assert body_of([first]) == body_of([second]) != body_of([other])
    assert body_of([first, first]) != body_of([first])
    suspended = SuspendPermit(permit_id="p", reason=text("so"))
    assert body_of([suspended]) != body_of([first])
    with pytest.raises(ValueError, match="NUL"):
        body_of([RevokePermit(permit_id="p", reason=text("\0"))])
