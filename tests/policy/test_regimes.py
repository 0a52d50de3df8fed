"""The day of issue and the kind of data say which law decides, to the day (EHDS 105)."""

from __future__ import annotations

from datetime import date

import pytest

from governance.policy.regimes import regime_of
from governance.vocabulary.purposes import DataCategory, EhdsCategory
from governance.vocabulary.regimes import Regime

RECORDS = frozenset({DataCategory.CLINICAL})
GENOMES = frozenset({DataCategory.GENOMIC})
A, F, P = EhdsCategory.A, EhdsCategory.F, EhdsCategory.P


@pytest.mark.parametrize(
    ("letter", "categories", "issued", "expected"),
    [
        (A, RECORDS, date(2029, 3, 25), Regime.PROGRAMME),
        (A, RECORDS, date(2029, 3, 26), Regime.EHDS),
        (F, GENOMES, date(2030, 12, 31), Regime.PROGRAMME),
        (F, GENOMES, date(2031, 3, 25), Regime.PROGRAMME),
        (F, GENOMES, date(2031, 3, 26), Regime.EHDS),
        (P, RECORDS, date(2029, 3, 26), Regime.PROGRAMME),
        (A, GENOMES, date(2029, 3, 26), Regime.PROGRAMME),
    ],
)
def test_a_permit_is_under_the_law_of_its_day(
    letter: EhdsCategory, categories: frozenset[DataCategory], issued: date, expected: Regime
) -> None:
    assert regime_of([letter], categories, issued) is expected


def test_records_and_genomes_together_stay_with_the_programme_until_2031() -> None:
    assert regime_of([A, F], RECORDS | GENOMES, date(2030, 6, 1)) is Regime.PROGRAMME
