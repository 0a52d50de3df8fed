"""Datasets: what a holder keeps, variable by variable, and the versions that were imported."""

from governance.lives.datasets.commands import COMMANDS
from governance.lives.datasets.decide import CODES, decide
from governance.lives.datasets.events import EVENTS
from governance.lives.datasets.state import EMPTY, TRANSITIONS, State, evolve

NAME = "datasets"

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
