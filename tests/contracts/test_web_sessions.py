"""Web sessions on both databases: begun, used, confirmed anew, listed, ended, too old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from governance.service import web_state
from governance.service.house import House
from governance.service.web_state import Limits, Live, Provider
from governance.settings import read_settings
from governance.storage import driver, ledger
from governance.storage.projections import project
from governance.vocabulary.people import Channel, Language, SubjectId
from tests.contracts.conftest import Clock
from tests.contracts.entries import ANE, BEÑAT, erased, registered

LIMITS = Limits()
ISSUER = "https://id.example.org"


async def begin(
    house: House,
    subject: SubjectId = ANE,
    *,
    sub: str = "ane",
    sid: str | None = "s1",
    replaces: str | None = None,
) -> str:
    return await web_state.begin_session(
        house,
        subject,
        Provider(issuer=ISSUER, sub=sub, sid=sid),
        language=Language.BASQUE,
        browser="Firefox",
        replaces=replaces,
    )


async def found(house: House, session_id: str) -> Live:
    live = await web_state.find_session(house, session_id, LIMITS)
    assert live is not None
    return live


async def alive(house: House, session_id: str) -> bool:
    return await web_state.find_session(house, session_id, LIMITS) is not None


async def test_a_session_is_found_by_its_id_and_says_who_asks(house: House) -> None:
    live = await found(house, await begin(house))
    assert (live.session.subject, live.session.sid) == (ANE, "s1")
    assert (live.session.language, live.session.browser) == (Language.BASQUE, "Firefox")
    assert live.principal.subject == ANE
    assert (live.principal.channel, live.principal.stepped_up) == (Channel.ONLINE, False)


@pytest.mark.parametrize("session_id", ["", "unknown", "nul \x00", "half \ud800", "é" * 5000])
async def test_no_other_id_finds_one(house: House, session_id: str) -> None:
    await begin(house)
    assert not await alive(house, session_id)


async def test_the_database_does_not_hold_the_id(house: House) -> None:
    session_id = await begin(house)
    async with house.database.reading() as session:
        [row] = await driver.fetch(session, "SELECT * FROM web_sessions")
    assert session_id not in str(tuple(row))
    assert not await alive(house, tuple(row)[0]), "the digest is no id"


async def test_a_session_unused_for_too_long_is_over(house: House, clock: Clock) -> None:
    session_id = await begin(house)
    clock.forward(minutes=19)
    live = await found(house, session_id)
    assert live.idle_until - clock.at == timedelta(minutes=1)
    await web_state.touch(house, live)
    clock.forward(minutes=19)
    await found(house, session_id)
    clock.forward(minutes=1)
    assert not await alive(house, session_id)


async def test_a_session_that_is_used_ends_all_the_same(house: House, clock: Clock) -> None:
    session_id = await begin(house)
    for _ in range(31):
        clock.forward(minutes=15)
        live = await found(house, session_id)
        await web_state.touch(house, live)
    assert live.ends - clock.at == timedelta(minutes=15)
    clock.forward(minutes=15)
    assert not await alive(house, session_id)


async def test_its_use_is_written_once_a_minute_at_most(house: House, clock: Clock) -> None:
    session_id = await begin(house)
    begun = (await found(house, session_id)).session.last_seen
    clock.forward(seconds=59)
    await web_state.touch(house, await found(house, session_id))
    assert (await found(house, session_id)).session.last_seen == begun
    clock.forward(seconds=1)
    await web_state.touch(house, await found(house, session_id))
    assert (await found(house, session_id)).session.last_seen == clock.at


async def test_a_session_that_has_ended_stays_ended(house: House, clock: Clock) -> None:
    session_id = await begin(house)
    live = await found(house, session_id)
    ended = await web_state.end_session(house, session_id)
    assert ended is not None
    assert (ended.subject, ended.ended) == (ANE, clock.at)
    clock.forward(minutes=2)
    await web_state.touch(house, live)
    assert await web_state.step_up(house, live) is None
    assert not await alive(house, session_id)
    assert await web_state.end_session(house, "unknown") is None


async def test_signing_in_ends_what_the_browser_had_before(house: House) -> None:
    before = await begin(house)
    after = await begin(house, BEÑAT, sub="beñat", replaces=before)
    assert not await alive(house, before)
    assert (await found(house, after)).session.subject == BEÑAT
    fixed = await begin(house, replaces="chosen by somebody else")
    assert not await alive(house, "chosen by somebody else")
    assert await alive(house, fixed)


async def test_confirming_identity_counts_for_minutes_and_changes_the_id(
    house: House, clock: Clock
) -> None:
    session_id = await begin(house)
    clock.forward(minutes=3)
    confirmed = await web_state.step_up(house, await found(house, session_id))
    assert confirmed is not None
    assert not await alive(house, session_id)
    assert (await found(house, confirmed)).principal.stepped_up
    clock.forward(minutes=5)
    assert not (await found(house, confirmed)).principal.stepped_up


async def test_somebody_sees_where_she_is_signed_in_and_ends_one_or_all(
    house: House, clock: Clock
) -> None:
    first = await begin(house)
    clock.forward(seconds=1)
    second, other = await begin(house, sid="s2"), await begin(house, BEÑAT)
    newest, oldest = await web_state.sessions_of(house, ANE, LIMITS)
    assert [one.session.sid for one in (newest, oldest)] == ["s2", "s1"]
    assert await web_state.end_sessions(house, BEÑAT, [oldest.session.handle]) == 0
    assert await web_state.end_sessions(house, ANE, [oldest.session.handle]) == 1
    assert [await alive(house, one) for one in (first, second, other)] == [False, True, True]
    third = await begin(house)
    assert await web_state.end_all(house, ANE, keep=newest.session.handle) == 1
    assert [await alive(house, one) for one in (third, second)] == [False, True]
    assert await web_state.end_all(house, ANE) == 1
    assert await web_state.sessions_of(house, ANE, LIMITS) == []
    assert await alive(house, other)


async def test_the_list_leaves_out_what_is_too_old(house: House, clock: Clock) -> None:
    await begin(house)
    clock.forward(minutes=20)
    assert await web_state.sessions_of(house, ANE, LIMITS) == []


@pytest.mark.parametrize(
    ("sid", "sub", "ended"),
    [
        ("s1", "ane", {"one"}),
        ("s1", None, {"one", "hers"}),
        (None, "ane", {"one", "two"}),
        ("s1", "somebody", set()),
        (None, None, set()),
    ],
)
async def test_a_provider_ends_what_it_names(
    house: House, sid: str | None, sub: str | None, ended: set[str]
) -> None:
    ids = {
        "one": await begin(house),
        "two": await begin(house, sid="s2"),
        "hers": await begin(house, BEÑAT, sub="beñat"),
    }
    assert await web_state.end_by_sid(house, "https://x.example", sid=sid, sub=sub) == 0
    assert await web_state.end_by_sid(house, ISSUER, sid=sid, sub=sub) == len(ended)
    assert {name for name, one in ids.items() if not await alive(house, one)} == ended


async def test_a_language_is_remembered(house: House) -> None:
    session_id = await begin(house)
    for _ in range(2):
        await web_state.choose_language(house, await found(house, session_id), Language.SPANISH)
    assert (await found(house, session_id)).session.language is Language.SPANISH


async def test_erasing_somebody_signs_her_out(house: House) -> None:
    session_id, other = await begin(house), await begin(house, BEÑAT)
    await web_state.see_notices(house, ANE, 7)
    async with house.database.writing() as session:
        await project(session, await ledger.append(session, [registered(), erased()]))
    assert not await alive(house, session_id)
    assert await alive(house, other)
    assert await web_state.notices_seen(house, ANE) == 0


def test_the_limits_are_those_of_the_settings() -> None:
    chosen = read_settings(session_idle_minutes=30, session_hours=2, step_up_minutes=1)
    assert web_state.limits_of(chosen) == Limits(
        idle=timedelta(minutes=30), absolute=timedelta(hours=2), step_up=timedelta(minutes=1)
    )
