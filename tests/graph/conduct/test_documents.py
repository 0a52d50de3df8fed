"""Documents are read once, by their text alone; only so many are remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from governance.refusals import Refusal
from graph.app import documents as module
from graph.app.documents import COSTS_KEPT, LONGEST_KEPT, MOST_KEPT, Documents, Known
from graph.limits import Cost, Guard
from tests.graph.conduct.stand_ins import SCHEMA

CORE = SCHEMA._schema
QUERY = "query ($n: Int) { people(first: $n) { edges { node { name } } } }"


@pytest.fixture
def documents() -> Documents:
    """None read yet."""
    return Documents(CORE, Guard(CORE))


def read(documents: Documents, text: str) -> Known:
    known = documents.read(text)
    assert isinstance(known, Known), known
    return known


def counted(patch: pytest.MonkeyPatch, owner: Any, name: str) -> list[str]:
    """A name for each call from now on."""
    calls: list[str] = []
    original: Callable[..., Any] = getattr(owner, name)

    def counting(*given: Any, **named: Any) -> Any:
        calls.append(name)
        return original(*given, **named)

    patch.setattr(owner, name, counting)
    return calls


def test_a_document_is_read_and_validated_once(
    documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = counted(monkeypatch, Guard, "read")
    validations = counted(monkeypatch, module, "validate")
    for _ in range(3):
        assert documents.errors(read(documents, QUERY)) == []
    assert (len(reads), len(validations)) == (1, 1)


def test_its_cost_is_worked_out_once_for_each_size(
    documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = counted(monkeypatch, Guard, "cost")
    known = read(documents, QUERY)
    found = [
        documents.cost(known, None, {"n": n, "text": text}, introspects=True)
        for n in (1, 2)
        for text in "abc"
    ]
    assert found == [Cost(5)] * 3 + [Cost(8)] * 3
    assert len(costs) == 2
    for n in range(3 * COSTS_KEPT):
        documents.cost(known, None, {"n": n}, introspects=True)
    assert len(known.costs) == COSTS_KEPT


def test_a_cost_is_not_taken_for_that_of_other_variables(documents: Documents) -> None:
    known = read(documents, QUERY)
    for variables, points in (({"n": 1}, 5), ({"n": True}, 302), ({"n": []}, 302), ({}, 302)):
        assert documents.cost(known, None, variables, introspects=True) == Cost(points)


def test_who_may_not_ask_about_the_schema_may_not_after_somebody_else_did(
    documents: Documents,
) -> None:
    known = read(documents, "{ __schema { queryType { name } } }")
    assert isinstance(documents.cost(known, None, {}, introspects=True), Cost)
    refused = documents.cost(known, None, {}, introspects=False)
    assert refused == Refusal("introspection-refused")


def test_only_so_many_are_remembered_and_no_long_or_wrong_ones(documents: Documents) -> None:
    for number in range(MOST_KEPT + 20):
        documents.errors(read(documents, f"query Q{number} {{ me }}"))
    for text in ("{ me }" + " " * LONGEST_KEPT, "{ nothing }"):
        documents.errors(read(documents, text))
    assert len(documents._kept) == MOST_KEPT
    assert "query Q0 { me }" not in documents._kept
    assert f"query Q{MOST_KEPT + 19} {{ me }}" in documents._kept
