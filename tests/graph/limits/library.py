"""A small schema of lists within lists, whose answers are as long as anybody may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema, build_schema, get_named_type, is_leaf_type

from governance.refusals import Refusal
from graph.limits import Cost, Document, Guard, Price
from graph.limits.most import PAGE

SDL = """
type Query {
  person: Person
  people(first: Int, last: Int, q: String): People!
  page(first: Int): [Person!]!
  few: [Person!]!
  judge(people: [ID!], input: Input): Judged
  thing: Thing
}
type Mutation { rename(name: String): Person }
type People { edges: [Edge!]! nodes: [Person!]! pageInfo: PageInfo total: Int }
type Edge { node: Person cursor: String }
type PageInfo { hasNextPage: Boolean }
interface Thing { id: ID }
type Person implements Thing { id: ID name: String tags: [String!] friends(first: Int): People }
type Dataset implements Thing { id: ID owner: Person }
type Judged { decisions: [Decision!]! total: Int }
type Decision { id: ID reasons: [Reason!]! }
type Reason { code: String }
input Input { people: [ID!] }
"""
FEW = 2
PRICES = {
    "Query.few": Price(items=FEW),
    "Query.judge": Price(by=("people",), each=1, most=50),
    "Judged.decisions": Price(paged=True),
    "Decision.reasons": Price(items=3),
    "Mutation.rename": Price(fixed=10),
}
SCHEMA: GraphQLSchema = build_schema(SDL)
GUARD = Guard(SCHEMA, prices=PRICES)


def judged(
    text: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
) -> Cost | Refusal:
    """What the guard says of a query."""
    document = GUARD.read(text)
    if not isinstance(document, Document):
        return document
    return GUARD.cost(document, operation, variables or {})


def points(text: str, variables: Mapping[str, Any] | None = None) -> int:
    """What it costs; it must not be refused."""
    found = judged(text, variables)
    assert isinstance(found, Cost), found
    return found.requested


def code(text: str) -> str:
    """By what it is refused; it must be."""
    found = judged(text)
    assert isinstance(found, Refusal), found
    return found.code


def longest(source: Any, info: Any, **given: Any) -> Any:
    """Every list as long as it was asked for; every object there; the same for all fields."""
    name = info.field_name
    if is_leaf_type(get_named_type(info.return_type)):
        return ["a"] if name == "tags" else 1
    if name in ("edges", "nodes", "decisions"):
        return [{}] * source["page"]
    if name in ("people", "friends", "page"):
        size = max(given.values(), default=PAGE)
        return [{}] * size if name == "page" else {"page": size}
    if name == "judge":
        return {"page": len(given.get("people", [None] * 50))}
    return {"few": [{}] * FEW, "reasons": [{}] * 3}.get(name, {})


def held(value: Any) -> int:
    """Objects, lists and values of an answer; a list of values is one."""
    if isinstance(value, dict):
        return sum(1 + held(one) for one in value.values())
    if isinstance(value, list):
        return sum(1 + held(one) for one in value if isinstance(one, dict))
    return 0
