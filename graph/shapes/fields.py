"""Fields that are to be, and the types that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import strawberry

from graph.descriptions import of_field, of_type

AT_ONCE = "at_once"


@dataclass(frozen=True, slots=True)
class Field:
    """A field to be: its type, and what the framework makes of it."""

    graphql_type: Any
    made: Any


def at_once(resolve: Callable[..., Any], get: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """The same resolver; ``get`` gives what it gives without waiting, of the root and of what was
    loaded (``graph/writing``).
    """
    vars(resolve)[AT_ONCE] = get
    return resolve


def filled(made: Any, fields: Mapping[str, Field]) -> Any:
    """The class with these fields; it is not yet a type of the schema."""
    made.__annotations__ = {name: one.graphql_type for name, one in fields.items()}
    for name, one in fields.items():
        setattr(made, name, one.made)
    return made


def root_of(name: str, fields: Mapping[str, Field]) -> Any:
    """The type of the query, or of the mutation."""
    made = filled(type(name, (), {}), fields)
    return strawberry.type(made, name=name, description=of_type(name))


def plain(name: str, hints: Mapping[str, Any], *, kind: str | None = None) -> Any:
    """A type of ours whose fields are shown as they are, described as of this ``kind``."""
    fields = {
        field: Field(hint, strawberry.field(description=of_field(kind or name, field)))
        for field, hint in hints.items()
    }
    made = filled(type(name, (), {}), fields)
    return strawberry.type(made, name=name, description=of_type(kind or name))
