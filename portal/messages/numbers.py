"""Numbers, sizes and counts of people as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from governance.vocabulary.people import Language
from portal.languages import Tongue

FEW = 10
"""Counts of fewer people are not shown (``policy/visibility/small_counts``)."""
FOUR_DIGITS = 10_000
KILO = 1000
_COMPOSED = re.compile(r",| (?:y|e|eta|and) ")
SIZES = ("byte", "kilobyte", "megabyte", "gigabyte", "terabyte")


def number(tongue: Tongue, value: float) -> str:
    """``12,345``; Spanish sets no point in four digits (Ortografía de la RAE)."""
    grouped = tongue.language is not Language.SPANISH or abs(value) >= FOUR_DIGITS
    return format_decimal(value, locale=tongue.locale, group_separator=grouped)


def size(tongue: Tongue, octets: int) -> str:
    """``3.2 MB``: a size of a file, in the largest unit that leaves at least one."""
    power, value = 0, float(octets)
    while value >= KILO and power < len(SIZES) - 1:
        power, value = power + 1, value / KILO
    value = round(value, 1 if power else 0)
    return format_unit(value, f"digital-{SIZES[power]}", "short", locale=tongue.locale)


def euros(tongue: Tongue, cents: int) -> str:
    """An amount of money."""
    return format_currency(cents / 100, "EUR", locale=tongue.locale)


def count(tongue: Tongue, shown: int | None) -> str:
    """A count of people that may be suppressed: a number, or ``fewer than 10``."""
    if shown is None:
        return tongue.gettext("fewer than %(n)s") % {"n": FEW}
    return number(tongue, shown)


def people(tongue: Tongue, shown: int | None) -> str:
    """The same with its noun: ``1,204 people``, or ``fewer than 10 people``."""
    if shown is None:
        return tongue.gettext("fewer than %(n)s people") % {"n": FEW}
    words = tongue.ngettext("%(n)s person", "%(n)s people", shown)
    return words % {"n": number(tongue, shown)}


def listed(tongue: Tongue, things: Sequence[str]) -> str:
    """``one, two and three``; empty where there is nothing. What has a comma or an *and* in itself
    is kept apart by semicolons: ``reports, in full; results and their use``.
    """
    if not things:
        return ""
    if len(things) > 1 and any(map(_COMPOSED.search, things)):
        return "; ".join(things)
    joined = format_list(things, locale=tongue.locale)
    if tongue.language is Language.SPANISH and len(things) > 1 and _sounds_like_i(things[-1]):
        return f"{joined[: -len(things[-1]) - len('y ')]}e {things[-1]}"
    return joined


def _sounds_like_i(word: str) -> bool:
    """Before such a word Spanish says *e*, not *y*: *e historia*, but *y hierro*."""
    lower = word.lower()
    return lower.startswith(("i", "í", "hi", "hí")) and not lower.startswith(("hie", "hia", "ia"))
