"""Sending what partner systems are told of: signed, to public addresses only, and nowhere else."""

from graph.webhooks.addresses import NotPublic, public_addresses
from graph.webhooks.running import keep_telling, tell_webhooks, telling
from graph.webhooks.sending import Sender

__all__ = [
    "NotPublic",
    "Sender",
    "keep_telling",
    "public_addresses",
    "tell_webhooks",
    "telling",
]
