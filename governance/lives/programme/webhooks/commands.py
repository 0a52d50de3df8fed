"""What can be asked of a webhook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What the partners' own life says."""

    active: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _WebhookCommand(Command):
    FACTS: ClassVar[type] = PartnerFacts
    partner_id: SubjectId
    webhook_id: str
    """32 hexadecimal characters, fresh."""

    @property
    def stream(self) -> str:
        """Everything of one partner."""
        return self.partner_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterWebhook(_WebhookCommand):
    """Tell a partner of what changes, at this address."""

    ACT: ClassVar[Act] = Act.REGISTER_WEBHOOK
    url: str
    events: frozenset[str] = frozenset()
    """Codes of the events to be told of; empty means every one that the partner may be told of."""
    since: int
    """The position of the ledger above which it is told: the newest, or an earlier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWebhook(_WebhookCommand):
    """Tell it elsewhere, or of other events; from where it has come to."""

    ACT: ClassVar[Act] = Act.CHANGE_WEBHOOK
    url: str
    events: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayWebhook(_WebhookCommand):
    """Tell it everything above a position once more; one that was disabled is told again."""

    ACT: ClassVar[Act] = Act.REPLAY_WEBHOOK
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableWebhook(_WebhookCommand):
    """Give up: it has taken nothing for too long."""

    ACT: ClassVar[Act] = Act.DISABLE_WEBHOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWebhook(_WebhookCommand):
    """From now on nothing is sent there."""

    ACT: ClassVar[Act] = Act.END_WEBHOOK


COMMANDS = (RegisterWebhook, ChangeWebhook, ReplayWebhook, DisableWebhook, EndWebhook)
