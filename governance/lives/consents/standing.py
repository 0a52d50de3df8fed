"""What stands: the pure meaning of a citizen's acts at one instant.

This is the specification. ``eligibility`` finds the same for a whole population with SQL, and is
tested against this fold. The rules, in the order in which they are applied:

1. Only acts effective by the instant count; withdrawing everything is a withdrawal of every cell, and
   of every study that was answered.
2. Per giver, the act with the greatest (effective time, weight of what is said, order) stands.
3. A giver counts while she may decide: the citizen herself always, a representative while her mandate
   is in force. Only where no other giver counts does a lapsed one make the cell *capacity-invalid*.
4. Among the givers that count, the first of this list stands: refused, withdrawn, allowed, expired,
   sheet-invalid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from governance.lives.consents.state import State
from governance.lives.consents.words import Answer, Given, Says
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import REACH_ORDER, Cell, Reach

PRECEDENCE = (
    CellAnswer.REFUSED,
    CellAnswer.WITHDRAWN,
    CellAnswer.ALLOWED,
    CellAnswer.EXPIRED,
    CellAnswer.SHEET_INVALID,
    CellAnswer.CAPACITY_INVALID,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What other lives say, as plain values, at the instant that is asked about."""

    at: datetime
    selves: frozenset[SubjectId]
    """The citizen and her merged duplicates."""
    mandates: frozenset[tuple[SubjectId, Capacity]]
    """Who may decide for her now; for the dead, on the day of death."""
    died_on: date | None
    sheet_majors: Mapping[str, int | None]
    """The major version in force of each sheet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a cell or a study, and the answers that make it *allowed*."""

    answer: CellAnswer
    by: tuple[Answer, ...] = ()


NOTHING = Standing(CellAnswer.NONE)


def counts(given: Given, context: Context) -> bool:
    """Whether this giver may decide now."""
    if given.capacity is Capacity.SELF:
        return given.giver in context.selves
    return (given.giver, given.capacity) in context.mandates


def _who(given: Given, context: Context) -> SubjectId:
    """The giver; a citizen's merged duplicates are one and the same."""
    return min(context.selves) if given.giver in context.selves else given.giver


def _meaning(answer: Answer, context: Context) -> CellAnswer:
    """What one standing answer comes to."""
    if not counts(answer.given, context):
        return CellAnswer.CAPACITY_INVALID
    if answer.says is not Says.ALLOW:
        refused = answer.says is Says.REFUSE
        return CellAnswer.REFUSED if refused else CellAnswer.WITHDRAWN
    if (
        context.died_on is not None
        and day_of(answer.given.effective_at) > context.died_on
    ):
        return CellAnswer.CAPACITY_INVALID
    sheet = answer.sheet
    if sheet is None or context.sheet_majors.get(sheet.sheet_id) != sheet.major:
        return CellAnswer.SHEET_INVALID
    if answer.valid_until is not None and day_of(context.at) > answer.valid_until:
        return CellAnswer.EXPIRED
    return CellAnswer.ALLOWED


def _combine(answers: Iterable[Answer], context: Context) -> Standing:
    latest: dict[SubjectId, Answer] = {}
    for answer in sorted(answers, key=Answer.sort_key):
        latest[_who(answer.given, context)] = answer
    meanings = [(_meaning(answer, context), answer) for answer in latest.values()]
    for candidate in PRECEDENCE:
        by = tuple(answer for meaning, answer in meanings if meaning is candidate)
        if by:
            return Standing(candidate, by if candidate is CellAnswer.ALLOWED else ())
    return NOTHING


def _withdrawals(state: State, context: Context) -> list[Answer]:
    """Withdrawing everything, as answers."""
    return [
        Answer(
            cells=frozenset(),
            study=None,
            says=Says.WITHDRAW,
            given=given,
            sheet=None,
            language=None,
            valid_until=None,
            minor_took_part=None,
            order=order,
        )
        for given, order in state.withdrawals
        if given.effective_at <= context.at
    ]


def standing(state: State, cell: Cell, context: Context) -> Standing:
    """What stands for one cell at that instant."""
    said = [
        a
        for a in state.answers
        if cell in a.cells and a.given.effective_at <= context.at
    ]
    return _combine(said + _withdrawals(state, context), context)


def study_answer(state: State, study: str, context: Context) -> Standing | None:
    """What stands for one study; None where it was never answered."""
    said = [
        a
        for a in state.answers
        if a.study == study and a.given.effective_at <= context.at
    ]
    return _combine(said + _withdrawals(state, context), context) if said else None


def reach(state: State, context: Context) -> Reach | None:
    """How far data may go: per giver the latest, at equal times the narrower; then the narrowest."""
    latest: dict[SubjectId, tuple[datetime, int, Reach]] = {}
    for said in state.reaches:
        if said.given.effective_at > context.at or not counts(said.given, context):
            continue
        key = (said.given.effective_at, -REACH_ORDER[said.reach], said.reach)
        who = _who(said.given, context)
        latest[who] = max(latest.get(who, key), key)
    return min(
        (r for _, _, r in latest.values()), key=REACH_ORDER.__getitem__, default=None
    )
