"""No refusal reaches a person as a code: every code in the source has words in three languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from governance.lives.access_requests.words import Criterion, Item
from governance.lives.permits.words import PermitContent
from governance.refusals import Conflict, Refusal
from governance.vocabulary.people import Language, Role
from portal.languages import tongue
from portal.messages import rules
from portal.messages.audiences import Audience, audience_of
from portal.messages.refusals import (
    ITEMS,
    TO_CITIZENS,
    TO_STAFF,
    in_words,
    says,
    to_citizens,
    withheld_because,
)
from portal.messages.refusals.fields import FIELDS

CHECKOUT = Path(__file__).resolve().parents[2]
SPANISH, BASQUE, ENGLISH = (tongue(language) for language in Language)
WITH_VERBATIM_ITEMS = {
    "act-unknown",
    "column-unknown",
    "extraction-failed",
    "package-file-changed",
    "not-the-operator",
    "logout-token-invalid",
    "package-incomplete",
    "setting-missing",
    "sign-in-answer-invalid",
    "source-changed",
    "source-unknown",
    "variables-missing",
}
"""Their items are names of files, columns, settings, claims: there are no other words for them."""


def refusals() -> Iterator[ast.Call]:
    """Every place in the source where a refusal is made."""
    for room in ("governance", "portal"):
        for path in sorted((CHECKOUT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                    yield node


def code_of(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    assert isinstance(first, ast.Constant), f"a refusal names its code: {ast.unparse(call)}"
    assert isinstance(first.value, str)
    return first.value


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((given.value for given in call.keywords if given.arg == name), None)


def facts_asked_in_turn() -> Iterator[str]:
    """``for name in ("registered", "alive"): ... Refusal("fact-unknown", field=name)``."""
    for path in sorted((CHECKOUT / "governance" / "lives").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
                yield from (ast.literal_eval(one) for one in node.iter.elts)


CODES = {code_of(call) for call in refusals()} | {Conflict().code}


def test_every_code_has_words_and_no_words_are_left_over() -> None:
    assert set(TO_STAFF) == CODES
    assert set(TO_CITIZENS) == CODES


def test_what_citizens_are_told_differs_from_what_staff_are_told() -> None:
    assert {code for code in to_citizens.WORDS if TO_STAFF[code] == TO_CITIZENS[code]} == set()


def test_every_field_that_a_refusal_names_is_called_something() -> None:
    assert "quorum" in set(facts_asked_in_turn())
    named = {
        value.value
        for call in refusals()
        if isinstance(value := keyword(call, "field"), ast.Constant)
        and not str(value.value).startswith("BAIMENA_")  # a setting says itself
    }
    assert named - {None} <= set(FIELDS)
    assert set(facts_asked_in_turn()) <= set(FIELDS)


def test_every_item_of_a_refusal_is_called_something() -> None:
    with_items = {code_of(call) for call in refusals() if keyword(call, "items") is not None}
    assert with_items == set(ITEMS) | WITH_VERBATIM_ITEMS
    assert set(ITEMS["items-missing"]) == set(Item)
    assert set(ITEMS["criteria-not-met"]) == set(Criterion)
    content = {field.name for field in fields(PermitContent)}
    assert {"cells", "tools", "ends", "recipient", "opt_out_override"} <= content & set(FIELDS)


@pytest.mark.parametrize("language", list(Language))
def test_what_is_said_is_a_sentence(language: Language) -> None:
    for audience in Audience:
        for code in CODES:
            said = says(tongue(language), code, audience)
            assert not said[0].islower(), said
            assert said.endswith("."), said
            assert code not in said


def test_a_refusal_is_told_with_its_field_items_and_rules() -> None:
    told = in_words(
        BASQUE,
        Refusal(
            "items-missing", rules=("A-18",), field="application", items=(Item.B_PURPOSE.value,)
        ),
    )
    assert told.says.startswith("Eskaera ez dago osorik.")
    assert told.items == ("Datuak zertarako diren",)
    assert told.field == "Eskaera"
    assert [rule.sentence for rule in told.rules] == [rules.sentence(BASQUE, "A-18")]
    assert told.rules[0].source


def test_names_that_say_themselves_are_told_as_they_are() -> None:
    told = in_words(SPANISH, Refusal("variables-missing", items=("weight", "smoker")))
    assert told.items == ("weight", "smoker")
    assert told.field == ""
    assert told.rules == ()


def test_a_citizen_is_told_in_her_own_words() -> None:
    assert says(ENGLISH, "not-a-representative").startswith("Whoever said this")
    assert says(ENGLISH, "not-a-representative", Audience.CITIZEN).startswith("You may not")
    assert says(ENGLISH, "already-voted", Audience.CITIZEN) == says(ENGLISH, "already-voted")


def test_who_works_here_is_told_as_staff() -> None:
    assert audience_of({Role.CITIZEN}) is Audience.CITIZEN
    assert audience_of(set()) is Audience.CITIZEN
    assert audience_of({Role.CITIZEN, Role.DESK}) is Audience.STAFF


def test_a_release_was_withheld_by_a_rule_or_by_what_went_wrong() -> None:
    assert withheld_because(SPANISH, "R-22") == rules.sentence(SPANISH, "R-22")
    assert withheld_because(SPANISH, "source-changed").startswith("Un fichero de origen")


def test_a_code_that_nobody_knows_is_told_as_not_allowed() -> None:
    assert says(ENGLISH, "never-heard-of") == says(ENGLISH, "not-allowed")
