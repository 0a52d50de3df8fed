"""Information sheets: what a citizen read before choosing, in versions and three languages.

A minor version changes wording and nothing else; a major version asks again: answers given under an
older major no longer count (Ley 14/2007 4.1, GDPR 7).
"""

from governance.lives.information_sheets.commands import COMMANDS
from governance.lives.information_sheets.decide import CODES, decide
from governance.lives.information_sheets.events import EVENTS
from governance.lives.information_sheets.state import EMPTY, TRANSITIONS, State, evolve

NAME = "information-sheets"

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
