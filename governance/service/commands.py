"""Every command that somebody gives, as it is given: some are more than the ledger's concern."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from governance.service.attaching import DocumentWish, attach_document
from governance.service.carry_out import carry_out
from governance.service.preparation import ReleaseWish, prepare_release
from governance.service.webhooks import end_webhook, register_webhook

Through = Callable[..., Awaitable[Any]]
SENT_AS: dict[str, Any] = {"PrepareRelease": ReleaseWish, "AttachDocument": DocumentWish}
CARRIED_OUT_BY: dict[str, Through] = {
    "RegisterWebhook": register_webhook,
    "EndWebhook": end_webhook,
    "PrepareRelease": prepare_release,
    "AttachDocument": attach_document,
}


def sent_as(command: type[Any]) -> type[Any]:
    """What is sent for a command: itself, or a wish, where nobody can write the command without
    having counted or hashed."""
    sent: type[Any] = SENT_AS.get(command.__name__, command)
    return sent


def through(command: type[Any]) -> Through:
    """What carries it out: a secret is drawn or forgotten, sources are read, a file is looked into;
    for all others, the ledger and no more."""
    return CARRIED_OUT_BY.get(command.__name__, carry_out)
