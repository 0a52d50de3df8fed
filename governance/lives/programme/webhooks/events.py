"""What has happened to a webhook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.vocabulary.entries import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfWebhook(Event):
    webhook_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookRegistered(_OfWebhook):
    """The partner is told there of these events above that position."""

    CODE: ClassVar[str] = "programme.webhook-registered.v1"
    url: str
    events: frozenset[str]
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChanged(_OfWebhook):
    """Address and events replace those before."""

    CODE: ClassVar[str] = "programme.webhook-changed.v1"
    url: str
    events: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookReplayed(_OfWebhook):
    """The partner is told everything above that position once more."""

    CODE: ClassVar[str] = "programme.webhook-replayed.v1"
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDisabled(_OfWebhook):
    """It took nothing for days; nothing is sent until it is replayed."""

    CODE: ClassVar[str] = "programme.webhook-disabled.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEnded(_OfWebhook):
    """Nothing is sent there any more."""

    CODE: ClassVar[str] = "programme.webhook-ended.v1"


EVENTS = (WebhookRegistered, WebhookChanged, WebhookReplayed, WebhookDisabled, WebhookEnded)
