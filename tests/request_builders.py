"""Datasets, requests and reviews that walked real commands: ``a_request().complete()``."""

from __future__ import annotations

from datetime import date
from typing import Self

from governance.lives.datasets import commands as dataset
from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.vocabulary.erasable import text
from governance.vocabulary.purposes import (
    DataCategory,
    EhdsCategory,
)
from tests.builders import Walk, an_id, person

DATASET, REQUEST = an_id(202), an_id(201)
HOLDER, APPLICANT, INVESTIGATOR, OFFICER = person(40), person(20), person(21), person(41)
WHY = text("because the file says so")
NOTHING = text(" ")
COMPLETE_BY, DECIDE_BY, LATER = date(2026, 11, 2), date(2027, 1, 5), date(2027, 4, 5)

PERSON = Variable("person", DataCategory.CLINICAL, VariableRole.IDENTIFIER)
AGE = Variable("age", DataCategory.CLINICAL, VariableRole.QUASI_IDENTIFIER)
DIAGNOSIS = Variable("diagnosis", DataCategory.EPIDEMIOLOGICAL, VariableRole.SENSITIVE)
DESCRIPTION = Description(
    title="Primary care 2025",
    media=Media.TABLE,
    issuer="snso",
    ehds_categories=frozenset({EhdsCategory.A}),
    legal_basis_6="e",
    legal_basis_9="j",
    variables=(PERSON, AGE, DIAGNOSIS),
)
REGISTER = dataset.RegisterDataset(dataset_id=DATASET, description=DESCRIPTION)
IMPORT = dataset.AddDatasetVersion(
    dataset_id=DATASET,
    sha256="ab" * 32,
    rows=1200,
    columns=("person", "age", "diagnosis"),
    id_column="person",
)
RETIRE = dataset.RetireDataset(dataset_id=DATASET, reason=WHY)


class DatasetWalk(Walk):
    """A dataset, further along."""

    def imported(self) -> Self:
        """With a file as its first version."""
        return self.having(IMPORT, by=HOLDER)

    def retired(self) -> Self:
        """No longer in use."""
        return self.having(RETIRE, by=HOLDER)


def a_dataset(description: Description = DESCRIPTION) -> DatasetWalk:
    """A dataset in the catalogue, without a file."""
    register = dataset.RegisterDataset(dataset_id=DATASET, description=description)
    return DatasetWalk().having(register, by=HOLDER)
