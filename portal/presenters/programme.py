"""How the programme stands, in words: questions of law, and whether releases are stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.views.actors import Actor
from governance.views.programme import ProgrammeShown, StopShown, SwitchShown
from governance.vocabulary.switches import GenomicsRegime, QuorumRule, Switch
from portal.languages import Tongue
from portal.messages.dates import instant
from portal.messages.names import name
from portal.presenters.people import acted

READINGS: dict[Switch, type[StrEnum]] = {
    Switch.QUORUM: QuorumRule,
    Switch.GENOMICS: GenomicsRegime,
}
BETWEEN = "/"
"""Between a question and its answer, in the one value that a form sends."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Whether releases are stopped, and who last said so."""

    on: bool
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One question of law as it stands."""

    question: str
    reading: str
    strictest: bool
    more: tuple[str, ...]


def stop(shown: StopShown, tongue: Tongue) -> Stop:
    """The emergency stop."""
    return Stop(shown.on, _more(shown.since, shown.by, shown.reason, tongue))


def settings(shown: ProgrammeShown, tongue: Tongue) -> list[Setting]:
    """Every question of law."""
    return [_setting(one, tongue) for one in shown.switches or ()]


def readings(shown: ProgrammeShown, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """What can be set: each reading that does not hold yet."""
    for one in shown.switches or ():
        for value in sorted(set(one.values) - {one.value}):
            words = f"{name(tongue, one.switch)}: {_reading(one.switch, value, tongue)}"
            yield f"{one.switch}{BETWEEN}{value}", words


def _setting(one: SwitchShown, tongue: Tongue) -> Setting:
    return Setting(
        question=name(tongue, one.switch),
        reading=_reading(one.switch, one.value, tongue),
        strictest=one.value == one.default,
        more=_more(one.since, one.by, one.reason, tongue),
    )


def _reading(switch: Switch, value: str, tongue: Tongue) -> str:
    return name(tongue, READINGS[switch](value))


def _more(
    since: datetime | None, by: Actor | None, reason: str | None, tongue: Tongue
) -> tuple[str, ...]:
    when = instant(tongue, since) if since else ""
    return tuple(filter(None, (when, acted(by, tongue), reason)))
