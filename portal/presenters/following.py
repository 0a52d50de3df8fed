"""Which acts can follow at all where something stands, as its life draws it.

Whether somebody may do them is judged elsewhere; a page does not offer what can only be refused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event


class Drawn(Protocol):
    """A life, as far as its picture goes: each command leads to the event in the same place."""

    TRANSITIONS: tuple[tuple[str, str, str], ...]

    @property
    def COMMANDS(self) -> tuple[type[Command], ...]:
        """What can be asked of it."""

    @property
    def EVENTS(self) -> tuple[type[Event], ...]:
        """What may become of it, in the order of its commands."""


def following(life: Drawn, status: StrEnum | None) -> frozenset[Act]:
    """The acts that lead on from this status; none from one that this reader is not shown."""
    codes = {code for start, code, _ in life.TRANSITIONS if start == status}
    pairs = zip(life.COMMANDS, life.EVENTS, strict=True)
    return frozenset(command.ACT for command, event in pairs if event.CODE in codes)
