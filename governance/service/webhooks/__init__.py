"""Webhooks: partner systems are told of what changes, where they said, and as far as they may."""

from governance.service.webhooks.making import WebhookMade, end_webhook, register_webhook
from governance.service.webhooks.messages import Answer, Message, Send
from governance.service.webhooks.telling import deliver_webhooks

__all__ = [
    "Answer",
    "Message",
    "Send",
    "WebhookMade",
    "deliver_webhooks",
    "end_webhook",
    "register_webhook",
]
