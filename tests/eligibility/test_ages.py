"""Everybody is found in her own age band: SQL compares days, and Python counts years."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as some

from governance.vocabulary.answers import BANDS, AgeBand, age_band
from governance.vocabulary.instants import age_on, latest_birth

DAYS = some.dates(date(1930, 1, 1), date(2060, 1, 1))


@given(born=DAYS, day=DAYS)
@example(born=date(2008, 2, 29), day=date(2026, 2, 28))
@example(born=date(2008, 2, 29), day=date(2026, 3, 1))
@example(born=date(2006, 3, 1), day=date(2024, 2, 29))
@example(born=date(2006, 2, 28), day=date(2024, 2, 29))
def test_the_last_birth_dates_part_the_age_bands(born: date, day: date) -> None:
    """Somebody born on 29 February grows older on 1 March."""
    bands = [band for years, band in BANDS if born <= latest_birth(day, years)]
    assert (bands or [AgeBand.UNDER_14])[0] is age_band(age_on(born, day))
