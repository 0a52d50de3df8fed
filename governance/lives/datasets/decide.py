"""What may become of a dataset: domain reasons only; who may ask is decided before."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from governance.lives.datasets.commands import (
    AddDatasetVersion,
    DescribeDataset,
    RegisterDataset,
    RetireDataset,
)
from governance.lives.datasets.events import (
    DatasetDescribed,
    DatasetRegistered,
    DatasetRetired,
    DatasetVersionAdded,
)
from governance.lives.datasets.state import State
from governance.lives.datasets.words import DatasetVersion, Description, Media, VariableRole
from governance.refusals import Refusal
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId

CODES = (
    "dataset-exists",
    "dataset-unknown",
    "dataset-retired",
    "description-incomplete",
    "legal-basis-unknown",
    "public-body-interest",
    "variable-twice",
    "media-cannot-change",
    "variables-missing",
    "identifier-unmarked",
    "id-column-missing",
    "hash-malformed",
    "version-empty",
    "version-exists",
)
SHA256 = re.compile("[0-9a-f]{64}")


def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Register, describe, import, retire."""
    if isinstance(command, RegisterDataset):
        if state.description is not None:
            return Refusal("dataset-exists", field="dataset_id")
        return _wrong(command.description) or [
            DatasetRegistered(at=at, by=by, description=command.description)
        ]
    if state.description is None:
        return Refusal("dataset-unknown", field="dataset_id")
    if state.retired:
        return Refusal("dataset-retired", field="dataset_id")
    match command:
        case DescribeDataset(description=description):
            if description.media is not state.description.media:
                return Refusal("media-cannot-change", field="media")
            return (
                _wrong(description)
                or _abandoned(description, state)
                or [DatasetDescribed(at=at, by=by, description=description)]
            )
        case AddDatasetVersion():
            return _add(command, state, by, at)
        case RetireDataset(reason=reason):
            return [DatasetRetired(at=at, by=by, reason=reason)]
        case _:
            raise TypeError(f"datasets do not know {type(command).__name__}")


def _wrong(description: Description) -> Refusal | None:
    present = (
        ("title", bool(description.title.strip())),
        ("issuer", bool(description.issuer.strip())),
        ("ehds_categories", bool(description.ehds_categories)),
        ("variables", bool(description.variables)),
        ("variables", all(variable.name.strip() for variable in description.variables)),
    )
    if missing := tuple(dict.fromkeys(name for name, there in present if not there)):
        return Refusal("description-incomplete", field=missing[0], items=missing)
    if description.legal_basis_6 not in tuple("abcdef"):
        return Refusal("legal-basis-unknown", field="legal_basis_6")
    if description.legal_basis_9 not in tuple("abcdefghij"):
        return Refusal("legal-basis-unknown", field="legal_basis_9")
    if description.legal_basis_6 == "f":
        # GDPR 6(1): not for public authorities, and every holder here is one
        return Refusal("public-body-interest", field="legal_basis_6")
    names = [variable.name for variable in description.variables]
    if len(set(names)) != len(names):
        return Refusal("variable-twice", field="variables")
    return None


def _abandoned(description: Description, state: State) -> Refusal | None:
    """An imported column stays described, and an id an identifier: permits speak of both."""
    held: frozenset[str] = frozenset().union(*(v.columns for v in state.versions))
    if gone := held - {variable.name for variable in description.variables}:
        return Refusal("variables-missing", field="variables", items=tuple(sorted(gone)))
    marked = {v.name for v in description.variables if v.role is VariableRole.IDENTIFIER}
    if {v.id_column for v in state.versions} - {None, *marked}:
        return Refusal("identifier-unmarked", field="variables")
    return None


def _add(
    command: AddDatasetVersion, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    described = state.description
    columns = frozenset(command.columns)
    if not SHA256.fullmatch(command.sha256):
        return Refusal("hash-malformed", field="sha256")
    if command.rows < 1:
        return Refusal("version-empty", field="rows")
    if unknown := columns - {v.name for v in (described.variables if described else ())}:
        return Refusal("variables-missing", field="columns", items=tuple(sorted(unknown)))
    if described and described.media is Media.TABLE and command.id_column not in columns:
        return Refusal("id-column-missing", field="id_column")
    identifiers = state.variables(VariableRole.IDENTIFIER)
    if command.id_column is not None and command.id_column not in identifiers:
        return Refusal("identifier-unmarked", field="id_column")
    if any(v.sha256 == command.sha256 for v in state.versions):
        return Refusal("version-exists", field="sha256")
    version = DatasetVersion(
        number=len(state.versions) + 1,
        sha256=command.sha256,
        rows=command.rows,
        columns=columns,
        id_column=command.id_column,
    )
    return [DatasetVersionAdded(at=at, by=by, version=version)]
