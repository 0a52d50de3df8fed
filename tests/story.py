"""Stories: what was given, when somebody asks, then this happened, or it was refused.

``given(*events).when(command, facts=..., by=..., at=...).then(*events)`` or ``.refused("code")``.
The life is found from the command, or named with ``life=``. What is expected may be a whole event,
or only its class where the rest does not matter. A story that ended in events goes on: ``when``.
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import UTC, datetime
from functools import cache, reduce
from typing import Any

import governance.lives
from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import NO_FACTS, Command, Event
from governance.vocabulary.people import SubjectId

SOMEBODY = SubjectId("50" * 16)
NOW = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)
NAMESPACE = (
    "NAME",
    "COMMANDS",
    "EVENTS",
    "CODES",
    "TRANSITIONS",
    "EMPTY",
    "State",
    "decide",
    "evolve",
)
"""What every aggregate exports."""
OUT_OF_TURN = frozenset(
    {
        "already-declared",
        "already-deleted",
        "already-offered",
        "already-stopped",
        "already-voted",
        "ballot-not-closed",
        "ballot-not-open",
        "decision-not-delivered",
        "meeting-exists",
        "minutes-approved",
        "not-assessed",
        "not-stopped",
        "nothing-to-suspend",
        "offer-not-open",
        "permit-exists",
        "permit-is-over",
        "permit-not-in-force",
        "permit-not-over",
        "permit-not-suspended",
        "release-exists",
        "release-not-delivered",
        "release-not-frozen",
        "release-not-prepared",
        "release-not-signed",
        "request-exists",
        "request-not-closable",
        "request-not-complete",
        "request-not-decidable",
        "request-not-editable",
        "request-not-open",
        "request-not-submitted",
        "review-exists",
        "review-unknown",
    }
)
"""Refusals that speak of how a thing stands, not of what was said: such an act is not offered."""


@cache
def aggregates() -> tuple[Any, ...]:
    """Every module under ``governance.lives`` that calls itself an aggregate, by its NAME."""
    walked = pkgutil.walk_packages(governance.lives.__path__, "governance.lives.")
    modules = [importlib.import_module(info.name) for info in walked]
    return tuple(module for module in modules if hasattr(module, "NAME"))


def life_of(command: Command) -> Any:
    """The aggregate among whose commands this one is."""
    [life] = [life for life in aggregates() if type(command) in life.COMMANDS]
    return life


class Story:
    """A stream so far, and what came of the last thing asked."""

    def __init__(self, events: tuple[Event, ...], life: Any) -> None:
        self.events = events
        self.life = life
        self.outcome: list[Event] | Refusal | None = None
        self.asked: Act | None = None
        self.offered: frozenset[Act] = frozenset()

    @property
    def state(self) -> Any:
        """What the stream folds to."""
        assert self.life is not None, "name the life, or ask something first"
        return reduce(self.life.evolve, self.events, self.life.EMPTY)

    def when(
        self,
        command: Command,
        *,
        facts: Any = NO_FACTS,
        by: SubjectId = SOMEBODY,
        at: datetime = NOW,
    ) -> Story:
        """Somebody asks for something."""
        self.life = self.life or life_of(command)
        assert isinstance(facts, command.FACTS), f"needs {command.FACTS.__name__}"
        assert command.stream, "a command without a stream"
        self.outcome = self.life.decide(command, self.state, facts, by=by, at=at)
        if hasattr(self.life, "possible"):
            self.asked, self.offered = command.ACT, self.life.possible(self.state, by=by, at=at)
            refused = isinstance(self.outcome, Refusal)
            assert refused or self.asked in self.offered, "done, though it was not offered"
        return self

    def then(self, *expected: Event | type[Event]) -> Story:
        """Exactly these events, in this order; the story may go on from them."""
        assert isinstance(self.outcome, list), f"refused: {self.outcome}"
        assert len(self.outcome) == len(expected), self.outcome
        for happened, one in zip(self.outcome, expected, strict=True):
            if isinstance(one, type):
                assert type(happened) is one, happened
            else:
                assert happened == one
            assert type(happened) in self.life.EVENTS, "an event the life does not list"
        after = Story((*self.events, *self.outcome), self.life)
        if len(self.outcome) == 1:
            self._is_drawn(self.outcome[0], after)
        return after

    def _is_drawn(self, happened: Event, after: Story) -> None:
        """Where the life has a status, its change must stand in the life's state diagram."""
        before, now = getattr(self.state, "status", None), getattr(after.state, "status", None)
        named = {name for start, _, to in self.life.TRANSITIONS for name in (start, to)}
        if before in named and now in named:
            step = (str(before), happened.CODE, str(now))
            assert step in self.life.TRANSITIONS, f"not in the state diagram: {step}"

    def refused(
        self,
        code: str,
        *,
        field: str | None = None,
        items: tuple[str, ...] = (),
        rules: tuple[str, ...] = (),
    ) -> None:
        """Refused with this code; field, items and rules are compared where they are given."""
        assert isinstance(self.outcome, Refusal), f"not refused: {self.outcome}"
        assert self.outcome.code == code, self.outcome
        assert code in self.life.CODES, "a code that the life does not list"
        assert field is None or self.outcome.field == field, self.outcome
        assert not items or self.outcome.items == items, self.outcome
        assert not rules or self.outcome.rules == rules, self.outcome
        if code in OUT_OF_TURN and hasattr(self.life, "possible"):
            assert self.asked not in self.offered, "offered, though it could not be done"


def given(*events: Event, life: Any | None = None) -> Story:
    """What has happened already."""
    return Story(events, life)
