"""What is asked: documents made from the schema, so that a new field is asked as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_enum_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_required_argument,
    parse,
    validate,
)

from graph.limits.document import Document, in_order
from graph.schema import SCHEMA

CORE = SCHEMA._schema
TYPES: Mapping[str, Any] = CORE.type_map
OPERATIONS = {"query": TYPES["Query"].fields, "mutation": TYPES["Mutation"].fields}
OUTCOME = "{ __typename ... on Refused { code rules { id } } ... on Conflict { code } }"
ALSO = {"accessRequests": "statuses", "changes": "since", "ethicsReviews": "pile"}
"""Of what waits by itself, the matrix wants what is decided; of the feed, what is new."""
ANYTHING = {"Int": 1, "Boolean": False, "Date": "2026-12-01"}
"""What is sent where it does not matter."""


def objects() -> Iterator[GraphQLObjectType]:
    """Every type of an answer, but those of the framework."""
    for name, one in TYPES.items():
        if isinstance(one, GraphQLObjectType) and not name.startswith("__"):
            yield one


def is_judged(one: GraphQLNamedType) -> bool:
    """Whether the visibility table is asked about each of its fields."""
    return isinstance(one, GraphQLObjectType) and "shown" in one.fields


def is_thing(one: GraphQLNamedType) -> bool:
    """Whether it has an id of its own, and is judged by itself wherever it is led to."""
    return isinstance(one, GraphQLObjectType) and any(i.name == "Node" for i in one.interfaces)


def leads_to(field: Any) -> Any:
    """The type at the end of a field; of a list by pages, that of its rows."""
    named: Any = get_named_type(field.type)
    if named.name.endswith("Connection"):
        return get_named_type(named.fields["nodes"].type)
    return named


def selection(one: GraphQLObjectType) -> str:
    """Every field of a type. Things that it leads to are named by their id, and no further."""
    parts = ["__typename", *(_selected(name, field) for name, field in one.fields.items())]
    return "{ " + " ".join(parts) + " }"


def _selected(name: str, field: Any) -> str:
    end = leads_to(field)
    if not is_object_type(end):
        return name
    inner = "{ __typename id }" if is_thing(end) else selection(end)
    if get_named_type(field.type) is end:
        return f"{name} {inner}"
    return f"{name}(first: 3) {{ nodes {inner} }}"


def needed(kind: str, name: str) -> dict[str, Any]:
    """The arguments with which an operation is asked: those that it must have, and ``ALSO``."""
    found = OPERATIONS[kind][name].args.items()
    also = ALSO.get(name)
    return {key: one for key, one in found if key == also or is_required_argument(one)}


def value(one: Any, values: Mapping[str, Any], name: str) -> Any:
    """The least that is sent for an argument: what ``values`` says of its name, or anything."""
    if is_non_null_type(one):
        return value(one.of_type, values, name)
    if is_list_type(one):
        return [value(one.of_type, values, name)]
    if isinstance(one, GraphQLInputObjectType):
        sent = {key for key, field in one.fields.items() if is_non_null_type(field.type)}
        sent |= {"id"} & one.fields.keys()
        known = {**values, "id": values["person"]}
        return {key: value(one.fields[key].type, known, key) for key in sorted(sent)}
    if name in values:
        return values[name]
    return next(iter(one.values)) if is_enum_type(one) else ANYTHING.get(one.name, "some")


def variables(kind: str, name: str, column: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What an operation is sent, by the names that the document gives its variables."""
    return {
        f"{name}_{column}_{argument}": value(one.type, values, argument)
        for argument, one in needed(kind, name).items()
    }


@cache
def document(kind: str, asked: Sequence[tuple[str, str]]) -> Document:
    """Operations, each with the column that it is about, in one document that the schema takes."""
    declared, fields = [], []
    for name, column in asked:
        arguments = needed(kind, name)
        sent = {argument: f"${name}_{column}_{argument}" for argument in arguments}
        declared += [f"{sent[one]}: {arguments[one].type}" for one in arguments]
        fields.append(f"{name}_{column}: {_field(kind, name, sent)}")
    head = f"({', '.join(declared)})" if declared else ""
    node = parse(f"{kind} {head} {{ {' '.join(fields)} }}")
    errors = validate(CORE, node)
    assert not errors, errors
    return in_order(node)


def _field(kind: str, name: str, sent: Mapping[str, str]) -> str:
    field, end = OPERATIONS[kind][name], leads_to(OPERATIONS[kind][name])
    arguments = [f"{argument}: {variable}" for argument, variable in sent.items()]
    inner = OUTCOME if kind == "mutation" else selection(end) if is_object_type(end) else ""
    if name == "node":
        inner = f"{{ ... on Permit {selection(TYPES['Permit'])} }}"
    if "Connection" in str(field.type):
        arguments.append("first: 100" if is_thing(end) else "first: 3")
        inner = "{ nodes { __typename key } }" if is_thing(end) else f"{{ nodes {inner} }}"
    if name == "changes":
        arguments.append("limit: 500")
    written = f"({', '.join(arguments)})" if arguments else ""
    return f"{name}{written} {inner}"
