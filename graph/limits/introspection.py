"""What questions about the schema itself may look like, and what their lists hold altogether.

Lists are asked in the ways of the standard introspection query, and in no others: a type's fields,
their arguments, but never the fields of the types of the fields. So each list, wherever it stands,
can hold no more than the schema has of its kind, and that is what it counts as.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    is_abstract_type,
    is_wrapping_type,
)

OF_A_TYPE = frozenset({"fields", "inputFields", "interfaces", "enumValues", "possibleTypes"})
WITHIN: Mapping[str, frozenset[str]] = {
    "types": OF_A_TYPE,
    "directives": frozenset({"args"}),
    "fields": frozenset({"args"}),
}
"""Which lists may stand within which; within every other one, none."""


WRAPPED = "ofType"


def totals(schema: GraphQLSchema) -> Mapping[str, int]:
    """How many of each list the whole schema has, and how often a type is wrapped at most."""
    found = dict.fromkeys(("types", "directives", "args", *OF_A_TYPE), 0)
    found["types"] = len(schema.type_map)
    found["directives"] = len(schema.directives)
    found["args"] = sum(len(one.args) for one in schema.directives)
    for one in schema.type_map.values():
        if isinstance(one, GraphQLObjectType | GraphQLInterfaceType):
            found["fields"] += len(one.fields)
            found["interfaces"] += len(one.interfaces)
            found["args"] += sum(len(field.args) for field in one.fields.values())
        if isinstance(one, GraphQLInputObjectType):
            found["inputFields"] += len(one.fields)
        if isinstance(one, GraphQLEnumType):
            found["enumValues"] += len(one.values)
        if is_abstract_type(one):
            found["possibleTypes"] += len(schema.get_possible_types(one))
    found[WRAPPED] = max(_wraps(one.type) for one in _typed(schema))
    return found


def _typed(schema: GraphQLSchema) -> Iterator[Any]:
    """Everything that has a type."""
    for directive in schema.directives:
        yield from directive.args.values()
    for one in schema.type_map.values():
        for field in getattr(one, "fields", {}).values():
            yield field
            yield from getattr(field, "args", {}).values()


def _wraps(of: Any) -> int:
    found = 0
    while is_wrapping_type(of):
        found, of = found + 1, of.of_type
    return found
