"""Citizens: the register of people, who may decide for whom, and who is whose relative."""

from governance.lives.citizens.commands import COMMANDS
from governance.lives.citizens.decide import CODES, decide
from governance.lives.citizens.events import EVENTS
from governance.lives.citizens.state import EMPTY, TRANSITIONS, State, evolve

NAME = "citizens"

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
