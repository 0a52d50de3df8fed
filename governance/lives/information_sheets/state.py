"""The versions of a sheet, and which of them was in force when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from governance.lives.information_sheets import events as happened
from governance.lives.information_sheets.words import GENETIC_ITEMS, Version
from governance.vocabulary.entries import Event


@dataclass(frozen=True, slots=True)
class State:
    """The versions of one sheet."""

    versions: tuple[Version, ...] = ()
    retired_at: datetime | None = None

    def version(self, major: int, minor: int) -> Version | None:
        """That version, if it was ever drafted."""
        wanted = (v for v in self.versions if (v.major, v.minor) == (major, minor))
        return next(wanted, None)

    def was_published(self, major: int, minor: int, at: datetime) -> bool:
        """Whether somebody could read that version at that instant."""
        version = self.version(major, minor)
        since = version.published_at if version else None
        return since is not None and since <= at and not self.was_retired(at)

    def was_retired(self, at: datetime) -> bool:
        """Whether the sheet was given up by that instant."""
        return self.retired_at is not None and self.retired_at <= at

    def major_in_force(self, at: datetime) -> int | None:
        """The newest major version published by then; None where nothing is, or it is retired."""
        if self.was_retired(at):
            return None
        until = (v for v in self.versions if v.published_at and v.published_at <= at)
        return max((v.major for v in until), default=None)

    def covers_genetics(self, major: int, minor: int) -> bool:
        """Whether that version explains the six items of Ley 14/2007 47."""
        version = self.version(major, minor)
        return version is not None and version.items >= GENETIC_ITEMS


EMPTY = State()


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case happened.SheetDrafted():
            version = Version(event.major, event.minor, event.items, event.by)
            return replace(state, versions=(*state.versions, version))
        case happened.SheetPublished(major=major, minor=minor):
            published = tuple(
                replace(v, published_at=event.at) if (v.major, v.minor) == (major, minor) else v
                for v in state.versions
            )
            return replace(state, versions=published)
        case happened.SheetRetired():
            return replace(state, retired_at=event.at)
        case _:
            return state


TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "sheet.drafted.v1", "draft"),
    ("draft", "sheet.published.v1", "published"),
    ("published", "sheet.drafted.v1", "published"),
    ("published", "sheet.published.v1", "published"),
    ("published", "sheet.retired.v1", "retired"),
    ("draft", "sheet.retired.v1", "retired"),
)
