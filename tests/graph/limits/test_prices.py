"""The table of prices speaks of the schema as it is."""

from __future__ import annotations

import pytest
from graphql import (
    GraphQLField,
    GraphQLObjectType,
    get_introspection_query,
    get_named_type,
    is_composite_type,
)

from governance.views.decisions import MOST_PEOPLE as MOST_PEOPLE_DECIDED
from governance.views.law import PROVISIONS
from governance.vocabulary.purposes import ALL_CELLS
from graph.limits import PRICES, Cost, Document, Guard
from graph.limits.most import MOST_PEOPLE
from graph.limits.prices import CELLS, RULES, RULES_OF_RELEASE, SOURCES
from graph.schema import SCHEMA

CORE = SCHEMA._schema
GUARD = Guard(CORE)


def points(text: str, **variables: object) -> int:
    document = GUARD.read(text)
    assert isinstance(document, Document), document
    found = GUARD.cost(document, None, variables)
    assert isinstance(found, Cost), found
    return found.requested


def field(place: str) -> GraphQLField:
    on, name = place.split(".")
    of = CORE.type_map[on]
    assert isinstance(of, GraphQLObjectType)
    found: GraphQLField = of.fields[name]
    return found


@pytest.mark.parametrize("place", PRICES)
def test_every_price_is_that_of_a_field(place: str) -> None:
    priced, price = field(place), PRICES[place]
    if price.by:
        assert price.by[0] in priced.args
    if price.items is not None or price.paged:
        assert is_composite_type(get_named_type(priced.type))


def test_lists_with_an_end_are_as_long_as_the_vocabulary_and_the_law_say() -> None:
    assert len(ALL_CELLS) == CELLS
    assert len(PROVISIONS) <= RULES
    assert sum(code.startswith(("R", "D")) for code in PROVISIONS) <= RULES_OF_RELEASE
    assert max(len(one.source) for one in PROVISIONS.values()) <= SOURCES
    assert MOST_PEOPLE_DECIDED == MOST_PEOPLE


def test_a_decision_about_the_longest_list_fits_into_one_request() -> None:
    query = """query ($use: UseInput!, $people: [NamedInput!]!) {
      evaluateAccessOfList(use: $use, people: $people) { people { allowed whyNot } } }"""
    people = [{"issuer": "hospital", "identifier": str(number)} for number in range(MOST_PEOPLE)]
    assert points(query, people=people) == 22 + MOST_PEOPLE * 5
    assert points(query) == points(query, people=people)
    assert points(query, people=people[:1]) == 22 + 5


def test_the_feed_costs_by_its_limit() -> None:
    assert points("{ changes(limit: 7) { rows { position } } }") == 2 + 7 * 2


def test_the_standard_question_about_the_schema_fits_twice_into_one_request() -> None:
    assert points(get_introspection_query()) * 2 < GUARD.limits.cost


def test_what_changes_something_costs_more_than_looking() -> None:
    query = (
        "mutation ($i: WithdrawEverythingInput!) { withdrawEverything(input: $i) { __typename } }"
    )
    assert points(query) == 52
