"""What changed since a position, for whoever may read what changed."""

from governance.views.changes.feed import Change, Changes, Followed
from governance.views.changes.told import NOT_TOLD, TOLD, Telling

__all__ = ["NOT_TOLD", "TOLD", "Change", "Changes", "Followed", "Telling"]
