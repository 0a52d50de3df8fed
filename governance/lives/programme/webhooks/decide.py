"""What becomes of what is asked of a webhook."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.programme.webhooks.commands import (
    COMMANDS,
    ChangeWebhook,
    DisableWebhook,
    EndWebhook,
    RegisterWebhook,
    ReplayWebhook,
)
from governance.lives.programme.webhooks.events import (
    WebhookChanged,
    WebhookDisabled,
    WebhookEnded,
    WebhookRegistered,
    WebhookReplayed,
)
from governance.lives.programme.webhooks.state import State
from governance.lives.programme.webhooks.words import CODE, ID, MOST, MOST_CODES, sendable
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId

CODES = (
    "partner-not-active",
    "webhook-exists",
    "webhook-malformed",
    "webhook-not-active",
    "webhook-not-known",
    "address-not-sendable",
    "too-many-webhooks",
    "position-malformed",
    "fact-unknown",
)


def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """What is asked of one webhook; nothing but its end is possible where the partner ended."""
    if not isinstance(command, COMMANDS):
        raise TypeError(f"webhooks do not know {type(command).__name__}")
    if refusal := _refused(command, state, facts):
        return refusal
    head: dict[str, Any] = {"at": at, "by": by, "webhook_id": command.webhook_id}
    match command:
        case RegisterWebhook(url=url, events=events, since=since):
            return [WebhookRegistered(url=url, events=events, since=since, **head)]
        case ChangeWebhook(url=url, events=events):
            return [WebhookChanged(url=url, events=events, **head)]
        case ReplayWebhook(since=since):
            return [WebhookReplayed(since=since, **head)]
        case DisableWebhook():
            return [WebhookDisabled(**head)]
        case _:
            return [WebhookEnded(**head)]


def _refused(command: Any, state: State, facts: Any) -> Refusal | None:
    if facts.active is None:
        return Refusal("fact-unknown", field="active")
    if not facts.active and not isinstance(command, EndWebhook):
        return Refusal("partner-not-active", field="partner_id")
    standing = _standing(command, state)
    return standing or _malformed(command)


def _standing(command: Any, state: State) -> Refusal | None:
    """Whether this can be asked of the webhook as it stands."""
    known = state.webhooks.get(command.webhook_id)
    if isinstance(command, RegisterWebhook):
        if known is not None:
            return Refusal("webhook-exists", field="webhook_id")
        return Refusal("too-many-webhooks") if len(state.live) >= MOST else None
    if known is None or known not in state.live:
        return Refusal("webhook-not-known", field="webhook_id")
    if isinstance(command, DisableWebhook) and not known.active:
        return Refusal("webhook-not-active", field="webhook_id")
    return None


def _malformed(command: Any) -> Refusal | None:
    if not ID.fullmatch(command.webhook_id):
        return Refusal("webhook-malformed", field="webhook_id")
    if isinstance(command, RegisterWebhook | ChangeWebhook):
        if not sendable(command.url):
            return Refusal("address-not-sendable", field="url")
        if len(command.events) > MOST_CODES or not all(map(CODE.fullmatch, command.events)):
            return Refusal("webhook-malformed", field="events")
    if isinstance(command, RegisterWebhook | ReplayWebhook) and command.since < 0:
        return Refusal("position-malformed", field="since")
    return None
