"""What may become of a dataset: domain reasons only; who may ask is decided before."""

from __future__ import annotations

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
from governance.lives.datasets.words import DatasetVersion, Description, VariableRole
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
    "version-exists",
)


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
            return _wrong(description) or [DatasetDescribed(at=at, by=by, description=description)]
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
    )
    if missing := tuple(name for name, there in present if not there):
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


def _add(
    command: AddDatasetVersion, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    described = state.description.variables if state.description else ()
    unknown = frozenset(command.columns) - {variable.name for variable in described}
    if unknown:
        return Refusal("variables-missing", field="columns", items=tuple(sorted(unknown)))
    identifiers = state.variables(VariableRole.IDENTIFIER)
    if command.id_column is not None and command.id_column not in identifiers:
        return Refusal("identifier-unmarked", field="id_column")
    if any(v.sha256 == command.sha256 for v in state.versions):
        return Refusal("version-exists", field="sha256")
    version = DatasetVersion(
        number=len(state.versions) + 1,
        sha256=command.sha256,
        rows=command.rows,
        id_column=command.id_column,
    )
    return [DatasetVersionAdded(at=at, by=by, version=version)]
