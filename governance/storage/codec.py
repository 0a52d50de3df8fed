"""Events to canonical bytes and back (RFC 8785). Codes are versioned and never class paths; an old
code is brought up to date on reading, and nothing stored is ever rewritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_origin

from governance.storage.lives import EVENTS
from governance.storage.plain import canonical, from_plain, hints_of, to_plain
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Erasable

Body = dict[str, Any]
UPCASTS: dict[str, tuple[str, Callable[[Body], Body]]] = {}
"""Old code -> (newer code, how its body becomes one of the newer code)."""


class UnknownCode(Exception):
    """An entry with a code that no version of this software has written."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one entry holds: everything but its position, which is its place in the tree."""

    stream: str
    version: int
    code: str
    salt: str
    body: Body


def erasable_fields(kind: Any) -> tuple[str, ...]:
    """The fields of an event whose values live outside the ledger."""
    return tuple(n for n, hint in hints_of(kind).items() if get_origin(hint) is Erasable)


def encode(event: Event, *, stream: str, version: int, salt: str) -> bytes:
    """The bytes of an entry. Erasable values must have their digest by now."""
    kind: Any = type(event)
    body = to_plain(kind)(event)
    return canonical(
        {
            "body": body,
            "code": event.CODE,
            "salt": salt,
            "stream": stream,
            "version": version,
        }
    )


def open_envelope(entry: bytes) -> Envelope:
    """Read the bytes of an entry, its code brought up to date."""
    raw = json.loads(entry)
    code, body = raw["code"], raw["body"]
    while code in UPCASTS:
        code, upcast = UPCASTS[code]
        body = upcast(body)
    return Envelope(raw["stream"], raw["version"], code, raw["salt"], body)


def decode(envelope: Envelope) -> Event:
    """The event of an entry; erasable fields hold their digest and no value yet."""
    kind: Any = EVENTS.get(envelope.code)
    if kind is None:
        raise UnknownCode(envelope.code)
    event: Event = from_plain(kind)(envelope.body)
    return event
