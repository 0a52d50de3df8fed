"""How long a page or a list of arguments is, read from the query and its variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import (
    FieldNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
)

from governance.refusals import Refusal, Refused
from graph.limits.most import PAGE
from graph.limits.prices import Price

PAGES = ("first", "last", "limit")


class Sizes:
    """Sizes as one request's variables say; what they do not say counts as the most."""

    def __init__(self, variables: Mapping[str, Any]) -> None:
        self._variables = variables

    def page(self, node: FieldNode) -> int:
        """The page that ``first``, ``last`` or ``limit`` asks for; else the largest."""
        sizes = [
            self._integer(argument.value)
            for argument in node.arguments or ()
            if argument.name.value in PAGES and not isinstance(argument.value, NullValueNode)
        ]
        return max(sizes, default=PAGE)

    def _integer(self, value: ValueNode) -> int:
        said: Any = None
        if isinstance(value, IntValueNode):
            said = int(value.value)
        elif isinstance(value, VariableNode):
            said = self._variables.get(value.name.value)
        if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= PAGE:
            return max(said, 1)  # some lists take a size of none for a size of one
        return PAGE

    def length(self, node: FieldNode, price: Price) -> int:
        """How many elements the argument has that ``price`` names; raises Refused for too many."""
        name, *way = price.by
        given = [one.value for one in node.arguments or () if one.name.value == name]
        return max((self._length(value, way, price.most) for value in given), default=price.most)

    def _length(self, value: ValueNode, way: list[str], most: int) -> int:
        if isinstance(value, VariableNode):
            return _count(self._variables.get(value.name.value), way, most)
        if way and isinstance(value, ObjectValueNode):
            inner = [one.value for one in value.fields if one.name.value == way[0]]
            return max((self._length(one, way[1:], most) for one in inner), default=most)
        if isinstance(value, ListValueNode) and not way:
            return _allowed(len(value.values), most)
        return most if way or isinstance(value, NullValueNode) else 1


def _count(value: Any, way: list[str], most: int) -> int:
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    if value is None:
        return most
    return _allowed(len(value), most) if isinstance(value, list) else 1


def _allowed(length: int, most: int) -> int:
    if length > most:
        raise Refused(Refusal("list-too-long", items=(str(most),)))
    return length
