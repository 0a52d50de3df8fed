"""Releases: from a recipe that two officers sign to a delivered, or withheld, package."""

from governance.lives.releases.commands import COMMANDS
from governance.lives.releases.decide import CODES, decide
from governance.lives.releases.events import EVENTS
from governance.lives.releases.possible import possible
from governance.lives.releases.state import EMPTY, TRANSITIONS, State, evolve

NAME = "releases"

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
