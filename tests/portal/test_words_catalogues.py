"""Nothing is said in English to somebody who reads Spanish or Basque, and nothing twice."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from governance.vocabulary.people import Language
from portal.languages import LOCALE, catalogues
from tests.catalogues import TRANSLATED, Id, Key, entries, forms, said

SAID = said()
SAME_IN_ENGLISH = {
    Language.SPANISH: {"No", "Error", "Cookies"},
    Language.BASQUE: set[str](),
}
"""Words that are the same in the other language."""
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}|%%")
NOT_ENGLISH = re.compile(
    r"[áéíóúñ¿¡ç]|\b(el|los|las|del|una|para|datos|permiso|eta|edo|bat|dira|datuak|baimena)\b", re.I
)
FOREIGN_NAMES = {"Español", "Euskara", "Osasunbidea", "Baimena"}
AREAS = sorted(SAID)


def parts(message: Id) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def placeholders(words: str) -> set[str]:
    return {found.group() for found in PLACEHOLDER.finditer(words)}


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_that_an_area_says_is_translated(language: Language, area: str) -> None:
    """``python -m tests.catalogues AREA`` writes what is missing, for somebody to translate."""
    held = entries(language, area)
    missing = [key for key in SAID[area] if key not in held or not all(forms(held[key]))]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_nothing_that_nobody_says(language: Language) -> None:
    areas = {area for area, _ in catalogues(language)}
    assert areas <= set(AREAS)
    left_over = {area: set(entries(language, area)) - SAID[area] for area in areas}
    assert {area: keys for area, keys in left_over.items() if keys} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_a_guess_and_none_is_struck_out(language: Language) -> None:
    for area, catalogue in catalogues(language):
        assert [message.id for message in catalogue if message.fuzzy and message.id] == [], area
        assert list(catalogue.obsolete) == [], area


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_forms_are_complete_and_placeholders_are_kept(language: Language) -> None:
    for area, catalogue in catalogues(language):
        for (_, english), message in entries(language, area).items():
            words = forms(message)
            assert len(words) == (1 if isinstance(english, str) else catalogue.num_plurals)
            expected = placeholders(parts(english)[-1])
            assert placeholders(words[-1]) == expected, (area, english)
            assert all(placeholders(form) <= expected for form in words), (area, english)


@pytest.mark.parametrize("language", TRANSLATED)
def test_one_message_is_said_in_one_way_everywhere(language: Language) -> None:
    ways: dict[Key, set[tuple[str, ...]]] = defaultdict(set)
    for area, _ in catalogues(language):
        for key, message in entries(language, area).items():
            ways[key].add(forms(message))
    assert {key: said_as for key, said_as in ways.items() if len(said_as) > 1} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_not_the_english(language: Language) -> None:
    same = {
        words
        for area, _ in catalogues(language)
        for (_, english), message in entries(language, area).items()
        for words in {*parts(english)} & {*forms(message)}
    }
    assert same <= SAME_IN_ENGLISH[language]


def test_the_words_in_the_code_are_english() -> None:
    foreign = [
        (area, message)
        for area, keys in SAID.items()
        for _, message in keys
        for words in parts(message)
        if NOT_ENGLISH.search(re.sub("|".join(FOREIGN_NAMES), "", words))
    ]
    assert foreign == []


def test_both_languages_have_the_same_catalogues() -> None:
    spanish, basque = (
        {path.name for path in Path(LOCALE / language.value).glob("*.po")}
        for language in TRANSLATED
    )
    assert spanish == basque
