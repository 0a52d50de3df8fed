"""No template says anything that is not translated: neither its text, nor what it hands a macro."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from jinja2 import nodes

from governance.vocabulary.people import Language
from portal.rendering import TEMPLATES, new_environment

ENVIRONMENT = new_environment(Language.ENGLISH)
PAGES = sorted(TEMPLATES.rglob("*.html"))
OUR_NAME = "Baimena"
CLASS_OF_STYLE = re.compile(r"\S*(?:--|__)\S*")
LETTERS = re.compile(r"[^\W\d_]{2,}")
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
SPOKEN_PARAMETERS = {"text", "titleText", "label", "hint", "title", "alt", "iconFallbackText"}
INSTEAD = "\N{OBJECT REPLACEMENT CHARACTER}"


def written(source: str) -> str:
    """The markup of a template, with a sign where something is filled in or translated."""
    parts: list[str] = []
    translated = False
    block = False
    for _, token, text in ENVIRONMENT.lex(source):
        if token == "block_begin":
            block = True
        elif token == "block_end":
            block = False
        elif token == "name" and block and text in {"trans", "endtrans"}:
            translated = text == "trans"
        if token == "data" and not translated:
            parts.append(text)
        elif token in {"variable_end", "block_end"}:
            parts.append(INSTEAD)
    return "".join(parts)


def spoken(markup: str) -> Iterator[str]:
    """What a person reads or hears of this markup, without what is filled in."""
    yield from SPOKEN_ATTRIBUTE.findall(markup)
    yield from re.sub(r"<style.*?</style>|<[^>]*>", INSTEAD, markup, flags=re.DOTALL).split(INSTEAD)


def handed_over(source: str) -> Iterator[str]:
    """Words that are written plainly into the parameters of a macro."""
    for pair in ENVIRONMENT.parse(source).find_all(nodes.Pair):
        key, value = pair.key, pair.value
        if not isinstance(key, nodes.Const) or key.value not in SPOKEN_PARAMETERS:
            continue
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield value.value


def untranslated(source: str) -> list[str]:
    said = (*spoken(written(source)), *handed_over(source))
    plain = (unescape(words).replace(OUR_NAME, "").strip() for words in said)
    return [words for words in plain if LETTERS.search(CLASS_OF_STYLE.sub("", words))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_says_nothing_that_is_not_translated(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Your data</p>",
        '<svg aria-label="A picture"></svg>',
        "{{ button({'text': 'Save'}) }}",
        "{% trans %}Said{% endtrans %}<p>Not said</p>",
        "<p>{{ _('Said') }} and not said</p>",
    ],
)
def test_words_in_the_open_are_found(source: str) -> None:
    assert len(untranslated(source)) == 1


def test_what_is_translated_or_filled_in_is_not_found() -> None:
    source = (
        '<p class="govuk-body" title="{{ _("Title") }}">{{ _("Words") }}: {{ value }}, 3 - '
        "{% trans n=4 %}One{% pluralize %}{{ n }} many{% endtrans %}</p>"
        "{{ button({'text': _('Save'), 'classes': 'wide'}) }}"
    )
    assert untranslated(source) == []
