"""How Basque writes a date in a sentence: endings follow the sound of the number when it is read.

*25* is read *hogeita bost* and ends in a consonant: ``2025eko azaroaren 25ean``; *22* is *hogeita
bi*: ``22an``; *31* is *hogeita hamaika*, whose last sound is the article itself: ``31n``. The
general tables write ``2025(e)ko azaroaren 25(a)``, which nobody says.
Source: Euskaltzaindia, rule 37 (dates).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from babel.dates import get_month_names

BY_TWENTIES = 20
CONSONANTS = frozenset({1, 5, 10, 15})
"""*bat, bost, hamar, hamabost*, also after a twenty: *hogeita bat, berrogeita hamar* ..."""
ELEVEN = 11


class Case(StrEnum):
    """What a day does in its sentence."""

    PLAIN = "plain"
    FROM = "from"
    TO = "to"


ENDINGS = {
    Case.PLAIN: ("a", "a", ""),
    Case.FROM: ("etik", "tik", "tik"),
    Case.TO: ("era", "ra", "ra"),
}
"""After a consonant, after a vowel, after *hamaika*."""


def _sound(number: int) -> int:
    """0 where the number, read aloud, ends in a consonant, 1 in a vowel, 2 in *hamaika*."""
    last = number % 100
    if last == 0:
        return 1 if number % 1000 == 0 else 0  # mila, or ehun
    if last % BY_TWENTIES == ELEVEN:
        return 2
    return 0 if last % BY_TWENTIES in CONSONANTS else 1


def declined(day: date, case: Case) -> str:
    """``2026ko azaroaren 25a``, or with the ending that its place in the sentence asks for."""
    year = f"{day.year}{'ko' if _sound(day.year) else 'eko'}"
    month = get_month_names("wide", locale="eu")[day.month]
    return f"{year} {month}ren {day.day}{ENDINGS[case][_sound(day.day)]}"
