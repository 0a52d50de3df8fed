"""Finding a description: where a thing was defined first, then in the tables."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
import tomllib
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent
CODE = re.compile(r"``([^`]*)``")


@cache
def table(name: str) -> dict[str, Any]:
    """One of the tables beside this file."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def of_type(name: str, value: Any = None) -> str:
    """What a type is. Raises LookupError where nobody has said so."""
    said = table("types").get(name)
    own = (value.__doc__ or "") if value is not None else ""
    if said is None and (not own or own.startswith(f"{value.__name__}(")):
        raise LookupError(f"nobody says what {name} is (graph/descriptions/types.toml)")
    return said or _plain(own)


def of_field(owner: str, field: str, value: Any = None) -> str:
    """What a field holds. Raises LookupError where nobody has said so."""
    fields = table("fields")
    said = fields.get(owner, {}).get(field) if isinstance(fields.get(owner), dict) else None
    said = said or (value is not None and _told_by(value).get(field)) or fields["any"].get(field)
    if not said:
        raise LookupError(f"nobody says what {owner}.{field} is (graph/descriptions/fields.toml)")
    return _plain(said)


def of_argument(owner: str, argument: str, value: Any = None) -> str:
    """What an argument means: as a field of the same name, where nothing else is said."""
    said = table("arguments").get(argument)
    return said or of_field(owner, argument, value)


def of_value(enumeration: str, value: str) -> str:
    """What a value of an enumeration stands for. Raises LookupError where nobody has said so."""
    said = table("values").get(enumeration, {}).get(value)
    if not said:
        raise LookupError(f"nobody says what {enumeration}.{value} is (.../values.toml)")
    return str(said)


@cache
def _told_by(value: Any) -> dict[str, str]:
    """The sentences below the fields of a value, those of what it derives from included."""
    told: dict[str, str] = {}
    for one in reversed(inspect.getmro(value)):
        if one is object or issubclass(one, Enum) or not one.__module__.startswith(("gov", "gra")):
            continue
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(one)))
        except (OSError, TypeError):
            continue
        body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
        for above, below in zip(body, body[1:], strict=False):
            is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
            if is_text and isinstance(above, ast.AnnAssign) and isinstance(above.target, ast.Name):
                told[above.target.id] = inspect.cleandoc(str(below.value.value))  # type: ignore[attr-defined]
    return told


def _plain(said: str) -> str:
    """Markdown, as GraphQL has it (code between single marks), each paragraph on one line."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(said))
    return "\n\n".join(" ".join(CODE.sub(r"`\1`", one).split()) for one in paragraphs)
