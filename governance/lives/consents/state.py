"""Everything a citizen has said, in the order in which it was recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from governance.lives.consents import events as happened
from governance.lives.consents.words import Answer, Given
from governance.vocabulary.entries import Event
from governance.vocabulary.purposes import Reach


@dataclass(frozen=True, slots=True)
class Switched:
    """Something was switched on or off: the opt-out, or a minor's own refusal."""

    given: Given
    on: bool


@dataclass(frozen=True, slots=True)
class ReachSaid:
    """How far data may go, as said once."""

    given: Given
    reach: Reach


@dataclass(frozen=True, slots=True)
class State:
    """The fold of a citizen's acts. What *stands* is asked of it with an instant (``standing``).

    A survivor's and her merged duplicates' entries are folded together, in the ledger's order.
    """

    answers: tuple[Answer, ...] = ()
    withdrawals: tuple[tuple[Given, int], ...] = ()
    """Of everything at once, with their order among the answers."""
    reaches: tuple[ReachSaid, ...] = ()
    opt_outs: tuple[Switched, ...] = ()
    minor_refusals: tuple[Switched, ...] = ()
    expiries_noted: frozenset[date] = frozenset()

    @property
    def order(self) -> int:
        """The order of the next answer."""
        return len(self.answers) + len(self.withdrawals)


EMPTY = State()


def is_on(switched: tuple[Switched, ...], at: datetime) -> bool:
    """Whether the latest effective switching until ``at`` was *on*; at equal times, on stands."""
    until = [one for one in switched if one.given.effective_at <= at]
    return max(until, key=lambda one: (one.given.effective_at, one.on)).on if until else False


def _answer(state: State, event: happened.ChoiceRecorded | happened.StudyAnswered) -> Answer:
    return Answer(
        cells=event.cells if isinstance(event, happened.ChoiceRecorded) else frozenset(),
        study=event.study if isinstance(event, happened.StudyAnswered) else None,
        says=event.says,
        given=event.given,
        sheet=event.sheet,
        language=event.language,
        valid_until=event.valid_until,
        minor_took_part=event.minor_took_part,
        order=state.order,
    )


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case happened.ChoiceRecorded() | happened.StudyAnswered():
            return replace(state, answers=(*state.answers, _answer(state, event)))
        case happened.EverythingWithdrawn(given=given):
            return replace(state, withdrawals=(*state.withdrawals, (given, state.order)))
        case happened.ReachSet(given=given, reach=reach):
            return replace(state, reaches=(*state.reaches, ReachSaid(given, reach)))
        case happened.OptedOut(given=given):
            return replace(state, opt_outs=(*state.opt_outs, Switched(given, True)))
        case happened.OptOutLifted(given=given):
            return replace(state, opt_outs=(*state.opt_outs, Switched(given, False)))
        case happened.MinorRefused(given=given):
            refusals = (*state.minor_refusals, Switched(given, True))
            return replace(state, minor_refusals=refusals)
        case happened.MinorRefusalLifted(given=given):
            refusals = (*state.minor_refusals, Switched(given, False))
            return replace(state, minor_refusals=refusals)
        case happened.ExpiryNoted(expired_on=day):
            return replace(state, expiries_noted=state.expiries_noted | {day})
        case _:
            return state


TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    *(
        (status, event.CODE, status)
        for status in ("open", "opted-out", "minor-refuses")
        for event in (
            happened.ChoiceRecorded,
            happened.StudyAnswered,
            happened.EverythingWithdrawn,
            happened.ReachSet,
            happened.ExpiryNoted,
        )
    ),
    ("open", "consent.opted-out.v1", "opted-out"),
    ("opted-out", "consent.opt-out-lifted.v1", "open"),
    ("open", "consent.minor-refused.v1", "minor-refuses"),
    ("minor-refuses", "consent.minor-refusal-lifted.v1", "open"),
)
