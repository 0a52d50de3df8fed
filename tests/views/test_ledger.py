"""What the ledger shows of itself: entries as kept, their proofs, and whose names are in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from governance.lives.citizens.events import CitizenRegistered
from governance.lives.consents.events import ChoiceRecorded
from governance.lives.consents.words import Says
from governance.lives.programme.staff import StaffAppointed
from governance.merkle import verify_inclusion
from governance.policy.visibility.fields import CHECKPOINT, FIELDS
from governance.policy.visibility_facts import View
from governance.principals import PUBLIC
from governance.service.anchoring import sign_now
from governance.service.ask import ask
from governance.service.ledger_check import ledger_size
from governance.storage.queries import entries as queries
from governance.views.ledger import Checkpoints, LedgerEntries, LedgerEntry, LedgerSummary
from governance.views.paging import Newest, Part
from governance.views.question import Question
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import Role, SubjectId
from tests.views.household import CLINICAL, GENOMIC, NOW, Household

ASKED: list[Question[object]] = [LedgerEntries(), LedgerEntry(1), LedgerSummary()]
READERS = ("auditor", "protector")


async def positions(home: Household, question: LedgerEntries, by: str = "auditor") -> list[int]:
    return [row.position or 0 for row in (await home.asks(by, question)).rows]


@pytest.mark.parametrize("reader", READERS)
async def test_entries_come_newest_first_a_part_at_a_time(home: Household, reader: str) -> None:
    size = await ledger_size(home.cast.house)

    seen, before, parts = [], None, 0
    while parts == 0 or before is not None:
        part = await home.asks(reader, LedgerEntries(part=Part(before, 7)))
        seen += [row.position for row in part.rows]
        before, parts = part.next, parts + 1

    assert seen == list(range(size, 0, -1))
    assert parts == -(-size // 7)


@pytest.mark.parametrize("question", ASKED, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("reader", ["ane", "steward", "access-officer", "partner-of-consents"])
async def test_nobody_else_reads_the_ledger(
    home: Household, reader: str, question: Question[object]
) -> None:
    assert await home.finds_nothing(reader, question)


async def test_each_filter_leaves_what_fits(home: Household) -> None:
    home.cast.clock.set(NOW + timedelta(days=2))
    said = await home.says("ane", Says.ALLOW, GENOMIC)
    home.cast.clock.set(NOW + timedelta(days=3))
    again = await home.says("ane", Says.WITHDRAW, GENOMIC)
    ane = home.people["ane"]
    today = day_of(NOW + timedelta(days=2))

    assert await positions(home, LedgerEntries(code=ChoiceRecorded.CODE)) == [again, said]
    assert await positions(home, LedgerEntries(life="consents")) == [again, said]
    assert await positions(home, LedgerEntries(stream=f"consents/{ane}")) == [again, said]
    assert await positions(home, LedgerEntries(by=ane)) == [again, said]
    assert await positions(home, LedgerEntries(day=today)) == [said]
    assert await positions(home, LedgerEntries(life="consents", day=today, by=ane)) == [said]
    assert await positions(home, LedgerEntries(life="citizens", by=ane)) == []
    wrong_life = LedgerEntries(life="citizens", code=ChoiceRecorded.CODE)
    assert await positions(home, wrong_life) == []
    for nothing in ("no-such", "nul\x00", "\ud800"):
        assert await positions(home, LedgerEntries(life=nothing)) == []
        assert await positions(home, LedgerEntries(code=nothing)) == []
        assert await positions(home, LedgerEntries(stream=nothing)) == []
        assert await positions(home, LedgerEntries(by=SubjectId(nothing))) == []


async def test_looking_for_whoever_did_something_goes_on_where_it_stopped(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "AT_MOST", 10)
    ane = home.people["ane"]
    said = await home.says("ane", Says.ALLOW, GENOMIC)
    for _ in range(15):
        await home.says("jon", Says.ALLOW, CLINICAL)

    first = await home.asks("auditor", LedgerEntries(by=ane))
    second = await home.asks("auditor", LedgerEntries(by=ane, part=Part(first.next)))

    assert first.rows == ()
    assert [row.position for row in second.rows] == [said]


async def test_the_oldest_come_first_where_that_is_asked_for(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await positions(home, LedgerEntries(part=Part(size=100)))
    assert await positions(home, LedgerEntries(part=Part(size=100, after=0))) == whole[::-1]
    assert await positions(home, LedgerEntries(part=Part(size=2, after=5))) == [6, 7]
    assert await positions(home, LedgerEntries(part=Part(after=whole[0]))) == []
    ane = home.people["ane"]
    said = [*reversed(await positions(home, LedgerEntries(by=ane)))]
    for who in ("ane", "jon", "jon", "jon", "jon", "ane"):
        position = await home.says(who, Says.ALLOW, GENOMIC)
        said += [position] if who == "ane" else []
    monkeypatch.setattr(queries, "AT_MOST", 3)
    seen: list[int] = []
    after: int | None = 0
    while after is not None:
        part = await home.asks("auditor", LedgerEntries(by=ane, part=Part(after=after)))
        seen += [row.position or 0 for row in part.rows]
        after = part.next
    assert seen == said


async def test_people_of_the_programme_have_names_and_citizens_have_not(home: Household) -> None:
    said = await home.says("ane", Says.ALLOW, GENOMIC)

    own = (await home.asks("auditor", LedgerEntry(said))).by
    registered = (await home.asks("auditor", LedgerEntries(code=CitizenRegistered.CODE))).rows[0].by

    assert own is not None
    assert (own.person.id, own.person.name, own.roles) == (home.people["ane"], None, frozenset())
    assert registered is not None
    assert registered.roles == {Role.DESK}


async def test_an_entry_is_shown_as_it_was_hashed_and_proved(home: Household) -> None:
    [newest] = (await home.asks("auditor", LedgerEntries(code=CitizenRegistered.CODE))).rows[:1]
    assert newest.position is not None
    assert newest.body is None
    note = await sign_now(home.cast.house)
    size = await ledger_size(home.cast.house)
    await home.says("ane", Says.ALLOW, GENOMIC)

    shown = await home.asks("auditor", LedgerEntry(newest.position))

    assert shown.shown == FIELDS[View.LEDGER] - {"size", "root_hash", "signature"}
    assert shown.body is not None
    assert shown.leaf_hash == sha256(b"\x00" + shown.body.encode()).hexdigest()
    assert "Goñi" not in shown.body
    assert len(json.loads(shown.body)["body"]["details"]) == 64
    assert shown.proof is not None
    assert (shown.proof.checkpoint.size, shown.proof.checkpoint.note) == (size, note)
    assert verify_inclusion(
        bytes.fromhex(shown.leaf_hash),
        newest.position - 1,
        size,
        [bytes.fromhex(step) for step in shown.proof.hashes],
        bytes.fromhex(shown.proof.root_hash),
    )
    unanchored = await home.asks("auditor", LedgerEntry(size + 1))
    assert unanchored.proof is None
    for nowhere in (0, -1, size + 100, 2**70):
        assert await home.finds_nothing("auditor", LedgerEntry(nowhere))


async def test_the_summary_is_that_of_the_instant_looked_at(home: Household) -> None:
    empty = await home.asks("auditor", LedgerSummary())
    assert empty.signature is None
    before = await home.now()
    await sign_now(home.cast.house)
    signed = await home.asks("auditor", Checkpoints())
    await home.says("ane", Says.ALLOW, GENOMIC)

    now = await home.asks("auditor", LedgerSummary())
    then = await home.asks("auditor", LedgerSummary(), before)

    assert now.size == before.position + 1
    assert now.signature is not None
    assert now.signature.size == before.position
    assert (then.size, then.root_hash, then.at) == (empty.size, empty.root_hash, empty.at)
    assert then.root_hash == signed.rows[0].root_hash
    assert now.root_hash != then.root_hash
    start = await home.asks("auditor", LedgerSummary(), Instant(0, before.time))
    assert (start.size, start.at) == (0, None)


async def test_everybody_reads_the_signed_checkpoints_and_nothing_more(home: Household) -> None:
    house, sizes = home.cast.house, []
    for _ in range(3):
        await home.says("ane", Says.ALLOW, GENOMIC)
        await sign_now(house)
        sizes.append(await ledger_size(house))

    first = await ask(house, Checkpoints(Part(size=2)), by=PUBLIC)
    assert isinstance(first, Newest)
    second = await home.asks("jon", Checkpoints(Part(before=first.next, size=2)))

    assert [row.size for row in (*first.rows, *second.rows)] == sizes[::-1]
    assert second.next is None
    assert {row.shown for row in first.rows} == {frozenset(CHECKPOINT)}
    assert all(row.at is None for row in first.rows)


async def test_as_of_an_instant_nothing_later_is_shown(home: Household) -> None:
    said = await home.says("ane", Says.ALLOW, GENOMIC)
    before = await home.now()
    home.cast.clock.set(NOW + timedelta(days=5))
    later = await home.says("ane", Says.WITHDRAW, GENOMIC)
    known = replace(await home.now(), time=before.time)

    for instant in (before, known):
        shown = await home.asks("auditor", LedgerEntries(life="consents"), instant)
        assert [row.position for row in shown.rows] == [said]
    assert await positions(home, LedgerEntries(life="consents")) == [later, said]
    appointed = await positions(home, LedgerEntries(code=StaffAppointed.CODE), "protector")
    assert appointed
