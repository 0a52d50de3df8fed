"""What a dataset is at one instant, and the questions that other rooms ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from governance.lives.datasets.events import (
    DatasetDescribed,
    DatasetRegistered,
    DatasetRetired,
    DatasetVersionAdded,
)
from governance.lives.datasets.words import DatasetVersion, Description, VariableRole
from governance.vocabulary.entries import Event
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import DataCategory


@dataclass(frozen=True, slots=True)
class State:
    """One dataset."""

    description: Description | None = None
    holder: SubjectId | None = None
    versions: tuple[DatasetVersion, ...] = ()
    retired: bool = False

    def version(self, number: int) -> DatasetVersion | None:
        """That version, if it was imported."""
        return next((v for v in self.versions if v.number == number), None)

    def variables(self, *roles: VariableRole) -> frozenset[str]:
        """Names of the variables that have one of these roles."""
        known = self.description.variables if self.description else ()
        return frozenset(v.name for v in known if v.role in roles)

    def categories(self, columns: frozenset[str]) -> frozenset[DataCategory]:
        """What a citizen must allow for these columns to leave.

        A column that is not described may hold anything, so that everything must be allowed.
        """
        known = {v.name: v.category for v in self.description.variables} if self.description else {}
        if columns - known.keys():
            return frozenset(DataCategory)
        return frozenset(known[name] for name in columns)


EMPTY = State()


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case DatasetRegistered(description=description, by=by):
            return replace(state, description=description, holder=by)
        case DatasetDescribed(description=description):
            return replace(state, description=description)
        case DatasetVersionAdded(version=version):
            return replace(state, versions=(*state.versions, version))
        case DatasetRetired():
            return replace(state, retired=True)
        case _:
            return state


TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unknown", "dataset.registered.v1", "registered"),
    ("registered", "dataset.described.v1", "registered"),
    ("registered", "dataset.version-added.v1", "registered"),
    ("registered", "dataset.retired.v1", "retired"),
)
