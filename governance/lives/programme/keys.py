"""Keys: which exist, by public part and purpose; the keys themselves lie outside the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId

# words
NAME = "programme-keys"
STREAM = "programme"


class KeyKind(StrEnum):
    """What a key is for."""

    CHECKPOINT = "checkpoint"
    PACKAGE = "package"
    RELEASE_PSEUDONYM = "release-pseudonym"
    HANDLE = "handle"
    """Of the names by which each reader of the API is told of people."""
    WEBHOOK = "webhook"
    """Signs what is sent to one address of a partner system, who holds it too."""


SIGNING = frozenset({KeyKind.CHECKPOINT, KeyKind.PACKAGE})
"""Kinds that have a public part."""


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _KeyCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    key_id: str

    @property
    def stream(self) -> str:
        """The one list of keys."""
        return STREAM


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKey(_KeyCommand):
    """A key was made, or rotated in; a secret key has no public part."""

    ACT: ClassVar[Act] = Act.RECORD_KEY
    kind: KeyKind
    public_part: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyKey(_KeyCommand):
    """Record that a key is destroyed; for a pseudonym key this ends replay for good."""

    ACT: ClassVar[Act] = Act.DESTROY_KEY
    reason: FreeText


COMMANDS = (RecordKey, DestroyKey)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecorded(Event):
    """The key exists."""

    CODE: ClassVar[str] = "programme.key-recorded.v1"
    key_id: str
    kind: KeyKind
    public_part: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDestroyed(Event):
    """The key exists no longer."""

    CODE: ClassVar[str] = "programme.key-destroyed.v1"
    key_id: str
    reason: FreeText


EVENTS = (KeyRecorded, KeyDestroyed)


# state
@dataclass(frozen=True, slots=True)
class State:
    """Which keys were recorded, and which are destroyed."""

    keys: tuple[tuple[str, KeyKind], ...] = ()
    destroyed: frozenset[str] = frozenset()


EMPTY = State()
CODES = ("key-exists", "key-unknown", "key-already-destroyed", "public-part-missing")
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unknown", "programme.key-recorded.v1", "in-use"),
    ("in-use", "programme.key-destroyed.v1", "destroyed"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Record once; destroy once."""
    known = dict(state.keys)
    match command:
        case RecordKey(key_id=key_id, kind=kind, public_part=public_part):
            if key_id in known:
                return Refusal("key-exists", field="key_id")
            if kind in SIGNING and not public_part:
                return Refusal("public-part-missing", field="public_part")
            return [KeyRecorded(at=at, by=by, key_id=key_id, kind=kind, public_part=public_part)]
        case DestroyKey(key_id=key_id, reason=reason):
            if key_id not in known:
                return Refusal("key-unknown", field="key_id")
            if key_id in state.destroyed:
                return Refusal("key-already-destroyed", field="key_id")
            return [KeyDestroyed(at=at, by=by, key_id=key_id, reason=reason)]
        case _:
            raise TypeError(f"keys do not know {type(command).__name__}")


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case KeyRecorded(key_id=key_id, kind=kind):
            return replace(state, keys=(*state.keys, (key_id, kind)))
        case KeyDestroyed(key_id=key_id):
            return replace(state, destroyed=state.destroyed | {key_id})
        case _:
            return state
