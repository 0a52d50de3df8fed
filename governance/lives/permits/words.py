"""The words of a permit: its content as EHDS 68(10) lists it, and what its life can be."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import (
    Cell,
    EhdsCategory,
    Purpose,
    Reach,
    RecipientKind,
)

MAXIMUM_YEARS = 10
"""EHDS 68(12): the longest duration, and the longest extension."""


class PermitKind(StrEnum):
    """Row-level data in an environment (EHDS 67), or an anonymised answer only (EHDS 69)."""

    DATASET = "dataset"
    STATISTICS = "statistics"


class PermitStatus(StrEnum):
    """Where a permit stands. Whether its last day is over is a question of dates, asked apart."""

    NOT_ISSUED = "not-issued"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, order=True)
class PermittedVariable:
    """One variable of one dataset."""

    dataset_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The secure processing environment into which data are delivered (EHDS 73)."""

    id: str
    place: Reach
    adequate: bool
    """In the EU, or in a country with an adequacy decision (EHDS 87)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitContent:
    """What the authority grants. Empty fields are legal values here and refused by ``decide``."""

    request_id: str
    protocol_version: int
    kind: PermitKind
    study: str
    applicant: SubjectId
    principal_investigator: SubjectId
    named_persons: frozenset[SubjectId]
    purposes: frozenset[Purpose]
    cells: frozenset[Cell]
    datasets: frozenset[str]
    variables: frozenset[PermittedVariable]
    ehds_categories: frozenset[EhdsCategory]
    recipient: RecipientKind
    recipient_place: Reach
    applicant_is_public: bool
    pseudonymised: bool
    pseudonymisation_justified: bool
    opt_out_override: bool = False
    environment: Environment
    starts: date
    ends: date
    tools: tuple[str, ...]
    fee_estimate_cents: int | None
    conditions: tuple[str, ...] = ()
    holder_conditions: frozenset[str] = frozenset()
    """Datasets with protected content for which a condition is attached (EHDS 52)."""


def last_day_to_ask(ends: date) -> date:
    """The day by which an extension is asked for: a month before the end (EHDS 68(12)).

    The same day of the month before, or its last day.
    """
    year, month = (ends.year, ends.month - 1) if ends.month > 1 else (ends.year - 1, 12)
    return date(year, month, min(ends.day, monthrange(year, month)[1]))


def missing_items(content: PermitContent) -> tuple[str, ...]:
    """The items of EHDS 68(10) that are empty, by their letter and name."""
    present = (
        ("a-data", bool(content.datasets and content.variables)),
        ("a-categories", bool(content.ehds_categories)),
        ("b-purpose", bool(content.purposes and content.cells)),
        ("d-authorised-persons", bool(content.named_persons)),
        ("e-duration", content.starts <= content.ends),
        ("f-environment-and-tools", bool(content.environment.id and content.tools)),
        ("g-fees", content.fee_estimate_cents is not None),
    )
    return tuple(name for name, there in present if not there)


def widens(old: PermitContent, new: PermitContent) -> bool:
    """Whether an amendment widens purpose, data or recipients, and so counts as a new issue.

    Rows instead of statistics, pseudonyms instead of anonymity, and another environment widen too.
    """
    return not (
        new.purposes <= old.purposes
        and new.cells <= old.cells
        and new.datasets <= old.datasets
        and new.variables <= old.variables
        and new.recipient is old.recipient
        and new.recipient_place is old.recipient_place
        and new.named_persons <= old.named_persons
        and new.kind is old.kind
        and new.environment == old.environment
        and new.pseudonymised <= old.pseudonymised
        and new.opt_out_override <= old.opt_out_override
    )
