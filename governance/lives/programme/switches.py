"""Switches: how open questions of law are settled, and the emergency stop of all releases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId
from governance.vocabulary.switches import DEFAULTS, VALUES, Switch

# words
NAME = "programme-switches"
STREAM = "programme"


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _SwitchCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    reason: FreeText

    @property
    def stream(self) -> str:
        """The one board of switches."""
        return STREAM


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSwitch(_SwitchCommand):
    """Settle a question of law from now on."""

    ACT: ClassVar[Act] = Act.SET_SWITCH
    switch: Switch
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopAllReleases(_SwitchCommand):
    """The emergency stop: nothing is frozen or delivered until it is lifted."""

    ACT: ClassVar[Act] = Act.STOP_ALL_RELEASES


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftStop(_SwitchCommand):
    """Let releases go on."""

    ACT: ClassVar[Act] = Act.LIFT_STOP


COMMANDS = (SetSwitch, StopAllReleases, LiftStop)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchSet(Event):
    """This value holds from now on."""

    CODE: ClassVar[str] = "programme.switch-set.v1"
    switch: Switch
    value: str
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesStopped(Event):
    """Nothing leaves."""

    CODE: ClassVar[str] = "programme.releases-stopped.v1"
    reason: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLifted(Event):
    """Releases may go on."""

    CODE: ClassVar[str] = "programme.stop-lifted.v1"
    reason: FreeText


EVENTS = (SwitchSet, ReleasesStopped, StopLifted)


# state
@dataclass(frozen=True, slots=True)
class State:
    """What is set, and whether releases are stopped."""

    settings: tuple[tuple[Switch, str], ...] = ()
    stopped: bool = False

    def value_of(self, switch: Switch) -> str:
        """What was set last, else the strictest reading."""
        return dict(self.settings).get(switch, DEFAULTS[switch])


EMPTY = State()
CODES = ("switch-value-unknown", "switch-already-so", "already-stopped", "not-stopped")
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("running", "programme.switch-set.v1", "running"),
    ("running", "programme.releases-stopped.v1", "stopped"),
    ("stopped", "programme.switch-set.v1", "stopped"),
    ("stopped", "programme.stop-lifted.v1", "running"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Set, stop, lift: each only where it changes something."""
    match command:
        case SetSwitch(switch=switch, value=value, reason=reason):
            if value not in VALUES[switch]:
                return Refusal("switch-value-unknown", field="value")
            if state.value_of(switch) == value:
                return Refusal("switch-already-so", field="value")
            return [SwitchSet(at=at, by=by, switch=switch, value=value, reason=reason)]
        case StopAllReleases(reason=reason):
            if state.stopped:
                return Refusal("already-stopped")
            return [ReleasesStopped(at=at, by=by, reason=reason)]
        case LiftStop(reason=reason):
            if not state.stopped:
                return Refusal("not-stopped")
            return [StopLifted(at=at, by=by, reason=reason)]
        case _:
            raise TypeError(f"switches do not know {type(command).__name__}")


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open, whatever they may say."""
    return frozenset({Act.SET_SWITCH, Act.LIFT_STOP if state.stopped else Act.STOP_ALL_RELEASES})


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case SwitchSet(switch=switch, value=value):
            settings = {**dict(state.settings), switch: value}
            return replace(state, settings=tuple(sorted(settings.items())))
        case ReleasesStopped():
            return replace(state, stopped=True)
        case StopLifted():
            return replace(state, stopped=False)
        case _:
            return state
