"""Between values of the lives and plain JSON values, compiled once per type from its hints.

Times are integer microseconds, days ISO text, codes their value, sets sorted, cell sets one text,
erasable values their digest. There are no floats.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from governance.vocabulary.cellsets import decode_cells, encode_cells
from governance.vocabulary.erasable import Erasable
from governance.vocabulary.instants import from_microseconds, microseconds
from governance.vocabulary.purposes import Cell

Convert = Callable[[Any], Any]


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of a plain value. Keys here are ASCII and there are no floats, so sorting by
    code point and the escapes of the standard library are those of the RFC (tested against it)."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _same(value: Any) -> Any:
    return value


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _items(hint: Any) -> tuple[Any, ...]:
    return tuple(a for a in get_args(hint) if a is not Ellipsis)


def _base(hint: Any) -> Any:
    return hint.__supertype__ if isinstance(hint, NewType) else hint


@cache
def to_plain(hint: Any) -> Convert:
    """How a value of this type becomes plain."""
    hint = _base(hint)
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not NoneType)
        return _optional(to_plain(inner))
    if hint == frozenset[Cell]:
        return encode_cells
    if origin is frozenset:
        one = to_plain(_items(hint)[0])
        return lambda value: sorted((one(item) for item in value), key=canonical)
    if origin is tuple:
        return _tuple(hint, to_plain, list)
    if origin is Erasable or hint is Erasable:
        return lambda value: value.digest
    if hint is datetime:
        return microseconds
    if hint is date:
        return date.isoformat
    if hint is Cell:
        return str
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: value.value
    if is_dataclass(hint):
        return _dataclass_to_plain(hint)
    if hint in (str, int, bool):
        return _same
    raise TypeError(f"no plain form for {hint!r}")


@cache
def from_plain(hint: Any) -> Convert:
    """How a plain value becomes one of this type again."""
    hint = _base(hint)
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not NoneType)
        return _optional(from_plain(inner))
    if hint == frozenset[Cell]:
        return decode_cells
    if origin is frozenset:
        one = from_plain(_items(hint)[0])
        return lambda value: frozenset(one(item) for item in value)
    if origin is tuple:
        return _tuple(hint, from_plain, tuple)
    if origin is Erasable or hint is Erasable:
        return lambda digest: Erasable(None, digest)
    if hint is datetime:
        return from_microseconds
    if hint is date:
        return date.fromisoformat
    if hint is Cell:
        return Cell.parse
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if is_dataclass(hint):
        return _dataclass_from_plain(hint)
    if hint in (str, int, bool):
        return _same
    raise TypeError(f"no plain form for {hint!r}")


def _tuple(hint: Any, convert: Callable[[Any], Convert], kind: type) -> Convert:
    if get_args(hint)[-1] is Ellipsis:
        one = convert(get_args(hint)[0])
        return lambda value: kind(one(item) for item in value)
    each = [convert(inner) for inner in get_args(hint)]
    return lambda value: kind(one(item) for one, item in zip(each, value, strict=True))


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Field names of a dataclass and their types, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _dataclass_to_plain(kind: Any) -> Convert:
    converts = [(name, to_plain(hint)) for name, hint in hints_of(kind).items()]
    return lambda value: {name: convert(getattr(value, name)) for name, convert in converts}


def _dataclass_from_plain(kind: Any) -> Convert:
    converts = [(name, from_plain(hint)) for name, hint in hints_of(kind).items()]
    return lambda value: kind(**{name: convert(value[name]) for name, convert in converts})
