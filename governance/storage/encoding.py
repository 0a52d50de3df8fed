"""Values of the lives as canonical JSON text (RFC 8785), compiled once per type from its hints.

Times are integer microseconds, days ISO text, codes their value, sets sorted by the text of their
items, cell sets one text, erasable values their digest. There are no floats. Keys are ASCII, so
that sorting by code point is the sorting of the RFC; so are the escapes of the standard library.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin

from governance.storage.hints import base_of, fields_of, inner_of, items_of
from governance.vocabulary.cellsets import encode_cells
from governance.vocabulary.erasable import Erasable
from governance.vocabulary.instants import microseconds
from governance.vocabulary.purposes import Cell

Encode = Callable[[Any], str]
LARGEST = 2**53 - 1
"""Beyond it a number is not the same in every reader of JSON (RFC 8785, appendix D)."""
text_of: Encode = json.JSONEncoder(ensure_ascii=False).encode


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of a plain value without floats and with ASCII keys."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


@cache
def encoder(hint: Any) -> Encode:
    """How a value of this type becomes canonical text. Raises TypeError for types of no life."""
    hint = base_of(hint)
    origin: Any = get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(encoder(inner_of(hint)))
    if hint == frozenset[Cell]:
        return lambda value: f'"{encode_cells(value)}"'
    if origin is frozenset:
        return _set(encoder(items_of(hint)[0]))
    if origin is tuple:
        return _tuple(hint)
    if origin is Erasable:
        return lambda value: "null" if value.digest is None else f'"{value.digest}"'
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member: text_of(member.value) for member in hint}.__getitem__
    if is_dataclass(hint) and hint is not Cell:
        kind: Any = hint
        return dataclass_encoder(kind, tuple(fields_of(kind)))
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    raise TypeError(f"no canonical text for {hint!r}")


def dataclass_encoder(kind: Any, names: tuple[str, ...]) -> Encode:
    """How these fields of a dataclass become the text of one object."""
    hints, names = fields_of(kind), tuple(sorted(names))
    template = ",".join(f'"{name}":%s' for name in names).join("{}")
    encoders = [encoder(hints[name]) for name in names]
    if not names:
        return lambda value: "{}"
    if len(names) == 1:
        return lambda value: template % encoders[0](getattr(value, names[0]))
    read = attrgetter(*names)
    return lambda value: (
        template
        % tuple([encode(field) for encode, field in zip(encoders, read(value), strict=True)])
    )


def _optional(encode: Encode) -> Encode:
    return lambda value: "null" if value is None else encode(value)


def _set(encode: Encode) -> Encode:
    return lambda value: ",".join(sorted([encode(item) for item in value])).join("[]")


def _tuple(hint: Any) -> Encode:
    if get_args(hint)[-1] is Ellipsis:
        one = encoder(get_args(hint)[0])
        return lambda value: ",".join([one(item) for item in value]).join("[]")
    each = [encoder(inner) for inner in items_of(hint)]
    return lambda value: ",".join([e(v) for e, v in zip(each, value, strict=True)]).join("[]")


def _integer(value: int) -> str:
    if not -LARGEST <= value <= LARGEST:
        raise ValueError("a number that JSON cannot hold")
    return str(value)


_SIMPLE: dict[Any, Encode] = {
    str: text_of,
    int: _integer,
    bool: lambda value: "true" if value else "false",
    datetime: lambda value: _integer(microseconds(value)),
    date: lambda value: f'"{value.isoformat()}"',
    Cell: lambda value: f'"{value}"',
}
