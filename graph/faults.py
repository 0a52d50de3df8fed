"""Errors that may leave as they are: a stable code, plain words, and nothing of what was sent."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError

WORDS = {
    "page-size": "State `first` or `last`, from 1 to 100, and not both.",
    "cursor": "This cursor is none of this list.",
    "id": "This is not an id of this kind of thing.",
    "instant": "An instant is a position of the ledger that exists, and a time with a zone.",
    "idempotency-key": "An idempotency key has 1 to 100 characters.",
    "not-both": "State one of these, and one only.",
}
"""By code. Codes are never reused; words may change."""


class Fault(GraphQLError):
    """Something in the request is wrong, and whoever sent it can mend it."""

    def __init__(self, code: str, *, argument: str | None = None, **more: Any) -> None:
        extensions = {"code": code, **({"argument": argument} if argument else {}), **more}
        super().__init__(WORDS[code], extensions=extensions)
        self.code = code
