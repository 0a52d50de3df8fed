"""Why data may be used, what kind they are, and by whom: the three sides of a consent cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What data are used for: the strategy's families spelled out as EHDS 53(1) lists them."""

    CARE = "care"
    PUBLIC_HEALTH = "public-health"
    POLICY_AND_PLANNING = "policy-and-planning"
    OFFICIAL_STATISTICS = "official-statistics"
    CARE_IMPROVEMENT = "care-improvement"
    SCIENTIFIC_RESEARCH = "scientific-research"
    EDUCATION = "education"
    PRODUCT_INNOVATION = "product-innovation"
    ALGORITHM_TRAINING = "algorithm-training"


class PurposeFamily(StrEnum):
    """The four families under which a citizen meets the purposes."""

    CARE = "care"
    SERVICE_MANAGEMENT = "service-management-and-planning"
    RESEARCH = "research-and-knowledge"
    DEVELOPMENT = "sustainability-and-economic-development"


FAMILY: dict[Purpose, PurposeFamily] = {
    Purpose.CARE: PurposeFamily.CARE,
    Purpose.PUBLIC_HEALTH: PurposeFamily.SERVICE_MANAGEMENT,
    Purpose.POLICY_AND_PLANNING: PurposeFamily.SERVICE_MANAGEMENT,
    Purpose.OFFICIAL_STATISTICS: PurposeFamily.SERVICE_MANAGEMENT,
    Purpose.CARE_IMPROVEMENT: PurposeFamily.SERVICE_MANAGEMENT,
    Purpose.SCIENTIFIC_RESEARCH: PurposeFamily.RESEARCH,
    Purpose.EDUCATION: PurposeFamily.RESEARCH,
    Purpose.PRODUCT_INNOVATION: PurposeFamily.DEVELOPMENT,
    Purpose.ALGORITHM_TRAINING: PurposeFamily.DEVELOPMENT,
}
"""Every purpose has exactly one family."""

PUBLIC_BODIES_ONLY = frozenset(
    {Purpose.PUBLIC_HEALTH, Purpose.POLICY_AND_PLANNING, Purpose.OFFICIAL_STATISTICS}
)
"""EHDS 53(2): reserved for public sector bodies, or those acting for them under a mandate."""


class ProhibitedUse(StrEnum):
    """EHDS 54(a)-(e): what no permit may ever serve."""

    DETRIMENTAL_DECISION = "detrimental-decision"
    DISCRIMINATION = "discrimination"
    ADVERTISING = "advertising"
    HARMFUL_PRODUCT = "harmful-product"
    AGAINST_ETHICS = "against-ethics"


class DataCategory(StrEnum):
    """What a citizen is asked about; it belongs to a variable of a dataset."""

    GENOMIC = "genomic"
    OTHER_OMICS = "other-omics"
    CLINICAL = "clinical"
    IMAGING = "imaging"
    EPIDEMIOLOGICAL = "epidemiological"


class RecipientKind(StrEnum):
    """Who would receive the data."""

    PUBLIC_HEALTH_SERVICE = "public-health-service"
    PUBLIC_RESEARCH = "public-research"
    NON_PROFIT = "non-profit"
    COMMERCIAL = "commercial"


COMMERCIAL_PURPOSES = frozenset({Purpose.PRODUCT_INNOVATION})
"""Purposes commercial by themselves; any purpose is commercial for a commercial recipient."""


class Reach(StrEnum):
    """How far data may go. Each reach includes the ones before it."""

    SPAIN = "navarre-and-spain"
    EEA = "eu-eea"
    WORLD = "worldwide"


REACH_ORDER = {Reach.SPAIN: 1, Reach.EEA: 2, Reach.WORLD: 3}


class EhdsCategory(StrEnum):
    """The minimum categories of EHDS 51(1), by their letter; a dataset carries at least one."""

    A = "51(1)(a)"
    B = "51(1)(b)"
    C = "51(1)(c)"
    D = "51(1)(d)"
    E = "51(1)(e)"
    F = "51(1)(f)"
    G = "51(1)(g)"
    H = "51(1)(h)"
    I = "51(1)(i)"
    J = "51(1)(j)"
    K = "51(1)(k)"
    L = "51(1)(l)"
    M = "51(1)(m)"
    N = "51(1)(n)"
    O = "51(1)(o)"
    P = "51(1)(p)"
    Q = "51(1)(q)"


LATER_EHDS_CATEGORIES = frozenset(
    {EhdsCategory.B, EhdsCategory.F, EhdsCategory.G, EhdsCategory.M, EhdsCategory.P}
)
"""EHDS 105: these apply from 2031-03-26, the others of Chapter IV from 2029-03-26."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One thing a citizen can allow or refuse: this purpose, this kind of data, this recipient."""

    purpose: Purpose
    category: DataCategory
    recipient: RecipientKind

    def __str__(self) -> str:
        """``scientific-research:genomic:public-research``, the form files and tables use."""
        return f"{self.purpose}:{self.category}:{self.recipient}"

    @staticmethod
    def parse(text: str) -> Cell:
        """Read the form that ``str`` writes. Raises ValueError on anything else."""
        purpose, category, recipient = text.split(":")
        return Cell(Purpose(purpose), DataCategory(category), RecipientKind(recipient))


ALL_CELLS: frozenset[Cell] = frozenset(
    Cell(purpose, category, recipient)
    for purpose in Purpose
    if purpose is not Purpose.CARE
    for category in DataCategory
    for recipient in RecipientKind
)
"""Everything that can be asked; care is never conditional and so never asked."""
