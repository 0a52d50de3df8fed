"""Senseless and hostile queries, drawn at random: over a schema, and of no schema at all."""

from __future__ import annotations

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
)
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

LARGEST_PAGE = 3
"""Answers of real queries are built in full: pages stay small."""


@st.composite
def valid_queries(draw: DrawFn, schema: GraphQLSchema) -> str:
    """A query that the schema can answer, with fragments, aliases and pages of every size."""
    fragments: list[str] = []
    root = schema.query_type
    assert root is not None
    text = _selection(draw, schema, root, 5, fragments)
    return " ".join([f"query Q {text}", *fragments])


def _selection(
    draw: DrawFn, schema: GraphQLSchema, on: GraphQLNamedType, depth: int, fragments: list[str]
) -> str:
    assert isinstance(on, GraphQLObjectType | GraphQLInterfaceType)
    choices = [
        (name, field)
        for name, field in on.fields.items()
        if depth > 1 or not is_composite_type(get_named_type(field.type))
    ]
    chosen = draw(st.lists(st.sampled_from(choices), max_size=3)) if choices else []
    parts = ["__typename"]
    for number, (name, field) in enumerate(chosen):
        part = f"{name}_{depth}_{number}: {name}{_arguments(draw, field)}"
        of = get_named_type(field.type)
        if is_composite_type(of):
            part += " " + _selection(draw, schema, of, depth - 1, fragments)
        parts.append(_wrapped(draw, part, on, fragments))
    return "{ " + " ".join(parts) + " }"


def _arguments(draw: DrawFn, field: GraphQLField) -> str:
    said = {
        name: draw(st.integers(0, LARGEST_PAGE)) for name in ("first", "last") if name in field.args
    }
    given = [f"{name}: {size}" for name, size in said.items()]
    if "people" in field.args:
        given.append(f"people: {draw(st.lists(st.integers(0, 9), max_size=3))}")
    return f"({', '.join(given)})" if given else ""


def _wrapped(draw: DrawFn, part: str, on: GraphQLNamedType, fragments: list[str]) -> str:
    match draw(st.sampled_from(("plain", "inline", "fragment"))):
        case "inline":
            return f"... on {on.name} {{ {part} }}"
        case "fragment":
            name = f"F{len(fragments)}"
            fragments.append(f"fragment {name} on {on.name} {{ {part} }}")
            return f"...{name}"
    return part


WORDS = ("{", "}", "(", ")", "[", "]", ":", "...", "on", "fragment", "query", "F", "G", "H", "$")
MORE_WORDS = (
    "person",
    "people",
    "first",
    "id",
    "1",
    "null",
    '"x"',
    "@a",
    "#\n",
    "Person",
    "=",
    "|",
)


def word_soup() -> st.SearchStrategy[str]:
    """Words of the language in any order."""
    return st.lists(st.sampled_from(WORDS + MORE_WORDS), max_size=60).map(" ".join)


@st.composite
def hostile_documents(draw: DrawFn) -> str:
    """Fragments that spread one another at random, often many times or in circles."""
    count = draw(st.integers(1, 45))
    body = st.lists(
        st.one_of(
            st.integers(0, count).map("...F{}".format),
            st.sampled_from(("id", "x: id", "a { id }", "@a", "a { ...F1 ...F2 }", "...{ b }")),
        ),
        max_size=12,
    )
    fragments = (f"fragment F{n} on Person {{ {' '.join(draw(body))} }}" for n in range(count))
    return " ".join(("{ person { ...F0 ...F1 } }", *fragments))
