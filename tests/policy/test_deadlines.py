"""Terms end on the day that the law says: worked examples, by hand from a calendar of Navarre."""

from __future__ import annotations

from datetime import date

import pytest

from governance.policy import deadlines
from governance.policy.deadlines import DEADLINES, due, extended, missed
from governance.policy.working_days import (
    Method,
    Term,
    Unit,
    counted_from,
    days,
    is_working_day,
    last_day,
)

SPANISH_MONTH = Term(1, Unit.MONTHS, Method.SPANISH)
UNION_MONTH = Term(1, Unit.MONTHS, Method.UNION)


def test_working_days_leave_out_weekends_and_the_day_of_the_notice() -> None:
    # told on Friday 5 June 2026: ten working days are 8-12 and 15-19 June
    assert last_day(days(10), date(2026, 6, 5)) == date(2026, 6, 19)


def test_august_counts_as_any_other_month_before_the_administration() -> None:
    # told on Friday 31 July 2026: 3-7, 10-14, 17-21 and 24-28 August; the 15th is a Saturday
    assert last_day(days(20), date(2026, 7, 31)) == date(2026, 8, 28)


def test_the_third_of_december_is_a_holiday_in_navarre() -> None:
    assert not is_working_day(date(2026, 12, 3))
    assert last_day(SPANISH_MONTH, date(2026, 11, 3)) == date(2026, 12, 4)
    assert last_day(UNION_MONTH, date(2026, 11, 3)) == date(2026, 12, 4)


def test_easter_is_left_out_from_thursday_to_monday() -> None:
    # Easter Sunday of 2026 is 5 April; Thursday 2 to Monday 6 April are holidays here
    assert last_day(days(1), date(2026, 4, 1)) == date(2026, 4, 7)


@pytest.mark.parametrize("term", [SPANISH_MONTH, UNION_MONTH])
def test_a_month_from_the_last_of_january_ends_on_the_last_of_february(term: Term) -> None:
    assert last_day(term, date(2028, 1, 31)) == date(2028, 2, 29)
    # 28 February 2027 is a Sunday
    assert last_day(term, date(2027, 1, 31)) == date(2027, 3, 1)


def test_a_year_from_leap_day_ends_on_the_last_of_february() -> None:
    term = Term(1, Unit.YEARS, Method.SPANISH)
    assert last_day(term, date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_last_day_on_a_saturday_passes_to_monday() -> None:
    # 4 weeks from Saturday 6 June 2026 end on Saturday 4 July
    assert due(deadlines.COMPLETE_REQUEST, date(2026, 6, 6)) == date(2026, 7, 6)


def test_a_holiday_of_the_town_counts_where_it_is_named() -> None:
    san_fermin = frozenset({date(2026, 7, 7)})
    assert last_day(days(1), date(2026, 7, 6)) == date(2026, 7, 7)
    assert last_day(days(1), date(2026, 7, 6), local=san_fermin) == date(2026, 7, 8)


def test_a_short_term_of_the_union_holds_two_working_days() -> None:
    # two days from Friday 5 June 2026 would hold no working day but the Monday it passes to
    term = Term(2, Unit.NATURAL_DAYS, Method.UNION)
    assert last_day(term, date(2026, 6, 5)) == date(2026, 6, 9)


def test_a_single_day_of_the_union_is_a_single_day() -> None:
    assert last_day(Term(1, Unit.NATURAL_DAYS, Method.UNION), date(2026, 6, 1)) == date(2026, 6, 2)


def test_what_is_filed_on_a_sunday_counts_from_monday() -> None:
    assert counted_from(date(2026, 6, 7)) == date(2026, 6, 8)


def test_a_decision_takes_three_months_and_three_more_once_extended() -> None:
    first = due(deadlines.DECIDE_REQUEST, date(2029, 4, 10))
    assert first == date(2029, 7, 10)
    assert extended(deadlines.DECIDE_REQUEST, first) == date(2029, 10, 10)


def test_an_unopened_notice_lapses_on_the_tenth_natural_day_even_on_a_sunday() -> None:
    assert due(deadlines.READ_NOTICE, date(2026, 6, 4)) == date(2026, 6, 14)


def test_thirty_working_days_to_publish_are_counted_without_weekends() -> None:
    assert due(deadlines.PUBLISH_DECISION, date(2026, 5, 29)) == date(2026, 7, 10)


def test_what_the_law_does_not_extend_cannot_be_extended() -> None:
    with pytest.raises(ValueError, match="D-01"):
        extended(deadlines.COMPLETE_REQUEST, date(2026, 6, 30))


def test_every_term_is_listed_once_with_its_source() -> None:
    named = [v for v in vars(deadlines).values() if isinstance(v, deadlines.Deadline)]
    assert sorted(d.id for d in named) == [f"D-{n:02}" for n in range(1, len(DEADLINES) + 1)]
    assert tuple(named) == DEADLINES
    assert all(d.source and d.says.endswith(".") for d in DEADLINES)


def test_an_extension_by_spanish_law_is_at_most_half_of_the_term() -> None:
    for deadline in DEADLINES:
        longer = deadline.extension
        if longer is not None and longer.method is Method.SPANISH:
            assert longer.unit is deadline.term.unit
            assert 2 * longer.count <= deadline.term.count


def test_a_last_day_is_missed_when_it_is_over_and_never_where_there_is_none() -> None:
    last = date(2026, 6, 19)
    assert not missed(last, last)
    assert missed(last, date(2026, 6, 20))
    assert not missed(None, last)
