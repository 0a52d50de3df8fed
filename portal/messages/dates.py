"""Days, instants and periods as each language says them. Days are days in Europe/Madrid."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from babel.dates import format_date, format_time, get_day_names

from governance.vocabulary.instants import MADRID, day_of
from governance.vocabulary.people import Language
from portal.languages import Tongue
from portal.messages.basque import Case, declined

Unit = Literal["days", "weeks", "months", "years"]


def day(tongue: Tongue, on: date) -> str:
    """``25 November 2026``: a day by itself, or after a colon."""
    return _in_case(tongue, on, Case.PLAIN)


def short_day(tongue: Tongue, on: date) -> str:
    """``25 Nov 2026``, for tables; in Basque by numbers, the year first."""
    if tongue.language is Language.BASQUE:
        return f"{on:%Y/%m/%d}"
    return format_date(on, "medium", locale=tongue.locale)


def weekday(tongue: Tongue, on: date) -> str:
    """``Wednesday, 25 November 2026``."""
    named = get_day_names("wide", locale=tongue.locale)[on.weekday()]
    words = tongue.gettext("%(weekday)s, %(day)s")
    return words % {"weekday": named, "day": day(tongue, on)}


def since_day(tongue: Tongue, since: date) -> str:
    """``from 25 November 2026 on``, within a sentence."""
    return tongue.gettext("from %(day)s on") % {"day": _in_case(tongue, since, Case.FROM)}


def from_to(tongue: Tongue, since: date, until: date | None) -> str:
    """``from 25 November 2026 to 3 December 2026``; without a last day, from that day on."""
    if until is None:
        return since_day(tongue, since)
    return tongue.gettext("from %(since)s to %(until)s") % {
        "since": _in_case(tongue, since, Case.FROM),
        "until": _in_case(tongue, until, Case.TO),
    }


def time_of_day(tongue: Tongue, at: datetime) -> str:
    """``14:05``, in Europe/Madrid."""
    return format_time(at.astimezone(MADRID), "short", locale=tongue.locale)


def instant(tongue: Tongue, at: datetime) -> str:
    """``25 November 2026, 14:05``, in Europe/Madrid."""
    return f"{day(tongue, day_of(at))}, {time_of_day(tongue, at)}"


def short_instant(tongue: Tongue, at: datetime) -> str:
    """``25 Nov 2026, 14:05``, for tables."""
    return f"{short_day(tongue, day_of(at))}, {time_of_day(tongue, at)}"


def period(tongue: Tongue, count: int, unit: Unit) -> str:
    """``3 months``."""
    match unit:
        case "days":
            words = tongue.ngettext("%(n)s day", "%(n)s days", count)
        case "weeks":
            words = tongue.ngettext("%(n)s week", "%(n)s weeks", count)
        case "months":
            words = tongue.ngettext("%(n)s month", "%(n)s months", count)
        case "years":
            words = tongue.ngettext("%(n)s year", "%(n)s years", count)
    return words % {"n": count}


def _in_case(tongue: Tongue, on: date, case: Case) -> str:
    if tongue.language is Language.BASQUE:
        return declined(on, case)
    return format_date(on, "long", locale=tongue.locale)
