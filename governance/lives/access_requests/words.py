"""The words of an access request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import (
    Cell,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)


class RequestKind(StrEnum):
    """Rows into an environment (EHDS 67), or an anonymised answer only (EHDS 69)."""

    DATASET = "dataset"
    STATISTICS = "statistics"


class RequestStatus(StrEnum):
    """Where a request stands."""

    NONE = "none"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    COMPLETE = "complete"
    UNDER_ETHICS_REVIEW = "under-ethics-review"
    DECIDED = "decided"
    CLOSED = "closed"


EDITABLE = (RequestStatus.DRAFT, RequestStatus.RETURNED)
"""Where the applicant still writes."""


class Item(StrEnum):
    """The items of EHDS 67(2), by their letter."""

    A_APPLICANT = "a-applicant-and-persons"
    B_PURPOSE = "b-purpose"
    C_BENEFIT = "c-expected-benefit"
    D_DATA = "d-data"
    E_PSEUDONYMISED = "e-pseudonymised-justification"
    F_BROUGHT_IN = "f-datasets-brought-in"
    G_SAFEGUARDS = "g-safeguards"
    H_PERIOD = "h-period"
    I_TOOLS = "i-tools-and-environment"
    J_ETHICS = "j-ethics-information"
    K_OVERRIDE = "k-opt-out-override"


class Criterion(StrEnum):
    """What an assessor must find true before a permit may be issued (EHDS 68(1)(a)-(h))."""

    A_PURPOSES = "a-purposes"
    B_NECESSARY = "b-data-necessary"
    C_PSEUDONYMISED = "c-pseudonymised-justified"
    D_LAWFUL = "d-lawful-basis"
    E_QUALIFIED = "e-applicant-qualified"
    F_SAFEGUARDS = "f-safeguards"
    G_ETHICS = "g-ethics"
    H_PUBLIC_SECURITY = "h-no-threat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document as it describes itself; its name and its bytes stand beside it."""

    id: str
    item: Item
    """The item of EHDS 67(2) that it belongs to."""
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    """Of its bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What is asked, as plain values; the texts that justify it stand beside it."""

    kind: RequestKind
    study: str
    principal_investigator: SubjectId
    named_persons: frozenset[SubjectId]
    purposes: frozenset[Purpose]
    cells: frozenset[Cell]
    datasets: frozenset[str]
    columns: frozenset[tuple[str, str]]
    """(dataset id, variable) pairs."""
    recipient: RecipientKind
    recipient_place: Reach
    applicant_is_public: bool
    pseudonymised: bool
    environment_id: str
    tools: tuple[str, ...]
    starts: date
    ends: date
    declared_uses: frozenset[ProhibitedUse] = frozenset()
    """Uses of EHDS 54 that the applicant could not exclude."""
    opt_out_override: bool = False
