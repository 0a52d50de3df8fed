"""From a change in the ledger to a partner's own server, over real HTTP, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from governance.lives.consents.words import Says
from governance.lives.programme.partners import ChangePartnerScopes, EndPartner
from governance.lives.programme.webhooks.commands import RegisterWebhook, ReplayWebhook
from governance.service.house import new_id, system_clock
from governance.service.webhooks import Answer, Message, WebhookMade, register_webhook
from graph.webhooks import Sender, keep_telling, tell_webhooks
from tests.graph.webhooks.receiver import Receiver, receiving
from tests.views.hearing import FOLLOWS, Killed, next_to
from tests.views.household import CLINICAL, GENOMIC, Household, a_household

PARTNER = "partner-of-consents"


@pytest.fixture
async def home(database_url: str, tmp_path: Path) -> AsyncIterator[Household]:
    """A household whose partner may follow consents; from here on its time is that of today."""
    built = await a_household(database_url, tmp_path)
    scopes = frozenset(FOLLOWS)
    await built.do(ChangePartnerScopes(partner_id=the_partner(built), scopes=scopes), "steward")
    house = replace(built.cast.house, clock=system_clock)
    built.cast.house = house
    yield built
    await house.database.close()


def the_partner(home: Household) -> Any:
    return home.partners[PARTNER].subject


async def a_webhook(home: Household, receiver: Receiver) -> str:
    """The partner says where it is told, and keeps the secret."""
    webhook_id = new_id()
    command = RegisterWebhook(
        partner_id=the_partner(home),
        webhook_id=webhook_id,
        url=receiver.url,
        since=await next_to(home),
    )
    made = await register_webhook(home.cast.house, command, by=home.partners[PARTNER])
    assert isinstance(made, WebhookMade), made
    receiver.secret = made.secret
    return webhook_id


async def says_things(home: Household, times: int = 3) -> None:
    for number in range(times):
        says, cell = (Says.ALLOW, GENOMIC) if number % 2 else (Says.REFUSE, CLINICAL)
        given = replace(home.given("ane"), effective_at=system_clock())
        await home.says("ane", says, cell, given=given)


def positions(receiver: Receiver) -> list[int]:
    return [one["data"]["position"] for one in receiver.heard]


async def test_a_partner_verifies_what_it_is_told_in_order(home: Household) -> None:
    async with receiving() as receiver, Sender(demo=True) as send:
        await a_webhook(home, receiver)
        await says_things(home)

        assert await tell_webhooks(home.cast.house, send) == {Answer.TAKEN: 3}

        assert {one["type"] for one in receiver.heard} == {"consent.choice-recorded.v1"}
        assert positions(receiver) == sorted(positions(receiver))
        assert len(set(receiver.ids)) == 3


async def test_what_failed_is_sent_again_under_its_id_until_it_is_taken(home: Household) -> None:
    async with receiving() as receiver, Sender(demo=True) as send:
        await a_webhook(home, receiver)
        await says_things(home)
        receiver.statuses = [204, 503, 500]
        for days in range(3):
            later = lambda days=days: system_clock() + timedelta(seconds=60 * days)  # noqa: E731
            house = replace(home.cast.house, clock=later)
            await tell_webhooks(house, lambda one: send(replace(one, at=system_clock())))

        ids = receiver.ids
        assert ids == [ids[0], ids[1], ids[1], ids[1], ids[-1]]
        assert len(set(ids)) == 3


async def test_killed_after_sending_it_sends_once_more(home: Household) -> None:
    async with receiving() as receiver, Sender(demo=True) as send:
        await a_webhook(home, receiver)
        await says_things(home)

        async def killed(message: Message) -> Answer:
            await send(message)
            raise Killed

        with pytest.raises(ExceptionGroup):
            await tell_webhooks(home.cast.house, killed)
        later = lambda: system_clock() + timedelta(minutes=3)  # noqa: E731
        house = replace(home.cast.house, clock=later)
        await tell_webhooks(house, lambda one: send(replace(one, at=system_clock())))

        assert receiver.ids[0] == receiver.ids[1]
        assert len(receiver.ids) == 4
        assert sorted(set(positions(receiver))) == positions(receiver)[1:]


async def test_a_partner_asks_for_everything_again_and_an_ended_one_gets_nothing(
    home: Household,
) -> None:
    async with receiving() as receiver, Sender(demo=True) as send:
        webhook_id = await a_webhook(home, receiver)
        await says_things(home)
        await tell_webhooks(home.cast.house, send)
        first = positions(receiver)
        replay = ReplayWebhook(
            partner_id=the_partner(home), webhook_id=webhook_id, since=first[0] - 1
        )
        await home.do(replay, PARTNER)
        await tell_webhooks(home.cast.house, send)
        assert positions(receiver)[3:6] == first

        heard = len(receiver.ids)
        await home.do(EndPartner(partner_id=the_partner(home)), "steward")
        await says_things(home)
        assert await tell_webhooks(home.cast.house, send) == {}
        assert len(receiver.ids) == heard


async def test_beside_the_server_it_is_told_by_itself(home: Household) -> None:
    async with receiving() as receiver, Sender(demo=True) as send:
        await a_webhook(home, receiver)
        task = asyncio.create_task(keep_telling(home.cast.house, send))
        await says_things(home, 2)
        async with asyncio.timeout(20):
            while len(receiver.heard) < 2:
                await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert positions(receiver) == sorted(positions(receiver))
