"""What a query costs."""

from __future__ import annotations

import pytest
from graphql import get_introspection_query, graphql_sync, introspection_from_schema

from governance.refusals import Refusal
from graph.limits import PLAIN_BODY, Cost, Document, Guard, Price
from graph.limits.most import PAGE
from tests.graph.limits.library import GUARD, SCHEMA, code, held, judged, points


def test_every_object_and_value_of_the_answer_is_a_point() -> None:
    assert points("{ person { id name } }") == 3


def test_a_list_counts_as_many_times_as_its_page_says() -> None:
    assert points("{ people(first: 10) { total edges { cursor node { id } } } }") == 3 + 10 * 4
    assert points("{ people(last: 5) { nodes { id } } }") == 2 + 5 * 2
    assert points("{ people(first: 3, last: 7) { nodes { id } } }") == 2 + 7 * 2
    assert points("{ page(first: 4) { id } }") == 1 + 4 * 2
    assert points("{ people(first: 0) { nodes { id } } }") == 2 + 1 * 2


def test_lists_within_lists_multiply() -> None:
    inner = "friends(first: 5) { nodes { id } }"
    assert points(f"{{ people(first: 10) {{ nodes {{ {inner} }} }} }}") == 2 + 10 * (1 + 2 + 5 * 2)


@pytest.mark.parametrize("said", ["", "(first: null)", "(first: 101)", "(first: -1)", "(q: 1)"])
def test_what_is_not_said_or_makes_no_sense_counts_as_the_largest_page(said: str) -> None:
    assert points(f"{{ people{said} {{ nodes {{ id }} }} }}") == 2 + PAGE * 2


@pytest.mark.parametrize(
    ("variables", "size"),
    [({"n": 7}, 7), ({}, PAGE), ({"n": None}, PAGE), ({"n": "7"}, PAGE), ({"n": True}, PAGE)],
)
def test_variables_are_read_and_missing_ones_are_the_most(
    variables: dict[str, object], size: int
) -> None:
    query = "query ($n: Int = 1) { people(first: $n) { nodes { id } } }"
    assert points(query, variables) == 2 + size * 2


def test_a_list_without_a_page_is_as_long_as_the_table_says_or_as_the_largest_page() -> None:
    assert points("{ few { id } }") == 1 + 2 * 2
    assert points("{ person { friends { nodes { id } } } }") == 3 + PAGE * 2
    assert points("{ person { tags } }") == 2


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("(people: [1, 2, 3])", 3),
        ("(people: $people)", 4),
        ("(people: 1)", 1),
        ("(people: null)", 50),
        ("(people: $missing)", 50),
        ("", 50),
    ],
)
def test_a_decision_for_a_list_costs_by_its_length(given: str, size: int) -> None:
    query = f"query ($people: [ID!]) {{ judge{given} {{ decisions {{ id reasons {{ code }} }} }} }}"
    found = judged(query, {"people": ["a", "b", "c", "d"]})
    assert found == Cost(2 + size + size * (3 + 3 * 2))


def test_the_way_to_a_list_may_lead_through_an_input() -> None:
    guard = Guard(SCHEMA, prices={"Query.judge": Price(by=("input", "people"), each=1, most=50)})
    for given, size in (
        ("{people: [1, 2]}", 2),
        ("{people: $people}", 3),
        ("$input", 1),
        ("{}", 50),
        ("$none", 50),
        ("[]", 50),
    ):
        document = guard.read(f"{{ judge(input: {given}) {{ total }} }}")
        assert isinstance(document, Document)
        found = guard.cost(document, None, {"people": [1, 2, 3], "input": {"people": [1]}})
        assert found == Cost(2 + size), given


def test_a_body_may_be_as_long_as_the_largest_thing_in_it_needs() -> None:
    guard = Guard(SCHEMA, prices={"Query.judge": Price(items=1, body=1_000_000)})
    for query, body in (("{ judge { total } }", 1_000_000), ("{ __typename }", PLAIN_BODY)):
        document = guard.read(query)
        assert isinstance(document, Document)
        found = guard.cost(document, None, {})
        assert isinstance(found, Cost)
        assert found.body == body


def test_a_list_that_is_too_long_is_refused_before_anything_is_made_of_it() -> None:
    found = judged(
        "query ($people: [ID!]) { judge(people: $people) { total } }", {"people": [1] * 51}
    )
    assert found == Refusal("list-too-long", items=("50",))


def test_the_table_adds_to_what_the_size_says() -> None:
    assert points('mutation { rename(name: "x") { id } }') == 10 + 2


def test_a_fragment_costs_wherever_it_is_spread() -> None:
    fragment = (
        "fragment F on Person { id friends(first: 2) { ...G } } "
        "fragment G on People { total nodes { id } }"
    )
    once = points(f"{fragment} {{ person {{ ...F }} }}")
    assert once == 1 + 1 + 1 + 2 + 2 * 2
    assert points(f"{fragment} {{ people(first: 9) {{ nodes {{ ...F }} }} }}") == 2 + 9 * once


def test_each_kind_of_an_interface_counts() -> None:
    assert (
        points("{ thing { id ... on Person { name } ... { ... on Dataset { owner { id } } } } }")
        == 5
    )


def test_fields_that_nobody_knows_count_too() -> None:
    assert points("{ nothing { here { id } } person { nor { here } } }") == 3 + 3


def test_of_several_operations_only_the_chosen_one_counts() -> None:
    query = "query A { person { id } } query B { few { id } }"
    assert judged(query, operation="A") == Cost(2)
    assert judged(query, operation="B") == Cost(5)
    for operation in (None, "C"):
        assert judged(query, operation=operation) == Refusal("operation-unknown")
    assert judged("{ person { id } }", operation="A") == Refusal("operation-unknown")


def test_what_the_schema_does_not_offer_is_refused() -> None:
    assert code("subscription { person { id } }") == "operation-not-offered"


def test_an_answer_that_could_be_too_large_is_refused() -> None:
    inner = "{ nodes { friends { nodes { friends { nodes { id } } } } } }"
    assert code(f"{{ people {inner} }}") == "query-too-expensive"


def test_the_standard_question_about_the_schema_costs_at_least_its_answer() -> None:
    found = judged(get_introspection_query())
    assert isinstance(found, Cost)
    assert found.introspects
    assert found.requested >= held(introspection_from_schema(SCHEMA))


@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { types { fields { type { fields { name } } } } } }",
        "{ __schema { types { ...F } } } "
        "fragment F on __Type { interfaces { possibleTypes { name } } }",
        '{ __type(name: "A") { fields { args { type { inputFields { name } } } } } }',
        "{ __schema { directives { args { type { fields { name } } } } } }",
    ],
)
def test_questions_about_the_schema_do_not_go_round_in_circles(query: str) -> None:
    assert code(query) == "query-too-deep"


def test_whoever_may_not_ask_about_the_schema_may_still_ask_for_names_of_types() -> None:
    for query, expected in (
        ("{ __schema { queryType { name } } }", Refusal("introspection-refused")),
        (
            '{ ...F } fragment F on Query { __type(name: "A") { name } }',
            Refusal("introspection-refused"),
        ),
        ("{ __typename person { __typename } }", Cost(3)),
    ):
        document = GUARD.read(query)
        assert isinstance(document, Document)
        assert GUARD.cost(document, None, {}, introspects=False) == expected


def test_a_type_is_unwrapped_no_further_than_types_are_wrapped() -> None:
    inner = "name"
    for _ in range(9):
        inner = f"kind ofType {{ {inner} }}"
    query = f'{{ __type(name: "Query") {{ fields {{ type {{ {inner} }} }} }} }}'
    found, answer = judged(query), graphql_sync(SCHEMA, query)
    assert isinstance(found, Cost)
    assert answer.errors is None
    assert held(answer.data) <= found.requested < 1_000
