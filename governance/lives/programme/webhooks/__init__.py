"""Webhooks: where a partner system wants to be told of what changes, and of which events."""

from governance.lives.programme.webhooks.commands import COMMANDS
from governance.lives.programme.webhooks.decide import CODES, decide
from governance.lives.programme.webhooks.events import EVENTS
from governance.lives.programme.webhooks.state import EMPTY, TRANSITIONS, State, evolve

NAME = "programme-webhooks"

__all__ = [
    "CODES",
    "COMMANDS",
    "EMPTY",
    "EVENTS",
    "NAME",
    "TRANSITIONS",
    "State",
    "decide",
    "evolve",
]
