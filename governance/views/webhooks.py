"""Where a partner system is told of changes, and how far it has been told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.lives.programme import webhooks
from governance.lives.programme.webhooks.state import Webhook
from governance.lives.programme.webhooks.words import WebhookStatus
from governance.policy.visibility_facts import View
from governance.storage.webhooks import Progress, progress_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import standing
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookShown(Shown):
    """The fields of ``View.WEBHOOK``. Its secret was shown when it was registered."""

    webhook_id: str | None = None
    """By which it is meant when it is changed, replayed or ended."""
    url: str | None = None
    """Where it is told."""
    events: frozenset[str] | None = None
    """Codes of the events that are sent; empty means every one that the partner may be told of."""
    status: WebhookStatus | None = None
    """Whether anything is sent there."""
    since: int | None = None
    """The position above which it was last asked to be told."""
    delivered: int | None = None
    """The position up to which everything was told, as of now; None where nothing was yet."""
    attempts: int | None = None
    """How often in a row it took nothing."""
    next_at: datetime | None = None
    """When it is tried again, where it took nothing."""
    failing_since: datetime | None = None
    """Since when it has taken nothing; None where it took what came last."""


@dataclass(frozen=True, slots=True)
class Webhooks(Question[tuple[WebhookShown, ...]]):
    """The webhooks of one partner, ended ones too, the oldest first."""

    ACT: ClassVar[Act] = Act.READ_WEBHOOKS
    ABOUT: ClassVar[str] = webhooks.NAME
    partner_id: SubjectId

    @property
    def key(self) -> str:
        """The partner."""
        return self.partner_id

    async def answer(self, looking: Looking) -> tuple[WebhookShown, ...]:
        """Each as it stood at the instant, and how far it has come now."""
        about = (webhooks.NAME, self.partner_id)
        reader = await standing(looking)
        state: webhooks.State = await reader.state(webhooks, self.partner_id)
        progress = await progress_of(looking.now.session, self.partner_id)
        whole = [_shown(one, progress.get(key)) for key, one in state.webhooks.items()]
        shown = [await looking.redacted(one, View.WEBHOOK, about) for one in whole]
        return tuple(one for one in shown if one is not None)


def _shown(webhook: Webhook, progress: Progress | None) -> WebhookShown:
    current = progress if progress is not None and progress.run == webhook.run else None
    failing = current is not None and current.failing_since is not None
    return WebhookShown(
        id=webhook.id,
        webhook_id=webhook.id,
        url=webhook.url,
        events=webhook.events,
        status=webhook.status,
        since=webhook.since,
        delivered=current.position if current else None,
        attempts=current.attempts if current else 0,
        next_at=current.next_at if current and failing else None,
        failing_since=current.failing_since if current else None,
    )
