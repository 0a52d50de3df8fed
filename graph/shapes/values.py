"""How a value is shown: sets as sorted lists, tables as lists of pairs, people by handles."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, make_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

import strawberry
from strawberry.scalars import Base64

from governance.vocabulary.people import SubjectId
from graph.context import Asked
from graph.shapes.enums import enum_of, order_of, union_of
from graph.shapes.links import PAIRS, About

Show = Callable[[Any, Any], Any]
"""Of a value, and of what the resolver is handed: only its ``context`` counts."""
PLAIN: dict[Any, Any] = {str: str, int: int, bool: bool, date: date, datetime: datetime}


def several(hint: Any) -> Any:
    """The hint of a list of these."""
    return types.GenericAlias(list, (hint,))


@dataclass(frozen=True, slots=True)
class Shaped:
    """A type of the schema, and what is done to a value before it is shown; None is nothing."""

    type: Any
    show: Show | None = None

    def shown(self, value: Any, info: Any) -> Any:
        """The value as the type shows it; None stays None."""
        return value if self.show is None or value is None else self.show(value, info)


class Shaper:
    """Finds the type for a hint; ``of_value`` gives that of a value of a view."""

    def __init__(self, of_value: Callable[[Any], Any]) -> None:
        self._of_value = of_value
        self._tables: dict[str, Any] = {}

    def of(self, hint: Any, owner: Any = None, field: str = "") -> Shaped:
        """The type for a hint of a field of a value. Raises TypeError where there is none yet."""
        args = [one for one in get_args(hint) if one is not type(None)]
        if get_origin(hint) in (Union, types.UnionType):
            inner = self.of(args[0], owner, field) if len(args) == 1 else Shaped(union_of(args))
            nullable = len(args) < len(get_args(hint))
            return Shaped(inner.type | None if nullable else inner.type, inner.show)
        if (owner, field) in PAIRS and len(args) == 2 and args[1] is str:
            return self._pair(PAIRS[owner, field])
        origin = get_origin(hint)
        if origin in (tuple, frozenset, Sequence):
            return self._list(self.of(args[0], owner, field), origin is frozenset)
        if origin in (dict, Mapping):
            return self._table(owner, field, args)
        return self._one(hint)

    def _one(self, hint: Any) -> Shaped:
        if hint is SubjectId:
            return Shaped(strawberry.ID, lambda one, info: info.context.handle(one))
        if hint is bytes:
            return Shaped(Base64)
        if hint in PLAIN:
            return Shaped(PLAIN[hint])
        if isinstance(hint, type) and issubclass(hint, Enum):
            return Shaped(enum_of(hint))
        if is_dataclass(hint):
            return Shaped(self._of_value(hint))
        raise TypeError(f"no type of the schema shows {hint!r}")

    def _list(self, inner: Shaped, is_set: bool) -> Shaped:
        def show(values: Any, info: Asked) -> Any:
            ordered = sorted(values, key=order_of) if is_set else values
            return ordered if inner.show is None else [inner.show(one, info) for one in ordered]

        return Shaped(several(inner.type), show if is_set or inner.show else None)

    def _pair(self, pair: Any) -> Shaped:
        def show(two: Any, info: Asked) -> Any:
            return pair(*(info.context.handles.thing(two) if pair is About and two[1] else two))

        return Shaped(self._of_value(pair), show)

    def _table(self, owner: Any, field: str, args: list[Any]) -> Shaped:
        name = "".join(part.capitalize() for part in (*field.split("_"), "entry"))
        row = self._tables.setdefault(
            name, make_dataclass(name, [("key", args[0]), ("value", args[1])])
        )
        row.__doc__ = "One line of a table: what is counted or said, and how many or what."
        listed = self._of_value(row)

        def show(table: Any, info: Asked) -> Any:
            return [row(key, table[key]) for key in sorted(table, key=order_of)]

        return Shaped(several(listed), show)
