"""The body of a request: bytes, JSON, parameters. Whatever is sent, it is read or refused."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, NoReturn

from starlette.requests import Request

from graph.conduct.problems import Problem
from graph.conduct.text import is_usable

DEEPEST = 32
"""Levels of the body; input objects of the schema have far fewer."""
LONGEST_NUMBER = 25
MOST_PARTS = 2_000
"""Commas and colons of a body that is longer than any list: it holds one long text, a file. Many
short ones of that length would take too long to read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a request."""

    query: str
    operation: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)


async def read_body(request: Request, most: int) -> bytes:
    """The bytes, at most so many. Raises Problem (413), having read no more than that."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > most:
        raise Problem(413, "body-too-long", maximum=most)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise Problem(413, "body-too-long", maximum=most)
    return bytes(body)


def read_request(body: bytes, *, longest_list: int) -> Asked:
    """What is asked. Raises Problem (400) for anything that is no request, and (413) for a body
    longer than any list that is not one long text.
    """
    if len(body) > longest_list and body.count(b",") + body.count(b":") > MOST_PARTS:
        raise Problem(413, "body-too-long", maximum=longest_list)
    given = _decoded(body)
    if isinstance(given, list):
        raise Problem(400, "batching-refused")
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise Problem(400, "query-missing")
    _check(given)
    operation = given.get("operationName")
    variables, extensions = given.get("variables"), given.get("extensions")
    if not isinstance(operation, str | None):
        raise Problem(400, "request-malformed")
    if not isinstance(variables, dict | None) or not isinstance(extensions, dict | None):
        raise Problem(400, "request-malformed")
    return Asked(given["query"], operation, variables or {})


def _decoded(body: bytes) -> Any:
    try:
        return json.loads(
            body.decode(),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except UnicodeDecodeError:
        raise Problem(400, "body-not-utf-8") from None
    except RecursionError:
        raise Problem(400, "json-too-deep") from None
    except ValueError:
        raise Problem(400, "json-malformed") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Problem(400, "json-key-twice")
    return found


def _integer(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise Problem(400, "json-number-too-long")
    return int(text)


def _number(text: str) -> float:
    if len(text) > LONGEST_NUMBER or not math.isfinite(float(text)):
        raise Problem(400, "json-number-too-long")
    return float(text)


def _no_number(text: str) -> NoReturn:
    raise Problem(400, "json-number-too-long")


def _check(given: Any) -> None:
    """Raises Problem for texts that are none, and for nesting. A stack of our own: no recursion."""
    level, depth = [given], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Problem(400, "json-too-deep")
        inside: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                inside += one
                inside += one.values()
            elif isinstance(one, list):
                inside += one
            elif isinstance(one, str) and not is_usable(one):
                raise Problem(400, "text-unusable")
        level = inside
