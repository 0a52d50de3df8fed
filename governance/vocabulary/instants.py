"""Time: instants are UTC; days, birthdays and expiry are days in Europe/Madrid.

An :class:`Instant` is the pair (P, T): what the ledger held up to position P, judged as of time T.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MADRID = ZoneInfo("Europe/Madrid")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """Ledger position P and time T. "What stood on day D" moves T, "what we knew" moves P."""

    position: int
    time: datetime


def microseconds(at: datetime) -> int:
    """Integer microseconds since 1970 UTC, as the ledger keeps them. Refuses naive times."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone is not an instant")
    return (at - EPOCH) // MICROSECOND


def from_microseconds(value: int) -> datetime:
    """The aware UTC time of an integer of the ledger."""
    return EPOCH + timedelta(microseconds=value)


@lru_cache(maxsize=4096)
def day_of(at: datetime) -> date:
    """The day in Europe/Madrid on which this instant falls."""
    return at.astimezone(MADRID).date()


def start_of(day: date) -> datetime:
    """The first instant of a day in Europe/Madrid, as UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=MADRID).astimezone(UTC)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February counts on 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def latest_birth(day: date, years: int) -> date:
    """The last birth date of those who have lived so many full years on that day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


@lru_cache(maxsize=65536)
@lru_cache(maxsize=4096)
def age_on(birth: date, day: date) -> int:
    """Full years lived on that day. Somebody born on 29 February grows older on 1 March."""
    years = day.year - birth.year
    return years if years_after(birth, years) <= day else years - 1
