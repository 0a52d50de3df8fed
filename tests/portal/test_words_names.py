"""Every code of the domain has a name: whoever adds a code must say what it is called."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

import pytest

from governance import lives, views, vocabulary
from governance.lives.ethics import committee
from governance.lives.permits.words import missing_items
from governance.standards.duo import TERMS
from governance.views.decisions import WhyNot
from governance.vocabulary.matters import Order, Part
from governance.vocabulary.people import Language, Role
from governance.vocabulary.purposes import DataCategory, Purpose
from governance.vocabulary.token_scopes import TokenScope
from portal.languages import tongue
from portal.messages.committee import GAPS
from portal.messages.duo import DEFINITIONS, LABELS, duo_definition, duo_label
from portal.messages.items import PERMIT_ITEMS
from portal.messages.names import EXPLANATIONS, NAMES, explanation, name
from tests.permit_builders import CONTENT

NEVER_SAID = {Order, Part, TokenScope, WhyNot}
"""Codes of an index, of the order of lists, of what a program asks its provider for, of answers to
systems."""


def enumerations() -> Iterator[type[StrEnum]]:
    """Every enumeration of codes in the vocabulary, the lives and the views."""
    for room in (vocabulary, lives, views):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(found.name)
            for held in vars(module).values():
                own = isinstance(held, type) and held.__module__ == module.__name__
                if own and issubclass(held, StrEnum):
                    yield held


def test_every_code_has_a_name_and_no_name_is_left_over() -> None:
    said = {kind: set(kind) for kind in enumerations() if kind not in NEVER_SAID}
    assert said == {kind: set(words) for kind, words in NAMES.items()}


def test_what_is_explained_is_explained_wholly() -> None:
    assert {kind: set(kind) for kind in EXPLANATIONS} == {
        kind: set(words) for kind, words in EXPLANATIONS.items()
    }


@pytest.mark.parametrize("language", list(Language))
def test_two_codes_of_one_kind_are_never_called_the_same(language: Language) -> None:
    speaks = tongue(language)
    same = {
        kind: names
        for kind in NAMES
        if len(set(names := [name(speaks, code) for code in kind])) < len(names)
    }
    assert same == {}


def test_every_term_of_use_has_a_label_and_a_definition() -> None:
    assert set(LABELS) == set(DEFINITIONS) == set(TERMS)
    spanish = tongue(Language.SPANISH)
    assert "métodos" not in duo_definition(spanish, "DUO:0000044")
    assert "sólo" not in duo_definition(spanish, "DUO:0000043")
    assert duo_label(spanish, "DUO:9999999") == "DUO:9999999"


def test_everything_that_a_permit_can_lack_has_a_name() -> None:
    bare = replace(
        CONTENT,
        datasets=frozenset(),
        ehds_categories=frozenset(),
        purposes=frozenset(),
        named_persons=frozenset(),
        ends=CONTENT.starts - timedelta(days=1),
        tools=(),
        fee_estimate_cents=None,
    )
    assert set(missing_items(bare)) == set(PERMIT_ITEMS)


def test_everything_that_a_committee_can_lack_has_a_name() -> None:
    lacking = set(committee.State().gaps(CONTENT.starts))
    assert lacking <= {*GAPS, *committee.Expertise, *Role}
    assert set(GAPS) <= lacking


def test_a_name_is_said_in_the_language_of_the_reader() -> None:
    assert name(tongue(Language.ENGLISH), Purpose.EDUCATION) == "Education"
    assert name(tongue(Language.SPANISH), Purpose.EDUCATION) == "Docencia"
    assert name(tongue(Language.BASQUE), Purpose.EDUCATION) == "Irakaskuntza"
    assert explanation(tongue(Language.BASQUE), DataCategory.GENOMIC).startswith("Zure geneetan")
    assert explanation(tongue(Language.BASQUE), Role.CITIZEN) == ""
