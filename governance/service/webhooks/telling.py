"""Telling partner systems of what changes: from the same cursor as ``Changes``, in order, at least
once. What is told, and to whom, is decided here; sending it is an edge's work."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.eligibility.reader import Reader
from governance.lives.programme import partners, webhooks
from governance.lives.programme.webhooks.commands import DisableWebhook
from governance.lives.programme.webhooks.state import Webhook
from governance.principals import CLOCK, Principal
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.service.carry_out import carry_out
from governance.service.handles import Handles, handles_of
from governance.service.house import House
from governance.service.webhooks.making import forget_secret, secret_of
from governance.service.webhooks.messages import Answer, Message, Send, body_of
from governance.storage import ledger
from governance.storage import webhooks as kept
from governance.storage.keys import KeyDestroyed, KeyMissing
from governance.storage.webhooks import Named, Progress
from governance.views.changes import Change, Changes, Followed
from governance.vocabulary.people import Channel, Role, SubjectId

AT_ONCE, BATCH = 10, 50
"""Webhooks that are told at the same time, and changes for each before it is written down."""
HELD, BEGINS_NO_MORE = timedelta(seconds=120), timedelta(seconds=60)
"""How long one process has a webhook to itself, and after which time it begins no message more."""
FIRST_WAIT, LONGEST_WAIT, FACTOR = timedelta(seconds=5), timedelta(days=1), 4
GIVES_UP_AFTER = timedelta(days=5)
NOT_YET = timedelta(seconds=30)
"""Before a partner that may follow nothing is looked at again."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A webhook, and what every message to it needs."""

    named: Named
    webhook: Webhook
    handles: Handles
    secret: str

    def message(self, change: Change, now: datetime) -> Message:
        """One change, as it is sent there now."""
        return Message(
            id=f"{self.webhook.id}-{change.position}",
            at=now,
            url=self.webhook.url,
            body=body_of(change, self.handles),
            secret=self.secret,
        )

    @property
    def by(self) -> Principal:
        """The partner itself, within all that it is registered for."""
        who = SubjectId(self.named[0])
        return Principal(subject=who, channel=Channel.API, machine_role=Role.PARTNER)


async def deliver_webhooks(house: House, send: Send) -> Counter[str]:
    """Tell every webhook what is due to it, a batch each; how many messages were taken or not."""
    live, over, newest = await _standing(house)
    if over:
        await _forget(house, over)
    turn, done = asyncio.Semaphore(AT_ONCE), Counter[str]()

    async def tell(named: Named, webhook: Webhook) -> None:
        async with turn:
            done.update(await _tell(house, send, named, webhook, newest))

    async with asyncio.TaskGroup() as group:
        for named, webhook in live.items():
            group.create_task(tell(named, webhook))
    return done


async def _standing(house: House) -> tuple[dict[Named, Webhook], list[Named], int]:
    """Webhooks to which something is due, those that are over, and the newest position."""
    now = house.clock()
    async with house.database.reading() as session:
        reader, progress = Reader(session), await kept.all_progress(session)
        newest = (await ledger.head(session)).position
        ids = await reader.ids(webhooks)
        known: dict[str, partners.State] = await reader.states(partners, ids)
        theirs: dict[str, webhooks.State] = await reader.states(webhooks, ids)
    live: dict[Named, Webhook] = {}
    active = set()
    for partner, state in theirs.items():
        for webhook in state.live if known[partner].active else ():
            named = partner, webhook.id
            active.add(named)
            if webhook.active and _is_due(webhook, progress.get(named), newest, now):
                live[named] = webhook
    return live, [named for named in progress if named not in active], newest


def _is_due(webhook: Webhook, progress: Progress | None, newest: int, now: datetime) -> bool:
    if progress is None or progress.run < webhook.run:
        return webhook.since < newest
    return progress.position < newest and progress.next_at <= now


async def _forget(house: House, over: list[Named]) -> None:
    for named in over:
        forget_secret(house, named)
    async with house.database.beside() as session:
        await kept.forget(session, over)


async def _tell(
    house: House, send: Send, named: Named, webhook: Webhook, newest: int
) -> Counter[str]:
    """One batch for one webhook, unless another process is at it."""
    now = house.clock()
    start = Progress(run=webhook.run, position=min(webhook.since, newest), next_at=now)
    async with house.database.beside() as session:
        progress = await kept.hold(session, named, start, now=now, until=now + HELD)
    if progress is None:
        return Counter()
    reached, done = await _as_far_as_it_goes(house, send, named, webhook, progress)
    async with house.database.beside() as session:
        await kept.keep(session, named, reached)
    if done[Answer.GONE] or _gives_up(reached, house.clock()):
        give_up = DisableWebhook(partner_id=SubjectId(named[0]), webhook_id=webhook.id)
        await carry_out(house, give_up, by=CLOCK)
    return done


async def _as_far_as_it_goes(
    house: House, send: Send, named: Named, webhook: Webhook, progress: Progress
) -> tuple[Progress, Counter[str]]:
    """What is due is sent; a webhook without its key, or that may follow nothing, is put off."""
    put_off = replace(progress, next_at=house.clock() + NOT_YET), Counter[str]()
    try:
        keys = handles_of(house, SubjectId(named[0])), secret_of(house, named)
    except (KeyMissing, KeyDestroyed):  # others are told all the same
        return put_off
    told = _Told(named, webhook, *keys)
    found = await ask(house, Changes(since=progress.position, limit=BATCH), by=told.by)
    if isinstance(found, Refusal):
        return put_off
    return await _send_all(house, send, told, progress, found)


async def _send_all(
    house: House, send: Send, told: _Told, progress: Progress, followed: Followed
) -> tuple[Progress, Counter[str]]:
    """One after the other, until one is not taken: nothing overtakes it."""
    done, begun = Counter[str](), house.clock()
    for change in followed.rows:
        if told.webhook.wants(change.code):
            now = house.clock()
            if now - begun > BEGINS_NO_MORE:
                return progress, done
            answer = await send(told.message(change, now))
            done[answer] += 1
            if answer is not Answer.TAKEN:
                return _failed(progress, house.clock()), done
            progress = replace(progress, attempts=0, failing_since=None)
        progress = replace(progress, position=change.position)
    return replace(progress, position=followed.next), done


def _failed(progress: Progress, now: datetime) -> Progress:
    """The same, to be tried again later: the more often it failed, the later, and never all at
    once with others that failed together."""
    attempts = progress.attempts + 1
    longest = min(LONGEST_WAIT, FIRST_WAIT * FACTOR ** min(attempts - 1, 10))
    return replace(
        progress,
        attempts=attempts,
        next_at=now + longest * random.uniform(0.5, 1),
        failing_since=progress.failing_since or now,
    )


def _gives_up(progress: Progress, now: datetime) -> bool:
    since = progress.failing_since
    return since is not None and now - since >= GIVES_UP_AFTER
