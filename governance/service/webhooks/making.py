"""Webhooks come and go: their secrets are drawn here, kept like other keys, and shown once."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass, field

from governance.lives.programme.keys import KeyKind
from governance.lives.programme.webhooks.commands import EndWebhook, RegisterWebhook
from governance.lives.programme.webhooks.events import WebhookRegistered
from governance.principals import Principal
from governance.refusals import Conflict, Refusal
from governance.service.carry_out import Done, Once, Outcome, carry_out
from governance.service.house import House
from governance.storage.keys import KeyDestroyed, KeyMissing
from governance.storage.webhooks import Named

PREFIX = "whsec_"
"""Before the secret in base64. Source: Standard Webhooks."""


@dataclass(frozen=True, slots=True)
class WebhookMade:
    """A webhook is there. Its secret, which verifies what is sent there, is shown in this answer
    only: nobody can ask for it, but the same command under the same idempotency key.
    """

    done: Done
    webhook_id: str
    secret: str = field(repr=False)


async def register_webhook(
    house: House, command: RegisterWebhook, *, by: Principal, once: Once | None = None
) -> WebhookMade | Refusal | Conflict:
    """Register it and draw the secret that signs what is sent there."""
    outcome = await carry_out(house, command, by=by, once=once)
    if not isinstance(outcome, Done):
        return outcome
    [made] = [one.event for one in outcome.recorded if isinstance(one.event, WebhookRegistered)]
    named = command.partner_id, made.webhook_id  # sent again under its key, it is the first one
    try:
        house.keys.ensure_secret(KeyKind.WEBHOOK, _owner(named))
    except KeyDestroyed:  # sent again under its key, after the webhook was ended
        return Refusal("webhook-not-known", field="webhook_id")
    return WebhookMade(outcome, made.webhook_id, secret_of(house, named))


async def end_webhook(
    house: House, command: EndWebhook, *, by: Principal, once: Once | None = None
) -> Outcome:
    """End it, and forget its secret."""
    outcome = await carry_out(house, command, by=by, once=once)
    if isinstance(outcome, Done):
        forget_secret(house, (command.partner_id, command.webhook_id))
    return outcome


def secret_of(house: House, named: Named) -> str:
    """The secret as Standard Webhooks writes it. Raises KeyMissing, KeyDestroyed."""
    key = house.keys.secret(KeyKind.WEBHOOK, _owner(named))
    return PREFIX + b64encode(key.secret).decode()


def forget_secret(house: House, named: Named) -> None:
    """Nobody signs with it any more."""
    try:
        house.keys.destroy(house.keys.secret(KeyKind.WEBHOOK, _owner(named)).key_id)
    except (KeyMissing, KeyDestroyed):
        return


def _owner(named: Named) -> str:
    """Bound to the partner: whoever uses another's id of a webhook has a key of its own."""
    return hashlib.sha256("/".join(named).encode()).hexdigest()[:32]
