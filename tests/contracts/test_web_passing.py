"""What lives for minutes, on both databases: sign-ins, parked forms, single uses, quotas."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

from governance.service import web_state
from governance.service.due import FORGOTTEN, do_due
from governance.service.house import House
from governance.service.web_state import ParkedForm, Provider, Quota, SignIn
from governance.storage import driver
from governance.vocabulary.people import Language
from tests.contracts.conftest import Clock
from tests.contracts.entries import ANE, BEÑAT

PATH, BODY = "/eu/choose/check", b"cells=a&cells=%C3%B1\x00\xff"
QUOTA = Quota("sign-in", 3, timedelta(minutes=3))


def sign_in(clock: Clock) -> SignIn:
    return SignIn(
        issuer="https://id.example.org",
        nonce="n",
        verifier="v",
        next_path="/eu/home",
        language=Language.BASQUE,
        begun=clock.at,
        stepping_up="digest",
    )


async def lost_session(house: House) -> str:
    provider = Provider(issuer="https://id.example.org", sub="ane")
    language, browser = Language.BASQUE, "Firefox"
    new = await web_state.begin_session(house, ANE, provider, language=language, browser=browser)
    await web_state.end_session(house, new)
    return new


async def test_a_sign_in_is_finished_once_by_the_browser_that_began_it(
    house: House, clock: Clock
) -> None:
    await web_state.begin_sign_in(house, sign_in(clock), state="s", pre_session="p")
    assert await web_state.take_sign_in(house, state="s", pre_session="other") is None
    assert await web_state.take_sign_in(house, state="other", pre_session="p") is None
    assert await web_state.take_sign_in(house, state="s", pre_session="p") == sign_in(clock)
    assert await web_state.take_sign_in(house, state="s", pre_session="p") is None


async def test_a_sign_in_lasts_ten_minutes(house: House, clock: Clock) -> None:
    await web_state.begin_sign_in(house, sign_in(clock), state="s", pre_session="p")
    clock.forward(minutes=10)
    assert await web_state.take_sign_in(house, state="s", pre_session="p") is None


async def test_one_browser_may_sign_in_in_two_tabs(house: House, clock: Clock) -> None:
    for state in ("a", "b"):
        await web_state.begin_sign_in(house, sign_in(clock), state=state, pre_session="p")
    assert await web_state.take_sign_in(house, state="a", pre_session="p")
    assert await web_state.take_sign_in(house, state="b", pre_session="p")


async def test_a_form_waits_for_its_person_alone(house: House) -> None:
    token = await web_state.park_form(house, await lost_session(house), PATH, BODY)
    assert token is not None
    assert await web_state.parked_form(house, token, BEÑAT) is None
    assert await web_state.parked_form(house, "another", ANE) is None
    for _ in ("first look", "loaded again"):
        assert await web_state.parked_form(house, token, ANE) == ParkedForm(PATH, BODY)


async def test_a_stranger_parks_nothing(house: House) -> None:
    assert await web_state.park_form(house, "unknown", PATH, BODY) is None


async def test_a_parked_form_waits_half_an_hour(house: House, clock: Clock) -> None:
    token = await web_state.park_form(house, await lost_session(house), PATH, BODY)
    clock.forward(minutes=30)
    assert await web_state.parked_form(house, str(token), ANE) is None


async def test_only_the_newest_few_forms_are_kept(house: House, clock: Clock) -> None:
    lost, tokens = await lost_session(house), []
    for number in range(7):
        clock.forward(seconds=1)
        tokens.append(await web_state.park_form(house, lost, f"/{number}", BODY))
    found = [await web_state.parked_form(house, str(token), ANE) for token in tokens]
    assert [form.path if form else None for form in found] == [
        None,
        None,
        *(f"/{number}" for number in range(2, 7)),
    ]


async def test_what_is_used_once_is_used_once(house: House, clock: Clock) -> None:
    soon = clock.at + timedelta(minutes=1)
    assert await web_state.use_once(house, "jti", expires=soon)
    assert not await web_state.use_once(house, "jti", expires=soon)
    assert await web_state.use_once(house, "another", expires=soon)


async def test_points_come_back_evenly_and_a_refusal_takes_none(house: House, clock: Clock) -> None:
    assert [await web_state.take_quota(house, QUOTA, "ane") for _ in range(5)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert await web_state.take_quota(house, QUOTA, "beñat")
    assert await web_state.take_quota(house, Quota("forms", 3, QUOTA.per), "ane")
    clock.forward(seconds=59)
    assert not await web_state.take_quota(house, QUOTA, "ane")
    clock.forward(seconds=1)
    assert await web_state.take_quota(house, QUOTA, "ane")
    assert not await web_state.take_quota(house, QUOTA, "ane")
    clock.forward(days=1)
    assert not await web_state.take_quota(house, QUOTA, "ane", cost=4)
    assert await web_state.take_quota(house, QUOTA, "ane", cost=3)
    assert not await web_state.take_quota(house, QUOTA, "ane")


async def test_those_who_ask_at_once_get_no_more_points(house: House) -> None:
    asked = (web_state.take_quota(house, QUOTA, "ane") for _ in range(20))
    assert Counter(await asyncio.gather(*asked)) == {True: 3, False: 17}


async def test_who_spends_points_hears_what_is_left_and_how_long_to_wait(
    house: House, clock: Clock
) -> None:
    minute = timedelta(minutes=1)
    spent = await web_state.spend(house, QUOTA, "ane", cost=2)
    assert (spent.allowed, spent.left, spent.wait, spent.full_in) == (
        True,
        1,
        0 * minute,
        2 * minute,
    )
    clock.forward(seconds=30)
    spent = await web_state.spend(house, QUOTA, "ane", cost=2)
    assert (spent.allowed, spent.left, spent.wait) == (False, 1, minute / 2)
    clock.forward(seconds=30)
    spent = await web_state.spend(house, QUOTA, "ane", cost=2)
    assert (spent.allowed, spent.left, spent.full_in) == (True, 0, 3 * minute)
    clock.forward(days=1)
    spent = await web_state.spend(house, QUOTA, "ane", cost=4)
    assert (spent.allowed, spent.left, spent.wait) == (False, 3, minute)


async def test_notices_are_read_up_to_a_position_and_never_unread(house: House) -> None:
    assert await web_state.notices_seen(house, ANE) == 0
    for position in (5, 9, 7):
        await web_state.see_notices(house, ANE, position)
    assert await web_state.notices_seen(house, ANE) == 9
    assert await web_state.notices_seen(house, BEÑAT) == 0


async def test_due_work_forgets_what_is_over_and_nothing_else(house: House, clock: Clock) -> None:
    lost = await lost_session(house)
    await web_state.begin_sign_in(house, sign_in(clock), state="s", pre_session="p")
    await web_state.park_form(house, lost, PATH, BODY)
    await web_state.use_once(house, "jti", expires=clock.at + timedelta(minutes=1))
    await web_state.take_quota(house, QUOTA, "ane")
    assert FORGOTTEN not in await do_due(house)
    clock.forward(minutes=30)
    assert (await do_due(house))[FORGOTTEN] == 4
    clock.forward(days=2)
    assert (await do_due(house))[FORGOTTEN] == 1
    async with house.database.reading() as session:
        for table in ("sign_ins", "parked_forms", "used_once", "quotas", "web_sessions"):
            assert await driver.fetch(session, f"SELECT * FROM {table}") == []


async def test_each_step_of_a_draft_is_kept_for_its_person(house: House, clock: Clock) -> None:
    first = await web_state.keep_draft(house, ANE, "choose", b"one")
    second = await web_state.keep_draft(house, ANE, "choose", b"two")
    assert await web_state.draft_of(house, ANE, "choose", first) == b"one"
    assert await web_state.draft_of(house, ANE, "choose", second) == b"two"
    assert await web_state.draft_of(house, BEÑAT, "choose", first) is None
    assert await web_state.draft_of(house, ANE, "another", first) is None
    clock.forward(minutes=30)
    assert await web_state.draft_of(house, ANE, "choose", second) is None
