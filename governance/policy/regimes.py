"""Which regime decides: EHDS 105 read as dates, for the data that a permit covers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from governance.vocabulary.purposes import (
    LATER_EHDS_CATEGORIES,
    DataCategory,
    EhdsCategory,
)
from governance.vocabulary.regimes import Regime

SECONDARY_USE_APPLIES = date(2029, 3, 26)
"""EHDS 105: Chapter IV, for most categories of Article 51(1)."""

LATER_CATEGORIES_APPLY = date(2031, 3, 26)
"""EHDS 105: the categories of Article 51(1)(b), (f), (g), (m) and (p)."""

LATER_DATA = frozenset({DataCategory.GENOMIC, DataCategory.OTHER_OMICS})
"""Our data categories that fall under 51(1)(f) and (g), whatever letters a dataset declares."""


def ehds_applies(
    letters: Iterable[EhdsCategory], categories: Iterable[DataCategory], day: date
) -> bool:
    """Whether EHDS secondary use applies on that day to *all* of these data."""
    later = any(letter in LATER_EHDS_CATEGORIES for letter in letters) or any(
        category in LATER_DATA for category in categories
    )
    return day >= (LATER_CATEGORIES_APPLY if later else SECONDARY_USE_APPLIES)


def regime_of(
    letters: Iterable[EhdsCategory], categories: Iterable[DataCategory], issued: date
) -> Regime:
    """The regime of a permit first issued on that day.

    Data of which only a part is under EHDS yet stay with the programme as a whole: the stricter
    regime decides about a mixed permit.
    """
    return Regime.EHDS if ehds_applies(letters, categories, issued) else Regime.PROGRAMME
