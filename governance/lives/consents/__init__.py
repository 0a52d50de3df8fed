"""Consents: what citizens allow, refuse and withdraw, for studies too; reach, and the opt-out."""

from governance.lives.consents.commands import COMMANDS
from governance.lives.consents.decide import CODES, decide
from governance.lives.consents.events import EVENTS
from governance.lives.consents.state import EMPTY, TRANSITIONS, State, evolve

NAME = "consents"

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
