"""The words of a release: the recipe that two officers sign, and where a release stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell


class ReleaseStatus(StrEnum):
    """Where a release stands."""

    NONE = "none"
    PREPARED = "prepared"
    SIGNED = "signed"
    FROZEN = "frozen"
    DELIVERED = "delivered"
    WITHHELD = "withheld"
    RECALLED = "recalled"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One version of one dataset, and the columns taken from it. Variants take no columns."""

    dataset_id: str
    version: int
    media: str
    """``table`` or ``variants``."""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What two officers sign: plan, columns, disclosure settings, preview. Never a built file."""

    permit_id: str
    requester: SubjectId
    cells: frozenset[Cell]
    sources: tuple[Source, ...]
    environment_id: str
    k: int
    """Smallest group that may share its quasi-identifiers."""
    minimum_cohort: int
    """Fewest people that the package may hold."""
    preview_considered: int
    preview_allowed: int

    def digest(self) -> str:
        """SHA-256 of everything a signature covers, in hexadecimal."""
        parts = (
            self.permit_id,
            self.requester,
            sorted(str(cell) for cell in self.cells),
            [(s.dataset_id, s.version, str(s.media), list(s.columns)) for s in self.sources],
            self.environment_id,
            self.k,
            self.minimum_cohort,
            self.preview_considered,
            self.preview_allowed,
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()


SIGNATURES_NEEDED = 2
