"""Stories of datasets: described by their holder, imported, imported again, retired."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from governance.lives.datasets import commands as ask
from governance.lives.datasets import events as happened
from governance.lives.datasets.words import Media, VariableRole
from governance.vocabulary.entries import Command
from governance.vocabulary.purposes import DataCategory
from tests.builders import Walk
from tests.request_builders import (
    AGE,
    DATASET,
    DESCRIPTION,
    DIAGNOSIS,
    HOLDER,
    IMPORT,
    PERSON,
    REGISTER,
    RETIRE,
    a_dataset,
)
from tests.story import given

DESCRIBE = ask.DescribeDataset(dataset_id=DATASET, description=DESCRIPTION)
AGAIN = replace(IMPORT, sha256="cd" * 32, rows=1300)
OF_VARIANTS = replace(DESCRIPTION, media=Media.VARIANTS)


def test_whoever_registers_a_dataset_is_its_holder() -> None:
    story = given().when(REGISTER, by=HOLDER).then(happened.DatasetRegistered)
    assert story.state.holder == HOLDER
    story.when(REGISTER).refused("dataset-exists", field="dataset_id")


@pytest.mark.parametrize("command", [DESCRIBE, IMPORT, RETIRE])
def test_nothing_happens_to_a_dataset_that_nobody_registered(command: Command) -> None:
    given().when(command).refused("dataset-unknown", field="dataset_id")


@pytest.mark.parametrize("walk", [a_dataset(), a_dataset().imported()])
@pytest.mark.parametrize("command", [DESCRIBE, AGAIN, RETIRE])
def test_a_retired_dataset_stays_as_it_was(walk: Walk, command: Command) -> None:
    story = given(*walk).when(RETIRE).then(happened.DatasetRetired)
    assert story.state.retired
    story.when(command).refused("dataset-retired", field="dataset_id")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"title": " "}, "description-incomplete", "title"),
        ({"issuer": ""}, "description-incomplete", "issuer"),
        ({"ehds_categories": frozenset()}, "description-incomplete", "ehds_categories"),
        ({"variables": ()}, "description-incomplete", "variables"),
        ({"variables": (replace(AGE, name=" "),)}, "description-incomplete", "variables"),
        ({"legal_basis_6": ""}, "legal-basis-unknown", "legal_basis_6"),
        ({"legal_basis_6": "g"}, "legal-basis-unknown", "legal_basis_6"),
        ({"legal_basis_6": "f"}, "public-body-interest", "legal_basis_6"),
        ({"legal_basis_9": ""}, "legal-basis-unknown", "legal_basis_9"),
        ({"legal_basis_9": "k"}, "legal-basis-unknown", "legal_basis_9"),
        ({"variables": (AGE, PERSON, AGE)}, "variable-twice", "variables"),
    ],
)
def test_a_description_says_everything_at_first_and_later(
    change: dict[str, Any], code: str, field: str
) -> None:
    wrong = replace(DESCRIPTION, **change)
    given().when(replace(REGISTER, description=wrong)).refused(code, field=field)
    given(*a_dataset()).when(replace(DESCRIBE, description=wrong)).refused(code, field=field)


def test_everything_missing_from_a_description_is_named_at_once() -> None:
    empty = replace(DESCRIPTION, title="", issuer="", ehds_categories=frozenset(), variables=())
    missing = ("title", "issuer", "ehds_categories", "variables")
    story = given().when(replace(REGISTER, description=empty))
    story.refused("description-incomplete", field="title", items=missing)


def test_a_description_is_replaced_and_the_holder_stays() -> None:
    better = replace(DESCRIPTION, title="Primary care, revised", family_linked=True)
    story = given(*a_dataset()).when(replace(DESCRIBE, description=better))
    state = story.then(happened.DatasetDescribed).state
    assert (state.description, state.holder) == (better, HOLDER)


def test_a_table_never_becomes_a_file_of_variants() -> None:
    story = given(*a_dataset()).when(replace(DESCRIBE, description=OF_VARIANTS))
    story.refused("media-cannot-change", field="media")


def test_a_file_imported_again_is_a_version_of_its_own() -> None:
    story = given(*a_dataset()).when(IMPORT).then(happened.DatasetVersionAdded)
    story.when(replace(AGAIN, sha256=IMPORT.sha256)).refused("version-exists", field="sha256")
    state = story.when(AGAIN).then(happened.DatasetVersionAdded).state
    assert [version.number for version in state.versions] == [1, 2]
    assert state.version(1).rows == IMPORT.rows
    assert state.version(2).sha256 == AGAIN.sha256
    assert state.version(3) is None


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"sha256": "AB" * 32}, "hash-malformed", "sha256"),
        ({"sha256": "ab" * 33}, "hash-malformed", "sha256"),
        ({"rows": 0}, "version-empty", "rows"),
        ({"columns": ("person", "salary")}, "variables-missing", "columns"),
        ({"columns": ("age",)}, "id-column-missing", "id_column"),
        ({"id_column": None}, "id-column-missing", "id_column"),
        ({"id_column": "age"}, "identifier-unmarked", "id_column"),
    ],
)
def test_a_file_holds_what_the_description_says(
    change: dict[str, Any], code: str, field: str
) -> None:
    given(*a_dataset()).when(replace(IMPORT, **change)).refused(code, field=field)


def test_columns_that_nobody_described_are_named() -> None:
    strange = replace(IMPORT, columns=("salary", "person", "iban"))
    story = given(*a_dataset()).when(strange)
    story.refused("variables-missing", items=("iban", "salary"))


def test_variants_have_samples_and_need_no_column_of_ids() -> None:
    file = replace(IMPORT, columns=(), id_column=None)
    story = given(*a_dataset(OF_VARIANTS)).when(file).then(happened.DatasetVersionAdded)
    story.when(replace(DESCRIBE, description=OF_VARIANTS)).then(happened.DatasetDescribed)
    other = replace(file, sha256="ef" * 32, id_column="age")
    story.when(other).refused("identifier-unmarked", field="id_column")


def test_an_imported_column_stays_described() -> None:
    without = replace(DESCRIPTION, variables=(PERSON, AGE))
    command = replace(DESCRIBE, description=without)
    given(*a_dataset()).when(command).then(happened.DatasetDescribed)
    story = given(*a_dataset().imported()).when(command)
    story.refused("variables-missing", field="variables", items=("diagnosis",))


def test_the_id_of_an_imported_file_stays_an_identifier() -> None:
    plain = replace(PERSON, role=VariableRole.PLAIN)
    command = replace(DESCRIBE, description=replace(DESCRIPTION, variables=(plain, AGE, DIAGNOSIS)))
    given(*a_dataset()).when(command).then(happened.DatasetDescribed)
    story = given(*a_dataset().imported()).when(command)
    story.refused("identifier-unmarked", field="variables")


def test_a_variable_is_known_by_its_role_and_its_category() -> None:
    state = given(*a_dataset()).when(IMPORT).then(happened.DatasetVersionAdded).state
    assert state.variables(VariableRole.IDENTIFIER) == {"person"}
    hides = (VariableRole.QUASI_IDENTIFIER, VariableRole.SENSITIVE)
    assert state.variables(*hides) == {"age", "diagnosis"}
    assert state.categories(frozenset({"age"})) == {DataCategory.CLINICAL}
    both = {DataCategory.CLINICAL, DataCategory.EPIDEMIOLOGICAL}
    assert state.categories(frozenset({"age", "diagnosis"})) == both


def test_a_column_that_nobody_described_may_hold_anything() -> None:
    state = given(*a_dataset()).when(IMPORT).then(happened.DatasetVersionAdded).state
    assert state.categories(frozenset({"age", "salary"})) == frozenset(DataCategory)
