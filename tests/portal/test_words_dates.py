"""Dates and numbers are written as each language writes them, Basque endings included."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from governance.policy.visibility.small_counts import LEAST_SHOWN
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.messages import dates, numbers
from portal.messages.basque import Case, declined

SPANISH, BASQUE, ENGLISH = (tongue(language) for language in Language)
NOVEMBER = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("year", "written"),
    [
        (1978, "1978ko"),  # hamazortzi
        (1980, "1980ko"),  # laurogei
        (1990, "1990eko"),  # laurogeita hamar
        (1991, "1991ko"),  # laurogeita hamaika
        (1900, "1900eko"),  # bederatziehun
        (2000, "2000ko"),  # bi mila
        (2001, "2001eko"),  # bat
        (2010, "2010eko"),  # hamar
        (2011, "2011ko"),  # hamaika
        (2015, "2015eko"),  # hamabost
        (2021, "2021eko"),  # hogeita bat
        (2025, "2025eko"),  # hogeita bost
        (2026, "2026ko"),  # hogeita sei
        (2030, "2030eko"),  # hogeita hamar
        (2031, "2031ko"),  # hogeita hamaika
        (2035, "2035eko"),  # hogeita hamabost
    ],
)
def test_a_basque_year_ends_as_it_is_read(year: int, written: str) -> None:
    assert declined(date(year, 1, 2), Case.PLAIN) == f"{written} urtarrilaren 2a"


@pytest.mark.parametrize(
    ("number", "plain", "since", "to"),
    [
        (1, "1a", "1etik", "1era"),
        (2, "2a", "2tik", "2ra"),
        (4, "4a", "4tik", "4ra"),
        (10, "10a", "10etik", "10era"),
        (11, "11", "11tik", "11ra"),
        (15, "15a", "15etik", "15era"),
        (20, "20a", "20tik", "20ra"),
        (21, "21a", "21etik", "21era"),
        (25, "25a", "25etik", "25era"),
        (30, "30a", "30etik", "30era"),
        (31, "31", "31tik", "31ra"),
    ],
)
def test_a_basque_day_ends_as_its_sentence_asks(
    number: int, plain: str, since: str, to: str
) -> None:
    said = [declined(date(2026, 12, number), case).split()[-1] for case in Case]
    assert said == [plain, since, to]


def test_months_stand_in_the_genitive() -> None:
    months = [declined(date(2026, month, 2), Case.PLAIN).split()[1] for month in range(1, 13)]
    assert " ".join(months) == (
        "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren "
        "uztailaren abuztuaren irailaren urriaren azaroaren abenduaren"
    )


def test_a_day_by_itself_and_in_a_sentence() -> None:
    assert dates.day(ENGLISH, NOVEMBER) == "25 November 2026"
    assert dates.day(SPANISH, NOVEMBER) == "25 de noviembre de 2026"
    assert dates.day(BASQUE, NOVEMBER) == "2026ko azaroaren 25a"
    assert dates.weekday(ENGLISH, NOVEMBER) == "Wednesday, 25 November 2026"
    assert dates.weekday(SPANISH, NOVEMBER) == "miércoles 25 de noviembre de 2026"
    assert dates.weekday(BASQUE, NOVEMBER) == "2026ko azaroaren 25a, asteazkena"
    assert dates.since_day(BASQUE, NOVEMBER) == "2026ko azaroaren 25etik aurrera"
    assert dates.short_day(SPANISH, NOVEMBER) == "25 nov 2026"
    assert dates.short_day(BASQUE, NOVEMBER) == "2026/11/25"


def test_a_span_of_days() -> None:
    assert dates.from_to(SPANISH, date(2026, 1, 1), NOVEMBER) == (
        "del 1 de enero de 2026 al 25 de noviembre de 2026"
    )
    assert dates.from_to(BASQUE, date(2026, 1, 11), date(2026, 12, 31)) == (
        "2026ko urtarrilaren 11tik 2026ko abenduaren 31ra"
    )
    assert dates.from_to(ENGLISH, NOVEMBER, None) == "from 25 November 2026 on"


def test_an_instant_is_told_as_the_clocks_of_madrid_told_it() -> None:
    summer = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert dates.instant(ENGLISH, summer) == "1 July 2026, 00:30"
    assert dates.instant(SPANISH, summer) == "1 de julio de 2026, 0:30"
    assert dates.instant(BASQUE, summer) == "2026ko uztailaren 1a, 00:30"
    assert dates.short_instant(BASQUE, summer) == "2026/07/01, 00:30"


@pytest.mark.parametrize(
    ("unit", "one", "three"),
    [
        ("days", "egun bat", "3 egun"),
        ("weeks", "aste bat", "3 aste"),
        ("months", "hilabete bat", "3 hilabete"),
        ("years", "urte bat", "3 urte"),
    ],
)
def test_one_stands_after_its_noun_in_basque(unit: dates.Unit, one: str, three: str) -> None:
    assert dates.period(BASQUE, 1, unit) == one
    assert dates.period(BASQUE, 3, unit) == three


def test_numbers_sizes_and_money() -> None:
    said = [numbers.number(speaks, 1234) for speaks in (ENGLISH, SPANISH, BASQUE)]
    assert said == ["1,234", "1234", "1.234"]
    assert numbers.number(SPANISH, 12345) == "12.345"
    assert numbers.size(SPANISH, 3_200_000).replace("\N{NO-BREAK SPACE}", " ") == "3,2 MB"
    assert numbers.size(ENGLISH, 999) == "999 byte"
    assert numbers.euros(BASQUE, 1250).startswith("12,50")


def test_a_suppressed_count_says_fewer_than_ten_and_never_a_number() -> None:
    assert numbers.FEW == LEAST_SHOWN
    assert numbers.count(ENGLISH, None) == "fewer than 10"
    assert numbers.people(SPANISH, None) == "menos de 10 personas"
    assert numbers.people(BASQUE, None) == "10 pertsona baino gutxiago"
    assert numbers.people(BASQUE, 1204) == "1.204 pertsona"
    assert numbers.people(BASQUE, 1) == "pertsona bat"
    assert numbers.count(SPANISH, 27) == "27"


def test_a_list_of_things() -> None:
    assert numbers.listed(ENGLISH, []) == ""
    assert numbers.listed(BASQUE, ["bat", "bi", "hiru"]) == "bat, bi eta hiru"
    assert numbers.listed(SPANISH, ["datos", "imágenes"]) == "datos e imágenes"
    assert numbers.listed(SPANISH, ["a", "b", "historia"]) == "a, b e historia"
    assert numbers.listed(SPANISH, ["agua", "hierro"]) == "agua y hierro"
    assert numbers.listed(SPANISH, ["imágenes"]) == "imágenes"
    assert numbers.listed(ENGLISH, ["age and sex", "home"]) == "age and sex; home"
    assert numbers.listed(SPANISH, ["edad, sexo", "hogar"]) == "edad, sexo; hogar"
    assert numbers.listed(BASQUE, ["adina eta sexua"]) == "adina eta sexua"
