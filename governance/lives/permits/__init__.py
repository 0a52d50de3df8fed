"""Permits: the authority's grant, from issue to the deletion of the data (EHDS 68)."""

from governance.lives.permits.commands import COMMANDS
from governance.lives.permits.decide import CODES, decide
from governance.lives.permits.events import EVENTS
from governance.lives.permits.possible import possible
from governance.lives.permits.state import EMPTY, TRANSITIONS, State, evolve

NAME = "permits"

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
    "possible",
]
