"""Webhooks: in order, at least once, nothing lost, and never more than the partner may be told."""

from __future__ import annotations

import asyncio

import pytest

from governance.lives.consents.words import Says
from governance.lives.programme.webhooks.commands import (
    ReplayWebhook,
)
from governance.lives.programme.webhooks.words import WebhookStatus
from governance.service.handles import handles_of
from governance.service.ledger_check import ledger_size
from governance.service.webhooks import Answer, deliver_webhooks, telling
from governance.service.webhooks.making import forget_secret
from tests.views.hearing import (
    FOLLOWS,
    SEEN,
    Ear,
    Killed,
    another,
    next_to,
    told_of_consents,
)
from tests.views.household import CLINICAL, Household
from tests.views.test_changes import a_partner, followed, some_consents


async def test_a_partner_is_told_in_order_what_the_feed_would_show(home: Household) -> None:
    told = await told_of_consents(home)

    assert await told.deliver() == {Answer.TAKEN: 3}

    assert told.ear.kinds == SEEN
    changes = await followed(home, told.partner, since=told.ear.positions[0] - 1)
    assert told.ear.positions == [change.position for change in changes]
    assert told.ear.positions == sorted(told.ear.positions)
    assert await told.deliver() == {}
    assert (await told.shown()).delivered == await ledger_size(home.cast.house)


async def test_people_are_named_by_the_handles_of_that_partner(home: Household) -> None:
    told = await told_of_consents(home)
    await told.everything()

    handles = handles_of(home.cast.house, home.partners[told.partner].subject)
    first = told.ear.bodies[0]["data"]
    assert first["life"] == "consents"
    assert handles.subject_of(first["id"]) == home.people["ane"]
    ids = {*home.people.values(), *home.cast.people.values()}
    assert not [who for who in ids for message in told.ear.heard if who in message.body]


async def test_only_what_was_asked_for_is_sent(home: Household) -> None:
    partner = await a_partner(home, *FOLLOWS)
    told = await another(home, partner, since=0, events=frozenset({"consent.reach-set.v1"}))
    await some_consents(home)

    await told.everything()

    assert told.ear.kinds == ["consent.reach-set"]
    assert (await told.shown()).delivered == await ledger_size(home.cast.house)


async def test_what_was_not_taken_comes_again_before_what_follows(home: Household) -> None:
    told = await told_of_consents(home)
    told.ear.answers = [Answer.TAKEN, Answer.NOT_TAKEN]

    await told.deliver()
    assert told.ear.kinds == SEEN[:2]
    assert await told.deliver() == {}, "not before its time"
    failing = await told.shown(told.partner)
    assert failing.attempts == 1
    assert failing.failing_since is not None
    assert failing.next_at is not None
    told.later(minutes=1)
    await told.everything()

    assert told.ear.kinds == [SEEN[0], SEEN[1], SEEN[1], SEEN[2]]
    again = [message.id for message in told.ear.heard]
    assert again[1] == again[2]
    assert len(set(again)) == 3
    assert (await told.shown()).failing_since is None


async def test_it_waits_longer_each_time_up_to_a_day_and_gives_up_after_days(
    home: Household,
) -> None:
    told = await told_of_consents(home)
    waits = []
    while (shown := await told.shown()).status is WebhookStatus.ACTIVE:
        if shown.next_at is not None:
            waits.append((shown.next_at - home.cast.clock()).total_seconds())
            home.cast.clock.set(shown.next_at)
        told.ear.answers = [Answer.NOT_TAKEN]
        assert await told.deliver() == {Answer.NOT_TAKEN: 1}
        assert len(waits) < 40

    assert max(waits) <= 24 * 60 * 60
    assert waits[0] <= 5
    assert waits[6] > waits[3] > waits[0]
    assert max(waits) > 12 * 60 * 60
    assert (await told.shown(told.partner)).status is WebhookStatus.DISABLED
    told.later(days=2)
    assert await told.deliver() == {}
    changes = await followed(home, told.partner)
    assert changes[-1].code == "programme.webhook-disabled.v1"


async def test_whoever_says_gone_is_told_no_more(home: Household) -> None:
    told = await told_of_consents(home)
    told.ear.answers = [Answer.GONE]
    await told.deliver()
    assert (await told.shown()).status is WebhookStatus.DISABLED


async def test_killed_between_sending_and_writing_down_it_is_sent_again(home: Household) -> None:
    told = await told_of_consents(home)
    told.ear.answers = [Answer.TAKEN, Killed()]
    with pytest.raises(ExceptionGroup):
        await told.deliver()
    assert await told.deliver() == {}, "whoever was killed still has it to herself"
    told.later(minutes=3)
    await told.everything()

    ids = [message.id for message in told.ear.heard]
    assert ids[:2] == ids[2:4]
    assert told.ear.kinds == [*SEEN[:2], *SEEN]


async def test_two_processes_at_once_send_everything_once(home: Household) -> None:
    told = await told_of_consents(home)
    await asyncio.gather(*(told.deliver() for _ in range(4)))
    await told.everything()
    assert told.ear.kinds == SEEN


async def test_everything_is_told_again_from_a_position(home: Household) -> None:
    told = await told_of_consents(home)
    await told.everything()
    first = told.ear.positions[1]
    replay = ReplayWebhook(partner_id=told.partner_id, webhook_id=told.webhook_id, since=first - 1)
    ids = [message.id for message in told.ear.heard]

    await home.do(replay, told.partner)
    await told.everything()

    consents = [one for one in told.ear.heard[3:] if "programme" not in one.body]
    assert [one.id for one in consents] == ids[1:]


async def test_a_batch_ends_and_the_next_goes_on(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "BATCH", 2)
    told = await told_of_consents(home)
    assert await told.deliver() == {Answer.TAKEN: 2}
    await told.everything()
    assert told.ear.kinds == SEEN


async def test_a_webhook_without_its_key_keeps_nobody_else_waiting(home: Household) -> None:
    told = await told_of_consents(home)
    other = await another(home, told.partner, since=0)
    forget_secret(home.cast.house, (told.partner_id, other.webhook_id))

    await told.everything()
    assert told.ear.kinds[: len(SEEN)] == SEEN
    assert {message.secret for message in told.ear.heard} == {told.secret}


async def test_each_address_is_told_by_itself_with_a_secret_of_its_own(home: Household) -> None:
    first = await told_of_consents(home)
    second = await another(home, first.partner, since=await next_to(home))
    assert first.secret != second.secret
    assert first.secret.startswith("whsec_")
    await home.says("ane", Says.REFUSE, CLINICAL)

    ear = Ear()
    while await deliver_webhooks(home.cast.house, ear):
        pass

    by_secret: dict[str, list[str]] = {first.secret: [], second.secret: []}
    for message, kind in zip(ear.heard, ear.kinds, strict=True):
        by_secret[message.secret].append(kind)
    assert [kind for kind in by_secret[first.secret] if "programme" not in kind] == [
        *SEEN,
        "consent.choice-recorded",
    ]
    assert by_secret[second.secret] == ["consent.choice-recorded"]
