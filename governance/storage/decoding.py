"""Plain JSON values as values of the lives again: the way back of ``encoding``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from governance.storage.hints import base_of, fields_of, inner_of, items_of
from governance.vocabulary.cellsets import decode_cells
from governance.vocabulary.erasable import Erasable
from governance.vocabulary.instants import from_microseconds
from governance.vocabulary.purposes import Cell

Decode = Callable[[Any], Any]


@cache
def decoder(hint: Any) -> Decode:
    """How a plain value becomes one of this type. Raises TypeError for types of no life."""
    hint, origin = base_of(hint), get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(decoder(inner_of(hint)))
    if hint == frozenset[Cell]:
        return decode_cells
    if origin is frozenset:
        one = decoder(items_of(hint)[0])
        return lambda value: frozenset([one(item) for item in value])
    if origin is tuple:
        return _tuple(hint)
    if origin is Erasable:
        return lambda digest: Erasable(None, digest)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if is_dataclass(hint) and hint is not Cell:
        return _dataclass(hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    raise TypeError(f"no value of {hint!r} can be read")


def _dataclass(kind: Any) -> Decode:
    decoders = [(name, decoder(hint)) for name, hint in fields_of(kind).items()]

    def decode(value: Any) -> Any:
        if len(value) != len(decoders):
            raise KeyError(f"not the fields of {kind.__name__}")
        return kind(**{name: read(value[name]) for name, read in decoders})

    return decode


def _optional(decode: Decode) -> Decode:
    return lambda value: None if value is None else decode(value)


def _tuple(hint: Any) -> Decode:
    if get_args(hint)[-1] is Ellipsis:
        one = decoder(get_args(hint)[0])
        return lambda value: tuple([one(item) for item in value])
    each = [decoder(inner) for inner in items_of(hint)]
    return lambda value: tuple([d(v) for d, v in zip(each, value, strict=True)])


def _same(value: Any) -> Any:
    return value


_SIMPLE: dict[Any, Decode] = {
    str: _same,
    int: _same,
    bool: _same,
    datetime: from_microseconds,
    date: date.fromisoformat,
    Cell: Cell.parse,
}
