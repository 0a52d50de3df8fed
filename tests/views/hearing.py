"""A partner system that is told of changes, and writes down what it was told."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from governance.lives.programme.partners import PartnerScope
from governance.lives.programme.webhooks.commands import RegisterWebhook
from governance.service.house import new_id
from governance.service.ledger_check import ledger_size
from governance.service.webhooks import (
    Answer,
    Message,
    WebhookMade,
    deliver_webhooks,
    register_webhook,
)
from governance.views.webhooks import Webhooks, WebhookShown
from governance.vocabulary.people import SubjectId
from tests.views.household import Household
from tests.views.test_changes import a_partner, some_consents

URL = "https://hospital.example/changes"
FOLLOWS = (PartnerScope.CHANGES, PartnerScope.CONSENTS)


class Killed(Exception):
    """The process is gone in the middle of it."""


@dataclass
class Ear:
    """What was sent, and what becomes of what comes next."""

    heard: list[Message] = field(default_factory=list)
    answers: list[Answer | Exception] = field(default_factory=list)

    async def __call__(self, message: Message) -> Answer:
        self.heard.append(message)
        answer = self.answers.pop(0) if self.answers else Answer.TAKEN
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(message.body) for message in self.heard]

    @property
    def kinds(self) -> list[str]:
        return [body["type"].removesuffix(".v1") for body in self.bodies]

    @property
    def positions(self) -> list[int]:
        return [body["data"]["position"] for body in self.bodies]


@dataclass
class Told:
    """A household with a partner that is told, and its ear."""

    home: Household
    partner: str
    webhook_id: str
    secret: str
    ear: Ear = field(default_factory=Ear)

    @property
    def partner_id(self) -> SubjectId:
        return self.home.partners[self.partner].subject

    async def deliver(self) -> dict[str, int]:
        """One look: a batch for each webhook."""
        return dict(await deliver_webhooks(self.home.cast.house, self.ear))

    async def everything(self) -> None:
        """Until nothing is due."""
        while await self.deliver():
            pass

    def later(self, **span: float) -> None:
        clock = self.home.cast.clock
        clock.set(clock() + timedelta(**span))

    async def shown(self, by: str = "steward") -> WebhookShown:
        webhooks = await self.home.asks(by, Webhooks(self.partner_id))
        [found] = [one for one in webhooks if one.id == self.webhook_id]
        return found


async def another(
    home: Household, partner: str, *, since: int, events: frozenset[str] = frozenset()
) -> Told:
    """An address of a partner, told of everything above a position."""
    by, webhook_id = home.partners[partner], new_id()
    command = RegisterWebhook(
        partner_id=by.subject, webhook_id=webhook_id, url=URL, events=events, since=since
    )
    made = await register_webhook(home.cast.house, command, by=by)
    assert isinstance(made, WebhookMade), made
    assert made.webhook_id == webhook_id
    return Told(home, partner, webhook_id, made.secret)


SEEN = ["consent.choice-recorded", "consent.reach-set", "consent.choice-recorded"]
"""What a partner that reads consents is told of ``some_consents``."""


async def next_to(home: Household) -> int:
    """The position of the next entry, which will be the registration itself."""
    return await ledger_size(home.cast.house) + 1


async def told_of_consents(home: Household) -> Told:
    """A partner that was registered before some consents, and hears of nothing before them."""
    await a_partner(home, *FOLLOWS)
    told = await another(home, "partner-of-consents", since=await next_to(home))
    await some_consents(home)
    return told
