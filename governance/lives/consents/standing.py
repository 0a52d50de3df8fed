"""What stands: the pure meaning of a citizen's acts at one instant.

This is the specification. ``eligibility`` finds the same for a whole population with SQL, and is
tested against this fold. A survivor and her merged duplicates are one citizen: their entries are
folded together in the order of the ledger. The rules, in the order in which they are applied:

1. Only acts effective by the instant count. Withdrawing everything is a withdrawal of every cell,
   and of every study that was answered by then.
2. Per giver, the act with the greatest (effective time, weight, ledger position) stands; weight is
   0 for allow, 1 for refuse, 2 for withdraw. So at equal times no beats yes, and what is keyed in
   late never revives what was withdrawn after it. A giver is one person in one capacity, so that a
   no said in one capacity outlives a yes said in another; a citizen and her duplicates are one.
3. What stands of a giver is *capacity-invalid* unless it was said by the citizen herself, or by
   somebody whose mandate in that very capacity is in force now. An allow is further, in this order:
   *capacity-invalid* where it is effective after the day of death; *sheet-invalid* where its major
   version is not the one in force, or none is; *expired* where its last day is over; *allowed*.
4. Of what stands of all givers, the first of ``PRECEDENCE`` is the answer; *none* where nobody said
   anything. So any refusal in force stands, one valid yes is enough where nobody says no, and a
   lapsed representative never spoils what somebody else may validly say.
5. Opt-out and a minor's own refusal are switches, whoever turns them: the greatest (effective time,
   on before off) stands. Reach is said per giver: the greatest (effective time, narrower) of each
   giver who counts now, then the narrowest. After the day of death nothing is loosened: a switching
   off, or any reach, effective after it does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from governance.lives.consents.state import State, Switched, is_on
from governance.lives.consents.words import Answer, Given, Says
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import REACH_ORDER, Cell, Reach

Giver = tuple[SubjectId, Capacity]
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
    """The major version in force of each sheet; absent or None where none is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a cell or a study, and the answers that make it *allowed*."""

    answer: CellAnswer
    by: tuple[Answer, ...] = ()
    said: tuple[Answer, ...] = field(default=(), compare=False)
    """The answers that it comes from, whatever it is: for showing, never for judging."""


NOTHING = Standing(CellAnswer.NONE)


def counts(given: Given, context: Context) -> bool:
    """Whether this giver may decide now."""
    if given.capacity is Capacity.SELF:
        return given.giver in context.selves
    return (given.giver, given.capacity) in context.mandates


def _who(given: Given, context: Context) -> Giver:
    """One person in one capacity; a citizen's merged duplicates are one and the same."""
    who = min(context.selves) if given.giver in context.selves else given.giver
    return (who, given.capacity)


def _meaning(answer: Answer, context: Context) -> CellAnswer:
    """What one standing answer comes to."""
    if not counts(answer.given, context):
        return CellAnswer.CAPACITY_INVALID
    if answer.says is not Says.ALLOW:
        refused = answer.says is Says.REFUSE
        return CellAnswer.REFUSED if refused else CellAnswer.WITHDRAWN
    if _after_death(answer.given, context):
        return CellAnswer.CAPACITY_INVALID
    sheet = answer.sheet
    if sheet is None or context.sheet_majors.get(sheet.sheet_id) != sheet.major:
        return CellAnswer.SHEET_INVALID
    if answer.valid_until is not None and day_of(context.at) > answer.valid_until:
        return CellAnswer.EXPIRED
    return CellAnswer.ALLOWED


def _combine(answers: Iterable[Answer], context: Context) -> Standing:
    latest: dict[Giver, Answer] = {}
    for answer in sorted(answers, key=Answer.sort_key):
        latest[_who(answer.given, context)] = answer
    meanings = [(_meaning(answer, context), answer) for answer in latest.values()]
    for candidate in PRECEDENCE:
        by = tuple(answer for meaning, answer in meanings if meaning is candidate)
        if by:
            return Standing(candidate, by if candidate is CellAnswer.ALLOWED else (), by)
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
    said = [a for a in state.answers if cell in a.cells and a.given.effective_at <= context.at]
    return _combine(said + _withdrawals(state, context), context)


def standings(state: State, cells: Iterable[Cell], context: Context) -> dict[Cell, Standing]:
    """What stands for each of these cells. Those that the same answers are about stand the same, so
    that a citizen who has spoken four times is judged for a handful of cells and not for all.
    """
    by_answers: dict[tuple[bool, ...], Standing] = {}
    found = {}
    for cell in cells:
        about = tuple(cell in answer.cells for answer in state.answers)
        if about not in by_answers:
            by_answers[about] = standing(state, cell, context)
        found[cell] = by_answers[about]
    return found


def study_answer(state: State, study: str, context: Context) -> Standing | None:
    """What stands for one study; None where it was never answered."""
    said = [a for a in state.answers if a.study == study and a.given.effective_at <= context.at]
    return _combine(said + _withdrawals(state, context), context) if said else None


def _after_death(given: Given, context: Context) -> bool:
    """Whether something counts only from a day after the day of death."""
    return context.died_on is not None and day_of(given.effective_at) > context.died_on


def _switched_on(switched: tuple[Switched, ...], context: Context) -> bool:
    counted = tuple(one for one in switched if one.on or not _after_death(one.given, context))
    return is_on(counted, context.at)


def opted_out(state: State, context: Context) -> bool:
    """Whether all secondary use is objected to at that instant (EHDS 71)."""
    return _switched_on(state.opt_outs, context)


def own_refusal(state: State, context: Context) -> bool:
    """Whether the minor's own refusal stands at that instant (Ley 14/2007 58.5)."""
    return _switched_on(state.minor_refusals, context)


def reach(state: State, context: Context) -> Reach | None:
    """How far data may go at that instant; None where nobody who counts has said."""
    latest: dict[Giver, tuple[datetime, int, Reach]] = {}
    for said in state.reaches:
        if said.given.effective_at > context.at or not counts(said.given, context):
            continue
        if _after_death(said.given, context):
            continue
        key = (said.given.effective_at, -REACH_ORDER[said.reach], said.reach)
        who = _who(said.given, context)
        latest[who] = max(latest.get(who, key), key)
    return min(
        (said for _, _, said in latest.values()),
        key=REACH_ORDER.__getitem__,
        default=None,
    )
