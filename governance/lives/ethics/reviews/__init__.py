"""Reviews: declared interests, a blind ballot, its computed outcome, a decision, conditions."""

from governance.lives.ethics.reviews.commands import COMMANDS
from governance.lives.ethics.reviews.decide import CODES, decide
from governance.lives.ethics.reviews.events import EVENTS
from governance.lives.ethics.reviews.possible import possible
from governance.lives.ethics.reviews.state import EMPTY, TRANSITIONS, State, evolve

NAME = "ethics-reviews"

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
