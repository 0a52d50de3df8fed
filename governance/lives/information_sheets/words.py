"""The words of a sheet: what it explains, and its versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.vocabulary.people import SubjectId


class InformationItem(StrEnum):
    """What a sheet explains. The last six are those of Ley 14/2007 47."""

    PURPOSES = "purposes"
    WITHDRAWAL = "withdrawal"
    RECIPIENTS = "recipients"
    RIGHTS = "rights"
    GENETIC_PURPOSE = "genetic-purpose"
    GENETIC_PLACE = "genetic-place-and-sample"
    GENETIC_ACCESS = "genetic-access"
    GENETIC_UNEXPECTED = "genetic-unexpected-findings"
    GENETIC_RELATIVES = "genetic-relatives"
    GENETIC_COUNSELLING = "genetic-counselling"


GENERAL_ITEMS = frozenset(i for i in InformationItem if not i.value.startswith("genetic"))
GENETIC_ITEMS = frozenset(InformationItem) - GENERAL_ITEMS
"""All six, or the sheet does not count for genomic data."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a sheet."""

    major: int
    minor: int
    items: frozenset[InformationItem]
    author: SubjectId
    published_at: datetime | None = None
