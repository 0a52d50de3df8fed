"""How the programme is set: questions of law that were settled, the emergency stop, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from governance.lives.programme import keys, switches
from governance.lives.programme.keys import KeyDestroyed, KeyKind, KeyRecorded
from governance.lives.programme.switches import ReleasesStopped, StopLifted, SwitchSet
from governance.policy.visibility_facts import View
from governance.storage.ledger import Recorded
from governance.views.actors import Actor, Doing, actors_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import standing
from governance.vocabulary.acts import Act
from governance.vocabulary.switches import DEFAULTS, VALUES, Switch

WHOLE = (switches.NAME, switches.STREAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchShown:
    """How one question of law stands. Who set it and why is None where nobody ever did."""

    switch: Switch
    value: str
    values: tuple[str, ...]
    """What it can be set to."""
    default: str
    """The strictest reading, which holds until somebody settles the question."""
    since: datetime | None
    by: Actor | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopShown:
    """Whether all releases are stopped, and who last stopped them or lifted the stop."""

    on: bool
    since: datetime | None
    by: Actor | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyShown:
    """A key that was recorded; of a secret key there is no public part."""

    id: str
    kind: KeyKind
    public_part: str | None
    """Hexadecimal."""
    recorded_at: datetime
    destroyed_at: datetime | None
    reason: str | None
    """Why it was destroyed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeShown(Shown):
    """The fields of ``View.PROGRAMME``."""

    switches: tuple[SwitchShown, ...] | None = None
    stopped: StopShown | None = None
    keys: tuple[KeyShown, ...] | None = None


@dataclass(frozen=True, slots=True)
class Switches(Question[ProgrammeShown]):
    """How every question of law stands, and whether releases are stopped."""

    ACT: ClassVar[Act] = Act.READ_PROGRAMME
    ABOUT: ClassVar[str] = switches.NAME

    async def answer(self, looking: Looking) -> ProgrammeShown | None:
        """``may`` says who may set, stop or lift."""
        reader = await standing(looking)
        history = await reader.history(switches, switches.STREAM)
        board: switches.State = await reader.state(switches, switches.STREAM)
        actors = await actors_of(looking, ((e.event.by, e.event.at) for e in history))
        whole = ProgrammeShown(
            may=await looking.acts_on(WHOLE),
            switches=tuple(_switch(one, board, history, actors) for one in Switch),
            stopped=_stop(board, history, actors),
        )
        return await looking.redacted(whole, View.PROGRAMME, WHOLE)


@dataclass(frozen=True, slots=True)
class Keys(Question[ProgrammeShown]):
    """Keys whose making or destruction was recorded; secrets are nowhere here."""

    ACT: ClassVar[Act] = Act.READ_PROGRAMME
    ABOUT: ClassVar[str] = keys.NAME

    async def answer(self, looking: Looking) -> ProgrammeShown | None:
        """In the order in which they were recorded."""
        reader = await standing(looking)
        history = await reader.history(keys, keys.STREAM)
        whole = ProgrammeShown(keys=_keys(history))
        shown = await looking.redacted(whole, View.PROGRAMME, (keys.NAME, keys.STREAM))
        return shown if shown and "keys" in shown.shown else None


def _switch(
    switch: Switch,
    board: switches.State,
    history: Sequence[Recorded],
    actors: dict[Doing, Actor],
) -> SwitchShown:
    told = [e.event for e in history if isinstance(e.event, SwitchSet) and e.event.switch is switch]
    last = told[-1] if told else None
    return SwitchShown(
        switch=switch,
        value=board.value_of(switch),
        values=tuple(sorted(VALUES[switch])),
        default=DEFAULTS[switch],
        since=last.at if last else None,
        by=actors[last.by, last.at] if last else None,
        reason=last.reason.value if last else None,
    )


def _stop(
    board: switches.State, history: Sequence[Recorded], actors: dict[Doing, Actor]
) -> StopShown:
    told = [e.event for e in history if isinstance(e.event, ReleasesStopped | StopLifted)]
    last = told[-1] if told else None
    return StopShown(
        on=board.stopped,
        since=last.at if last else None,
        by=actors[last.by, last.at] if last else None,
        reason=last.reason.value if last else None,
    )


def _keys(history: Sequence[Recorded]) -> tuple[KeyShown, ...]:
    ended = {e.event.key_id: e.event for e in history if isinstance(e.event, KeyDestroyed)}
    made = [e.event for e in history if isinstance(e.event, KeyRecorded)]
    return tuple(
        KeyShown(
            id=one.key_id,
            kind=one.kind,
            public_part=one.public_part,
            recorded_at=one.at,
            destroyed_at=ended[one.key_id].at if one.key_id in ended else None,
            reason=ended[one.key_id].reason.value if one.key_id in ended else None,
        )
        for one in made
    )
