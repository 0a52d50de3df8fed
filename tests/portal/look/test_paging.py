"""Long lists: which part this is, the ways to the others, and asking for less."""

from __future__ import annotations

import pytest

from governance.views.paging import Page, paged
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.presenters.paging import Pager, numbers, pager
from tests.portal.look.workbench import draw, every_field

IMPORT = '{% from "components/paging.html" import pager as draw_pager, filters %}'
ENGLISH = tongue(Language.ENGLISH)


def of(length: int, number: int = 1, **filters: str) -> Pager:
    return pager(paged(range(length), Page(number, 20)), "/list", ENGLISH, filters)


@pytest.mark.parametrize(
    ("current", "last", "named"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 12, [1, 0, 4, 5, 6, 0, 12]),
        (3, 5, [1, 2, 3, 4, 5]),
        (4, 9, [1, 2, 3, 4, 5, 0, 9]),
        (12, 12, [1, 0, 11, 12]),
    ],
)
def test_the_first_the_last_and_the_near_pages_are_named(
    current: int, last: int, named: list[int]
) -> None:
    assert list(numbers(current, last)) == named


def test_every_way_to_another_page_keeps_what_was_asked_for() -> None:
    shown = of(60, 2, state="open", purpose="")
    assert shown.before == "/list?state=open&page=1"
    assert shown.after == "/list?state=open&page=3"
    assert [one.current for one in shown.pages] == [False, True, False]


def test_the_ends_of_a_list_have_one_way() -> None:
    assert of(60).before is None
    assert of(60, 3).after is None


def test_a_page_beyond_the_end_leads_nowhere_and_says_that_it_is_empty() -> None:
    shown = of(60, 9)
    assert (shown.before, shown.after, shown.words) == (None, None, "There is nothing here")


@pytest.mark.parametrize(
    ("length", "words"), [(0, "There is nothing here"), (1, "One in all"), (7, "7 in all")]
)
def test_a_short_list_says_how_long_it_is_and_has_no_pager(length: int, words: str) -> None:
    drawn = draw(IMPORT + "{{ draw_pager(one) }}", one=of(length))
    assert words in drawn
    assert "<nav" not in drawn


def test_a_long_list_says_which_part_this_is() -> None:
    drawn = draw(IMPORT + "{{ draw_pager(one) }}", one=of(240, 5))
    assert "81 to 100 of 240" in drawn
    assert 'aria-current="page"' in drawn
    assert drawn.count("&ctdot;") == 2
    assert 'rel="prev"' in drawn
    assert 'rel="next"' in drawn


FILTER = (
    IMPORT + "{% from 'components/forms.html' import radios %}"
    "{% call filters(form, '/list', clear='/list') %}{{ radios(form.answer) }}{% endcall %}"
)


def test_a_filter_asks_by_address_and_can_be_cleared() -> None:
    drawn = draw(FILTER, form=every_field())
    assert '<form class="b-filter" method="get" action="/list">' in drawn
    assert '<a class="govuk-link" href="/list">Show all</a>' in drawn


def test_a_filter_shows_what_was_asked_for_and_nothing_of_it_to_the_next() -> None:
    for language, yes in ((Language.ENGLISH, "Yes"), (Language.SPANISH, "Sí")):
        first = draw(FILTER, language, form=every_field(language))
        asked = draw(FILTER, language, form=every_field(language, answer="yes"))
        assert " checked" in asked
        assert " checked" not in first
        assert yes in first
        assert draw(FILTER, language, form=every_field(language)) == first
