"""How a term is counted: by Spanish procedure law, and by the law of the Union. Pure but for the
calendar, which is data of the ``holidays`` package: Spain with the holidays of Navarre.

Both leave out the day of the event, end months and years on the same ordinal day (or the last day
of a shorter month), and carry a last day that is no working day to the next one. They differ in
what a "day" is, and in what the Union asks of very short terms.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays

from governance.policy.references import LEY_39_2015, REG_1182_71, Reference

DAY = timedelta(days=1)
NO_LOCAL_HOLIDAYS: frozenset[date] = frozenset()


class Method(StrEnum):
    """Whose rules count the days."""

    SPANISH = "Ley 39/2015 30"
    UNION = "Regulation 1182/71"


COUNTED_BY: dict[Method, tuple[Reference, ...]] = {
    Method.SPANISH: tuple(
        LEY_39_2015[article] for article in ("30.2", "30.3", "30.4", "30.5", "30.6", "31.2")
    ),
    Method.UNION: tuple(REG_1182_71[article] for article in ("3(1)", "3(2)", "3(4)", "3(5)")),
}
"""The articles that say how each method counts."""


class Unit(StrEnum):
    """What is counted. August and local court holidays make no difference to either method."""

    WORKING_DAYS = "working days"
    NATURAL_DAYS = "natural days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Term:
    """So many units. ``carried`` is whether a last day that is no working day moves on."""

    count: int
    unit: Unit
    method: Method
    carried: bool = True


def days(count: int) -> Term:
    """Days by Spanish law: working days, unless a law says natural ones (Ley 39/2015 30.2)."""
    return Term(count, Unit.WORKING_DAYS, Method.SPANISH)


@lru_cache(maxsize=64)
def holidays_of(year: int) -> frozenset[date]:
    """The public holidays of Navarre in one year, those of Spain included."""
    return frozenset(holidays.country_holidays("ES", subdiv="NC", years=year))


def is_working_day(day: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS) -> bool:
    """Neither Saturday nor Sunday nor holiday, here or in ``local`` (Ley 39/2015 30.2, 30.6)."""
    return day.weekday() < 5 and day not in holidays_of(day.year) and day not in local


def next_working_day(day: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day, local=local):
        day += DAY
    return day


def counted_from(received: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS) -> date:
    """The day on which something filed at the register counts as received (Ley 39/2015 31.2)."""
    return next_working_day(received, local=local)


def months_after(day: date, months: int) -> date:
    """The same ordinal day so many months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(term: Term, since: date, *, local: frozenset[date] = NO_LOCAL_HOLIDAYS) -> date:
    """The last day of a term whose event, which is not counted, fell on ``since``."""
    end = _end(term, since, local)
    if term.method is Method.UNION and term.unit is not Unit.WORKING_DAYS:
        end = _two_working_days(since, end, local)
    return next_working_day(end, local=local) if term.carried else end


def _end(term: Term, since: date, local: frozenset[date]) -> date:
    match term.unit:
        case Unit.WORKING_DAYS:
            day = since
            for _ in range(term.count):
                day = next_working_day(day + DAY, local=local)
            return day
        case Unit.NATURAL_DAYS:
            return since + term.count * DAY
        case Unit.WEEKS:
            return since + term.count * 7 * DAY
        case _:
            in_a_unit = 12 if term.unit is Unit.YEARS else 1
            return months_after(since, in_a_unit * term.count)


def _two_working_days(since: date, end: date, local: frozenset[date]) -> date:
    """A term of two days or more holds at least two working days (Regulation 1182/71 3(5))."""
    if end - since < 2 * DAY:
        return end
    return max(end, _end(days(2), since, local))
