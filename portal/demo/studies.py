"""The studies of the demo: what each asks for, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from governance.lives.access_requests.words import Application, RequestKind
from governance.lives.permits.words import (
    Environment,
    PermitContent,
    PermitKind,
    PermittedVariable,
)
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell, EhdsCategory, Purpose, Reach, RecipientKind

ENVIRONMENT = "navarre-secure-environment"
GENOTYPES = "genotypes"
TOOLS = ("R", "Python")
GENOMIC, CLINICAL, EPIDEMIOLOGICAL = "genomic", "clinical", "epidemiological"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One study: its name, its aim in one sentence, and what it needs."""

    name: str
    benefit: str
    purpose: Purpose = Purpose.SCIENTIFIC_RESEARCH
    categories: tuple[str, ...] = (CLINICAL, EPIDEMIOLOGICAL)
    recipient: RecipientKind = RecipientKind.PUBLIC_RESEARCH
    kind: RequestKind = RequestKind.DATASET
    public: bool = True
    days: int = 3 * 365

    @property
    def cells(self) -> frozenset[Cell]:
        """What citizens have to allow for it."""
        return frozenset(
            Cell.parse(f"{self.purpose}:{category}:{self.recipient}")
            for category in self.categories
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which datasets a study asks for: a table's columns, and the variants where it needs them."""

    table_id: str
    variants_id: str
    columns: tuple[str, ...]

    @property
    def variables(self) -> frozenset[tuple[str, str]]:
        """(dataset, variable) pairs."""
        table = {(self.table_id, column) for column in self.columns}
        return frozenset(table | {(self.variants_id, GENOTYPES)})

    def of(self, study: Study) -> frozenset[tuple[str, str]]:
        """The pairs that this study asks for."""
        if GENOMIC in study.categories:
            return self.variables
        return frozenset(pair for pair in self.variables if pair[0] == self.table_id)


def application(
    study: Study, researchers: tuple[SubjectId, ...], wanted: Wanted, today: date
) -> Application:
    """The request of a study; the first researcher leads it."""
    columns = wanted.of(study)
    return Application(
        kind=study.kind,
        study=study.name,
        principal_investigator=researchers[0],
        named_persons=frozenset(researchers),
        purposes=frozenset({study.purpose}),
        cells=study.cells,
        datasets=frozenset(dataset for dataset, _ in columns),
        columns=columns,
        recipient=study.recipient,
        recipient_place=Reach.EEA,
        applicant_is_public=study.public,
        pseudonymised=study.kind is RequestKind.DATASET,
        environment_id=ENVIRONMENT,
        tools=TOOLS,
        starts=today,
        ends=today + timedelta(days=study.days),
    )


def content(request_id: str, asked: Application, applicant: SubjectId) -> PermitContent:
    """The permit that grants an application as it was asked."""
    genomic = any(cell.category == GENOMIC for cell in asked.cells)
    return PermitContent(
        request_id=request_id,
        protocol_version=1,
        kind=PermitKind(asked.kind.value),
        study=asked.study,
        applicant=applicant,
        principal_investigator=asked.principal_investigator,
        named_persons=asked.named_persons,
        purposes=asked.purposes,
        cells=asked.cells,
        datasets=asked.datasets,
        variables=frozenset(PermittedVariable(d, name) for d, name in asked.columns),
        ehds_categories=frozenset({EhdsCategory.A} | ({EhdsCategory.F} if genomic else set())),
        recipient=asked.recipient,
        recipient_place=asked.recipient_place,
        applicant_is_public=asked.applicant_is_public,
        pseudonymised=asked.pseudonymised,
        pseudonymisation_justified=asked.pseudonymised,
        environment=Environment(id=ENVIRONMENT, place=Reach.SPAIN, adequate=True),
        starts=asked.starts,
        ends=asked.ends,
        tools=asked.tools,
        fee_estimate_cents=120_000,
    )


CARDIOMETABOLIC = Study(
    name="cardiometabolic-risk",
    benefit="Earlier prevention of heart disease.",
    categories=(GENOMIC, CLINICAL, EPIDEMIOLOGICAL),
)
"""The study of the story."""
