"""Functions that write a value as a selection wants it, composed once for an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInt,
    GraphQLString,
    Undefined,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from graph.loaders import MISSING, Seen
from graph.shapes.fields import AT_ONCE

Write = Callable[[Any, Seen], Any]
"""Raises whatever it meets: the usual way is taken then."""
Get = Callable[[Any, Seen], Any]
AS_THEY_ARE: Mapping[Any, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool}
INT = range(-(2**31), 2**31)
TYPENAME = "__typename"


class Writers:
    """Those of one operation, by type and selection."""

    def __init__(self, executor: Any) -> None:
        self._executor = executor
        self._made: dict[tuple[Any, int], tuple[Any, Write | None]] = {}

    def of(self, kind: Any, details: Any) -> Write | None:
        """The one for a value of a type; None where some of it is to be waited for, or asked."""
        key = kind, id(details)
        if key not in self._made:  # the selection is kept beside, so that its id stays its own
            self._made[key] = details, self._composed(kind, details)
        return self._made[key][1]

    def _composed(self, kind: Any, details: Any) -> Write | None:
        if is_non_null_type(kind):
            return self.of(kind.of_type, details)
        if is_leaf_type(kind):
            return _leaf(kind)
        if is_list_type(kind):
            return None if _is_streamed(details) else self._list(kind.of_type, details)
        return self._object(kind, details) if is_object_type(kind) else None

    def _list(self, kind: Any, details: Any) -> Write | None:
        inner = self._nullable(kind, details)
        if inner is None:
            return None

        def write(several: Any, seen: Seen) -> Any:
            if type(several) not in (tuple, list):
                raise TypeError("no list")
            return [inner(one, seen) for one in several]

        return write

    def _nullable(self, kind: Any, details: Any) -> Write | None:
        """For a value that may be None, where the type says so."""
        inner = self.of(kind, details)
        if inner is None:
            return None
        if is_non_null_type(kind):
            return inner if is_leaf_type(kind.of_type) else _needed(inner)
        return lambda value, seen: None if value is None else inner(value, seen)

    def _object(self, kind: Any, details: Any) -> Write | None:
        selected = self._executor.collect_subfields(kind, details)
        if selected.new_defer_usages:
            return None
        held: list[tuple[str, str, Write]] = []
        found: list[tuple[str, Get, Write]] = []
        for name, inside in selected.grouped_field_set.items():
            made = self._field(kind, inside[0].node.name.value, inside)
            if made is None:
                return None
            get, inner = made
            if isinstance(get, str):
                held.append((name, get, inner))
            else:
                found.append((name, get, inner))
        return _written(kind, dict.fromkeys(selected.grouped_field_set), held, found)

    def _field(self, kind: Any, name: str, details: Any) -> tuple[Get | str, Write] | None:
        if name == TYPENAME:
            return (lambda one, seen: kind.name), lambda value, seen: value
        field = self._executor.schema.get_field(kind, name)
        if field is None or field.args:
            return None
        get = _getter(field)
        inner = self._nullable(field.type, details) if get is not None else None
        return None if get is None or inner is None else (get, inner)


def _written(
    kind: Any,
    names: dict[str, Any],
    held: Sequence[tuple[str, str, Write]],
    found: Sequence[tuple[str, Get, Write]],
) -> Write:
    """Of an object: ``held`` are attributes, all read at once, ``found`` what is made of it."""
    is_type_of, fine = kind.is_type_of, set[type]()
    read = _reader([attribute for _, attribute, _ in held])
    plain = [(name, inner) for name, _, inner in held]

    def write(one: Any, seen: Seen) -> Any:
        if type(one) not in fine:
            if is_type_of is not None and is_type_of(one, None) is not True:
                raise TypeError("another type")
            fine.add(type(one))
        told = names.copy()
        for (name, inner), value in zip(plain, read(one), strict=True):
            told[name] = inner(value, seen)
        for name, get, inner in found:
            value = get(one, seen)
            if value is not MISSING:
                told[name] = inner(value, seen)
        return told

    return write


def _reader(attributes: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda one: tuple(getattr(one, name) for name in attributes)


def _getter(field: Any) -> Get | str | None:
    """Where a field's value is to be had at once: the name of an attribute, or a function."""
    definition = field.extensions.get("strawberry-definition")
    if definition is None or definition.extensions:
        return None
    if definition.base_resolver is None:
        return str(definition.python_name)
    found: Get | None = getattr(definition.base_resolver.wrapped_func, AT_ONCE, None)
    return found


def _is_streamed(details: Any) -> bool:
    return any(
        directive.name.value == "stream"
        for one in details
        for directive in one.node.directives or ()
    )


def _needed(inner: Write) -> Write:
    def write(value: Any, seen: Seen) -> Any:
        if value is None:
            raise TypeError("nothing where something must be")
        return inner(value, seen)

    return write


def _leaf(kind: Any) -> Write:
    usual = _coerced(kind)
    if kind in AS_THEY_ARE:
        plain = AS_THEY_ARE[kind]
        return lambda value, seen: value if type(value) is plain else usual(value, seen)
    if kind is GraphQLInt:
        return lambda value, seen: (
            value if type(value) is int and value in INT else usual(value, seen)
        )
    if isinstance(kind, GraphQLEnumType):
        codes, names = _names(kind)
        return lambda value, seen: names[value] if type(value) is codes else usual(value, seen)
    return usual


def _coerced(kind: Any) -> Write:
    coerce = kind.coerce_output_value

    def write(value: Any, seen: Seen) -> Any:
        if isinstance(value, Exception):
            raise value
        told = coerce(value)
        if told is None or told is Undefined:
            raise TypeError("nothing where something must be")
        return told

    return write


@cache
def _names(kind: Any) -> tuple[Any, Mapping[Any, str]]:
    """The class of an enumeration, and what its members are called in the schema."""
    codes = getattr(kind, "wrapped_cls", None)
    return codes, {one: kind.coerce_output_value(one) for one in codes or ()}
