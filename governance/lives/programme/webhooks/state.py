"""Where the webhooks of one partner stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from governance.lives.programme.webhooks.events import (
    WebhookChanged,
    WebhookDisabled,
    WebhookEnded,
    WebhookRegistered,
    WebhookReplayed,
)
from governance.lives.programme.webhooks.words import WebhookStatus
from governance.vocabulary.entries import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """One address of a partner."""

    id: str
    url: str
    events: frozenset[str]
    since: int
    run: int = 1
    """How often it was started from a position."""
    status: WebhookStatus = WebhookStatus.ACTIVE

    @property
    def active(self) -> bool:
        """Whether anything is sent there."""
        return self.status is WebhookStatus.ACTIVE

    def wants(self, code: str) -> bool:
        """Whether it is told of events with this code."""
        return not self.events or code in self.events


@dataclass(frozen=True, slots=True)
class State:
    """The webhooks of one partner, ended ones too, by their ids."""

    webhooks: dict[str, Webhook] = field(default_factory=dict)

    @property
    def live(self) -> tuple[Webhook, ...]:
        """Those that have not ended."""
        return tuple(w for w in self.webhooks.values() if w.status is not WebhookStatus.ENDED)

    def with_one(self, webhook_id: str, **change: Any) -> State:
        """The same, with one of them changed."""
        one = replace(self.webhooks[webhook_id], **change)
        return State({**self.webhooks, webhook_id: one})


EMPTY = State()
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unknown", "programme.webhook-registered.v1", "active"),
    ("active", "programme.webhook-changed.v1", "active"),
    ("active", "programme.webhook-replayed.v1", "active"),
    ("active", "programme.webhook-disabled.v1", "disabled"),
    ("disabled", "programme.webhook-changed.v1", "disabled"),
    ("disabled", "programme.webhook-replayed.v1", "active"),
    ("active", "programme.webhook-ended.v1", "ended"),
    ("disabled", "programme.webhook-ended.v1", "ended"),
)


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case WebhookRegistered(webhook_id=key, url=url, events=events, since=since):
            new = Webhook(id=key, url=url, events=events, since=since)
            return State({**state.webhooks, key: new})
        case WebhookChanged(webhook_id=key, url=url, events=events):
            return state.with_one(key, url=url, events=events)
        case WebhookReplayed(webhook_id=key, since=since):
            run = state.webhooks[key].run + 1
            return state.with_one(key, since=since, run=run, status=WebhookStatus.ACTIVE)
        case WebhookDisabled(webhook_id=key):
            return state.with_one(key, status=WebhookStatus.DISABLED)
        case WebhookEnded(webhook_id=key):
            return state.with_one(key, status=WebhookStatus.ENDED)
        case _:
            return state
