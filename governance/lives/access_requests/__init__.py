"""Access requests: from a draft to a decision, item by item as EHDS 67(2) lists them."""

from governance.lives.access_requests.commands import COMMANDS
from governance.lives.access_requests.decide import CODES, decide
from governance.lives.access_requests.events import EVENTS
from governance.lives.access_requests.possible import possible
from governance.lives.access_requests.state import EMPTY, TRANSITIONS, State, evolve

NAME = "access-requests"

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
