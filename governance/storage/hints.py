"""Types of fields as the codec reads them."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from governance.vocabulary.entries import Command, Event
from governance.vocabulary.erasable import Erasable


@cache
def fields_of(kind: Any) -> dict[str, Any]:
    """Field names of a dataclass and their types, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _erasable_fields(kind: Any) -> tuple[str, ...]:
    return tuple(name for name, hint in fields_of(kind).items() if get_origin(hint) is Erasable)


def erasable_fields(told: Event | Command) -> tuple[str, ...]:
    """The fields of an event whose values live outside the ledger; of a command, will live."""
    kind: Any = type(told)
    return _erasable_fields(kind)


def has_erasable_fields(kind: Any) -> bool:
    """Whether events of this class have values outside the ledger."""
    return bool(_erasable_fields(kind))


def base_of(hint: Any) -> Any:
    """The type behind a NewType, or the type itself."""
    return hint.__supertype__ if isinstance(hint, NewType) else hint


def inner_of(optional: Any) -> Any:
    """T of ``T | None``. Raises ValueError for any other union."""
    (inner,) = (arm for arm in get_args(optional) if arm is not NoneType)
    return inner


def items_of(hint: Any) -> tuple[Any, ...]:
    """The item types of a tuple or frozenset."""
    return tuple(arm for arm in get_args(hint) if arm is not Ellipsis)
