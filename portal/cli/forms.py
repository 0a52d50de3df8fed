"""A TOML file as a command: field by field, by the types that the command declares."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from governance.refusals import MalformedInput
from governance.vocabulary.erasable import Details, Erasable
from governance.vocabulary.purposes import Cell


def read_form(path: Path, kind: type[Any]) -> Any:
    """The command, or the wish for one, that a file describes.

    Raises MalformedInput naming the field at fault.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise MalformedInput(file=path.name, line=None, reason="not a TOML file") from None
    try:
        return _dataclass(told, kind, "")
    except _Fault as fault:
        raise MalformedInput(file=path.name, line=None, reason=str(fault)) from None


class _Fault(Exception):
    """A field at fault, and why."""


def _dataclass(told: Any, kind: Any, where: str) -> Any:
    if not isinstance(told, dict):
        raise _Fault(f"{where or 'form'}: a table was expected")
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    if unknown := sorted(told.keys() - known.keys()):
        raise _Fault(f"{where}{unknown[0]}: no such field")
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name in told:
            values[name] = _value(told[name], hints[name], f"{where}{name}")
        elif _optional(hints[name]):
            values[name] = None
        elif field.default is MISSING and field.default_factory is MISSING:
            raise _Fault(f"{where}{name}: missing")
    return kind(**values)


def _optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)


def _value(told: Any, hint: Any, where: str) -> Any:
    hint = hint.__supertype__ if isinstance(hint, NewType) else hint
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(told, next(a for a in inner if a is not NoneType), where)
    if origin is Erasable:
        return Erasable(_value(told, inner[0], where))
    if origin in (tuple, frozenset):
        return _several(told, origin, inner, where)
    if hint is Cell:
        return _made(Cell.parse, told, where)
    if hint is datetime:
        at = told if isinstance(told, datetime) else _made(datetime.fromisoformat, told, where)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    if hint is date:
        return told if isinstance(told, date) else _made(date.fromisoformat, told, where)
    if hint is Details or is_dataclass(hint):
        return _dataclass(told, hint, f"{where}.")
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _made(hint, told, where)
    if not isinstance(told, hint):
        raise _Fault(f"{where}: {hint.__name__} was expected")
    return told


def _several(told: Any, origin: Any, inner: tuple[Any, ...], where: str) -> Any:
    if not isinstance(told, list):
        raise _Fault(f"{where}: a list was expected")
    if origin is tuple and Ellipsis not in inner:
        if len(told) != len(inner):
            raise _Fault(f"{where}: {len(inner)} values were expected")
        return tuple(_value(one, hint, where) for one, hint in zip(told, inner, strict=True))
    return origin(_value(one, inner[0], where) for one in told)


def _made(make: Any, told: Any, where: str) -> Any:
    try:
        return make(told)
    except (ValueError, TypeError):
        raise _Fault(f"{where}: a value that nobody knows") from None
