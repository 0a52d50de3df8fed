"""No word of a component is left in English on a Spanish or a Basque page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import govuk_frontend_jinja
import pytest

from governance.vocabulary.people import Language
from tests.portal.look.gallery import gallery

MACROS = Path(govuk_frontend_jinja.__file__).with_name("templates")
DEFAULT = re.compile(r"""(?:default\(|\bor )\s*["']([A-Z][A-Za-z ]+)["']""")
IN_OUR_OWN = {"Sign out", "Signed in as", "Skip to main content", "Main menu", "Continue", "Month"}
"""Words of our own components, to see that the search below finds words at all."""
THE_SAME = {Language.SPANISH: {"Error"}, Language.BASQUE: {"Menu"}}
"""Words that a language shares with English."""


def defaults() -> set[str]:
    """What GOV.UK's macros say by themselves where they are not told otherwise."""
    texts = (path.read_text(encoding="utf-8") for path in MACROS.rglob("*.html"))
    found = {words for text in texts for words in DEFAULT.findall(text)}
    return found | {"Skip to main content", "Success", "Important", "Previous", "Next page"}


def words_of(page: str) -> str:
    """What a page says: its text, and the names that only a screen reader says."""
    named = " ".join(re.findall(r'(?:aria-label|title|alt)="([^"]*)"', page))
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " | ", page) + " | " + named))


def said(words: str, page: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", page) is not None


def test_the_defaults_of_the_macros_are_found() -> None:
    assert {"Error", "Menu", "Pagination", "Service information", "Warning"} <= defaults()


@pytest.mark.parametrize("language", [Language.SPANISH, Language.BASQUE])
def test_no_default_of_a_macro_is_left_in_english(language: Language) -> None:
    shown = {name: words_of(page) for name, page in gallery(language).items()}
    looked_for = (defaults() | IN_OUR_OWN) - THE_SAME.get(language, set())
    left = {(name, one) for name, page in shown.items() for one in looked_for if said(one, page)}
    assert left == set()


def test_in_english_the_same_words_are_found() -> None:
    shown = " ".join(words_of(page) for page in gallery(Language.ENGLISH).values())
    assert [words for words in IN_OUR_OWN | {"Error", "Important"} if not said(words, shown)] == []
