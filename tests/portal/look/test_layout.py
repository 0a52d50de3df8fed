"""Around every page: the language, the way to other languages, the account, the title."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from governance.vocabulary.people import Language
from portal.languages import IN_THEIR_OWN_WORDS, tongue
from portal.presenters.layout import Account, Link, languages_of, links
from tests.portal.look.workbench import every_field, frame_of, page

CONTENT = "{# content #}<h1>Here</h1>"


@pytest.mark.parametrize("language", Language)
def test_a_page_leads_to_itself_in_every_language_by_the_languages_own_name(
    language: Language,
) -> None:
    drawn = page(CONTENT, language)
    assert f'<html lang="{language.value}"' in drawn
    for other, words in IN_THEIR_OWN_WORDS.items():
        link = f'href="/{other.value}/here" lang="{other.value}" hreflang="{other.value}"'
        assert re.search(f"{link}[^>]*>{words}</a>", drawn)
    assert drawn.count('aria-current="true"') == 1


def test_a_page_without_a_language_leads_to_the_first_page_of_each() -> None:
    assert [one.href for one in languages_of(Language.BASQUE, "/healthz")] == [
        "/es/",
        "/eu/",
        "/en/",
    ]


def test_filters_are_kept_when_the_language_changes() -> None:
    spanish = languages_of(Language.BASQUE, "/eu/register", "page=2")[0]
    assert (spanish.href, spanish.current) == ("/es/register?page=2", False)


def test_the_title_says_that_something_is_wrong_before_anything_else() -> None:
    assert "<title>Workbench - Baimena</title>" in page(CONTENT, form=every_field())
    faulty = page(CONTENT, Language.SPANISH, form=every_field(name=""))
    assert "<title>Error: Workbench - Baimena</title>" in faulty


def test_whoever_is_signed_in_sees_her_name_the_way_out_and_how_long_it_lasts() -> None:
    drawn = page(CONTENT)
    assert "Amaia Etxeberria</a>" in drawn
    assert '<form method="post" action="/sign-out">' in drawn
    assert "After 20 minutes without use you are signed out" in drawn
    assert 'data-idle="1200" data-warning="180"' in drawn


def test_a_short_session_warns_at_half_its_length() -> None:
    assert Account("A", None, None, timedelta(minutes=2)).warning_seconds == 60


def test_whoever_is_not_signed_in_finds_the_way_in_and_no_warning() -> None:
    drawn = page(CONTENT, frame=frame_of(Language.ENGLISH, account=None, sign_in="/sign-in"))
    assert 'href="/sign-in">Sign in</a>' in drawn
    assert "<dialog" not in drawn
    assert "signed out" not in drawn


def test_the_menu_says_which_page_this_is() -> None:
    assert 'href="/one" aria-current="page">Unum</a>' in page(CONTENT)


def test_links_to_pages_that_are_not_there_are_left_out() -> None:
    table = [("here", "Here"), ("nowhere", "Nowhere")]
    speaks = tongue(Language.ENGLISH)
    found = links(table, {"here": "/here"}.get, speaks, current="here")
    assert found == (Link("Here", "/here", current=True),)


def test_the_demonstration_says_that_its_people_are_invented() -> None:
    words = "The people and data here are invented."
    assert words in page(CONTENT, demo=True)
    assert words not in page(CONTENT)


def test_there_is_one_way_back_or_the_way_down_to_here() -> None:
    back = page(CONTENT, back="/before")
    assert '<a class="govuk-back-link" href="/before">Back</a>' in back
    down = page(CONTENT, breadcrumbs=[Link("Home", "/"), Link("Requests", "/requests")])
    assert 'href="/requests">Requests</a>' in down
    assert "govuk-back-link" not in down


def test_what_has_been_done_is_said_once_above_the_page() -> None:
    assert "Your answer was recorded." in page(CONTENT, notice="Your answer was recorded.")
    assert "govuk-notification-banner" not in page(CONTENT)


def test_what_a_page_is_given_is_written_as_text() -> None:
    drawn = page(CONTENT, notice="<b>bold</b>", back='"><script>')
    assert "<b>bold</b>" not in drawn
    assert "<script>" not in drawn.replace('<script type="module"', "")
