"""Events to canonical bytes and back (RFC 8785). Codes are versioned and never class paths.

An entry is one object with the keys ``at, body, by, code, salt, stream, version``. Its position is
not in it: that is its place in the tree, so that two entries swapped change the root.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from governance.storage.decoding import decoder
from governance.storage.encoding import Encode, dataclass_encoder, text_of
from governance.storage.hints import fields_of
from governance.storage.lives import EVENTS
from governance.storage.upcasts import UPCASTS, Body, Upcasts, up_to_date
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import microseconds

ENTRY = '{"at":%d,"body":%s,"by":%s,"code":"%s","salt":"%s","stream":%s,"version":%d}'
KEPT_READ = 4096
OUTSIDE = ("at", "by")
"""Fields of every event; they stand beside the body."""


class UnreadableEntry(Exception):
    """An entry that no version of this software has written: unknown code, or another shape."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What one entry holds: everything but its position. ``body`` has ``at`` and ``by`` too."""

    stream: str
    version: int
    code: str
    salt: str
    body: Body


@cache
def _body_encoder(kind: Any) -> Encode:
    return dataclass_encoder(kind, tuple(n for n in fields_of(kind) if n not in OUTSIDE))


def encode(event: Event, *, stream: str, version: int, salt: str) -> bytes:
    """The bytes of an entry. Erasable values must have their digest by now.

    Raises ValueError for text that is not Unicode (lone surrogates) and naive times.
    """
    kind: Any = type(event)
    body, at = _body_encoder(kind)(event), microseconds(event.at)
    text = ENTRY % (at, body, text_of(event.by), event.CODE, salt, text_of(stream), version)
    return text.encode()


def agrees(entry: bytes, *, stream: str, version: int, code: str, at: int) -> bool:
    """Whether the columns kept beside an entry say what its bytes say."""
    end = f'","stream":{text_of(stream)},"version":{version}}}'.encode()
    middle = f'"code":"{code}","salt":"'.encode()
    start = len(entry) - len(end) - 32 - len(middle)
    return (
        entry.startswith(b'{"at":%d,' % at)
        and entry.endswith(end)
        and entry[start : start + len(middle)] == middle
    )


def open_envelope(entry: bytes, *, upcasts: Upcasts = UPCASTS) -> Envelope:
    """Read the bytes of an entry, its code brought up to date."""
    try:
        raw = json.loads(entry)
        body = {**raw["body"], "at": raw["at"], "by": raw["by"]}
        code, body = up_to_date(raw["code"], body, upcasts)
        return Envelope(raw["stream"], raw["version"], code, raw["salt"], body)
    except (ValueError, LookupError, TypeError) as error:
        raise UnreadableEntry("not an entry") from error


def decode(envelope: Envelope) -> Event:
    """The event of an entry; erasable fields hold their digest and no value yet."""
    kind: Any = EVENTS.get(envelope.code)
    if kind is None:
        raise UnreadableEntry(envelope.code)
    try:
        event: Event = decoder(kind)(envelope.body)
    except (ValueError, LookupError, TypeError) as error:
        raise UnreadableEntry(envelope.code) from error
    return event


@lru_cache(KEPT_READ)
def read_entry(entry: bytes) -> tuple[str, int, Event]:
    """The stream, version and event that these bytes hold, as ``decode`` reads them.

    The same bytes always say the same, and some are read for every question: who works here, who
    sits in the committee. What may be forgotten is not among them, and never kept here.
    """
    envelope = open_envelope(entry)
    return envelope.stream, envelope.version, decode(envelope)
