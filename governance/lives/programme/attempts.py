"""Attempts: sensitive acts that were refused, in the stream of whoever tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.people import SubjectId

# words
NAME = "programme-attempts"
ONE_ENTRY_PER = timedelta(minutes=1)
"""So that nobody can fill the ledger: one entry a minute for each act and rule."""


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRefusedAttempt(Command):
    """Somebody was refused a sensitive act, by these rules."""

    ACT: ClassVar[Act] = Act.NOTE_REFUSED_ATTEMPT
    FACTS: ClassVar[type] = NoFacts
    subject: SubjectId
    act: Act
    rules: tuple[str, ...]

    @property
    def stream(self) -> str:
        """The actor's own stream: honest writers elsewhere are never disturbed."""
        return self.subject


COMMANDS = (NoteRefusedAttempt,)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRefused(Event):
    """The act was tried and refused by these rules."""

    CODE: ClassVar[str] = "programme.attempt-refused.v1"
    act: Act
    rules: tuple[str, ...]


EVENTS = (AttemptRefused,)


# state
@dataclass(frozen=True, slots=True)
class State:
    """When each act and rule was noted last."""

    noted: tuple[tuple[tuple[Act, str], datetime], ...] = ()


EMPTY = State()
CODES = ("attempt-already-noted",)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (("any", "programme.attempt-refused.v1", "any"),)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Note the rules that were not noted for this act within the last minute."""
    if not isinstance(command, NoteRefusedAttempt):
        raise TypeError(f"attempts do not know {type(command).__name__}")
    noted = dict(state.noted)
    fresh = tuple(
        rule
        for rule in command.rules
        if (last := noted.get((command.act, rule))) is None or at - last >= ONE_ENTRY_PER
    )
    if not fresh:
        return Refusal("attempt-already-noted")
    return [AttemptRefused(at=at, by=by, act=command.act, rules=fresh)]


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case AttemptRefused(act=act, rules=rules, at=at):
            return replace(
                state,
                noted=tuple({**dict(state.noted), **{(act, r): at for r in rules}}.items()),
            )
        case _:
            return state
