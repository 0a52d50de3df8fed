"""Requests made worse at random: words of a query, bytes of a body."""

from __future__ import annotations

import json
import random
import re
from typing import Any

WORD = re.compile(r'"(?:\\.|[^"\\])*"|\w+|\.\.\.|[^\w\s]')
EVIL: tuple[str, ...] = (
    *("{", "}", "(", ")", "[", "]", ":", "$", "!", "@", "...", "#", "\n", ",", "\ufeff", "&", "|"),
    *(
        '"',
        '"""',
        '"\\u0000"',
        '"\\uD800"',
        '"' + "x" * 3000 + '"',
        "9" * 400,
        "1e999",
        "-1",
        "null",
    ),
    *("__typename", "__schema", "__type", "fragment F on Query { ...F }", "...F", "...on Query"),
    *("mutation", "subscription", "query", "on", "true", "first: 2147483648", "last: 1", "@asOf"),
    *("@skip(if: $x)", "@include(if: true)", "@defer", "@stream", "({[", "ñ", "\x00", "\u202e"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**53, 1.5, 1e300, "", "x", "\x00", "\ud800", "' OR 1=1 --"),
    *(
        [],
        {},
        [[]],
        [None],
        {"a": {"a": {"a": 1}}},
        "../../etc/passwd",
        "{{7*7}}",
        "%s%n",
        "𝔘" * 500,
    ),
)


def worse_query(chance: random.Random, query: str) -> str:
    """The same words, some lost, doubled, exchanged or replaced by something evil."""
    words = WORD.findall(query)
    for _ in range(chance.randint(1, 4)):
        if not words:
            return chance.choice(EVIL)
        place = chance.randrange(len(words))
        match chance.randrange(5):
            case 0:
                del words[place]
            case 1:
                words[place:place] = words[place : place + chance.randint(1, 30)]
            case 2:
                other = chance.randrange(len(words))
                words[place], words[other] = words[other], words[place]
            case 3:
                words[place] = chance.choice(EVIL)
            case 4:
                words.insert(place, chance.choice(EVIL))
    return " ".join(words)


def worse_body(chance: random.Random, query: str) -> bytes:
    """A body around the query with wrong parameters, wrong bytes, or another shape."""
    content: dict[str, Any] = {"query": query}
    for name in ("variables", "operationName", "extensions", "id", "query"):
        if chance.random() < 0.3:
            content[name] = chance.choice(VALUES)
    if chance.random() < 0.3:
        content["variables"] = {chance.choice("abxyz"): chance.choice(VALUES) for _ in range(3)}
    body = bytearray(json.dumps(content).encode())
    if chance.random() < 0.5:
        for _ in range(chance.randint(1, 5)):
            place = chance.randrange(len(body))
            body[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    return bytes(body)
