"""The guard never counts too little, and never looks twice."""

from __future__ import annotations

from graphql import GraphQLError, execute_sync, parse
from graphql.language import Lexer, Source, TokenKind
from hypothesis import HealthCheck, given, settings

from governance.refusals import Refusal
from graph.limits import CODES, LIMITS, Cost, Document
from graph.limits.cost import Costing
from graph.limits.introspection import totals
from graph.limits.shape import judge_shape
from graph.limits.sizes import Sizes
from tests.graph.limits.library import GUARD, PRICES, SCHEMA, held, longest
from tests.graph.limits.queries import hostile_documents, valid_queries, word_soup


@given(valid_queries(SCHEMA))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_the_cost_is_never_less_than_what_the_answer_can_hold(query: str) -> None:
    document = GUARD.read(query)
    if isinstance(document, Refusal):
        return
    cost = GUARD.cost(document, None, {})
    if isinstance(cost, Refusal):
        assert cost.code == "query-too-expensive"
        return
    answer = execute_sync(
        SCHEMA, parse(query), field_resolver=longest, type_resolver=lambda *_: "Person"
    )
    assert answer.errors is None
    assert held(answer.data) <= cost.requested


@given(word_soup() | hostile_documents())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_text_is_the_guard_answers_by_a_code_of_its_own(text: str) -> None:
    try:
        document = GUARD.read(text)
    except GraphQLError:
        return
    found = document if isinstance(document, Refusal) else GUARD.cost(document, None, {})
    assert isinstance(found, Cost) or found.code in CODES


@given(hostile_documents())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_no_node_is_looked_at_twice(text: str) -> None:
    try:
        document = GUARD.read(text)
    except GraphQLError:
        return
    if isinstance(document, Document):
        words = _words(text)
        assert judge_shape(document, LIMITS).steps <= words
        assert _costed(document).steps <= words


def _costed(document: Document) -> Costing:
    costing = Costing(SCHEMA, PRICES, totals(SCHEMA), Sizes({}))
    for fragment in document.fragments:
        costing.add_fragment(fragment)
    for operation in document.operations:
        assert SCHEMA.query_type is not None
        costing.of_operation(SCHEMA.query_type, operation)
    return costing


def _words(text: str) -> int:
    lexer, count = Lexer(Source(text)), 0
    while lexer.advance().kind is not TokenKind.EOF:
        count += 1
    return count
