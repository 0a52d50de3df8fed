"""Whose turn a request was, stretch by stretch, as far as its steps tell this reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.views.timeline import Step
from governance.vocabulary.instants import day_of


class Turn(StrEnum):
    """At whose desk a request lies."""

    RESEARCHER = "researcher"
    ACCESS_BODY = "access-body"
    COMMITTEE = "committee"


PASSES_TO: dict[str, Turn | None] = {
    "access-request.drafted.v1": Turn.RESEARCHER,
    "access-request.submitted.v1": Turn.ACCESS_BODY,
    "access-request.returned.v1": Turn.RESEARCHER,
    "access-request.complete.v1": Turn.ACCESS_BODY,
    "access-request.sent-to-ethics.v1": Turn.COMMITTEE,
    "ethics.decision-delivered.v1": Turn.ACCESS_BODY,
    "ethics.protocol-modified.v1": Turn.COMMITTEE,
    "access-request.statistics-offered.v1": Turn.RESEARCHER,
    "access-request.offer-answered.v1": Turn.ACCESS_BODY,
    "access-request.decided.v1": None,
    "access-request.withdrawn.v1": None,
    "access-request.closed.v1": None,
}
"""To whom each step hands the request on; other steps leave it where it is, None ends its way."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the way. ``last`` is the day on which it was handed on; None while it lasts."""

    turn: Turn
    first: date
    last: date | None

    def days(self, today: date) -> int:
        """How long it took, or has taken so far."""
        return ((self.last or today) - self.first).days


def turns(steps: Iterable[Step]) -> tuple[Stretch, ...]:
    """The stretches in their order; somebody who keeps the request begins no new one."""
    return tuple(_turns(sorted(steps, key=lambda step: step.position)))


def _turns(steps: Iterable[Step]) -> Iterator[Stretch]:
    turn: Turn | None = None
    since: date | None = None
    for step in steps:
        following = PASSES_TO.get(step.code, turn)
        if following is turn:
            continue
        day = day_of(step.at)
        if turn is not None and since is not None:
            yield Stretch(turn, since, day)
        turn, since = following, day
    if turn is not None and since is not None:
        yield Stretch(turn, since, None)
