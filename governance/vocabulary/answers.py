"""What stands: the answer of a citizen to a cell or a study, and her stage of life."""

from __future__ import annotations

from enum import StrEnum
from functools import cache


class CellAnswer(StrEnum):
    """What stands for one cell at one instant. Only ``ALLOWED`` lets anything out."""

    NONE = "none"
    ALLOWED = "allowed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SHEET_INVALID = "sheet-invalid"
    """Given under a sheet that a major version has replaced."""
    CAPACITY_INVALID = "capacity-invalid"
    """Given by somebody whose capacity to decide has ended, or never was."""


class AgeBand(StrEnum):
    """The three ages that matter (LOPDGDD 7; Ley 41/2002 9.4; Ley 14/2007 4.2)."""

    UNDER_14 = "under-14"
    FROM_14 = "14-15"
    FROM_16 = "16-17"
    ADULT = "adult"


MAJORITY = 18
"""Full years at which nobody else decides by being a parent or guardian."""
BANDS = ((MAJORITY, AgeBand.ADULT), (16, AgeBand.FROM_16), (14, AgeBand.FROM_14))
"""From which age in full years, the highest first; before them all, ``UNDER_14``."""


@cache
def age_band(age: int) -> AgeBand:
    """The band of an age in full years."""
    return next((band for least, band in BANDS if age >= least), AgeBand.UNDER_14)


class Relatives(StrEnum):
    """What declared relatives answered to the same question (Ley 14/2007 5.2)."""

    NONE_DECLARED = "none-declared"
    ALL_ALLOW = "all-allow"
    SOME_MISSING = "some-missing"
