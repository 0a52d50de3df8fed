"""What a citizen may say: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.consents import commands as ask
from governance.lives.consents import events as happened
from governance.lives.consents.state import State, is_on
from governance.lives.consents.words import Given, Says
from governance.refusals import Refusal
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import ALL_CELLS

CODES = (
    "citizen-not-registered",
    "citizen-deceased",
    "effective-in-future",
    "giver-is-not-the-citizen",
    "not-a-representative",
    "minor-needs-representative",
    "participation-not-recorded",
    "no-cells",
    "cell-not-asked",
    "study-missing",
    "sheet-missing",
    "sheet-not-published",
    "language-missing",
    "valid-until-is-past",
    "already-opted-out",
    "not-opted-out",
    "not-a-minor",
    "minor-says-it-herself",
    "already-refused",
    "not-refused",
    "nothing-expired",
    "fact-unknown",
)
Outcome = list[Event] | Refusal
Answering = ask.RecordChoice | ask.AnswerStudy
MAY_TAKE_PART = frozenset({AgeBand.FROM_14, AgeBand.FROM_16})


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    if not isinstance(command, ask.COMMANDS):
        raise TypeError(f"consents do not know {type(command).__name__}")
    if isinstance(command, ask.NoteExpiry):
        return _expire(command, state, by, at)
    given = command.given
    if refusal := _giver(given, command.citizen, facts, at):
        return refusal
    match command:
        case ask.RecordChoice() | ask.AnswerStudy():
            return _answer(command, facts, by, at)
        case ask.WithdrawEverything():
            return [happened.EverythingWithdrawn(at=at, by=by, given=given)]
        case ask.SetReach(reach=reach):
            return [happened.ReachSet(at=at, by=by, given=given, reach=reach)]
        case ask.OptOut():
            if is_on(state.opt_outs, given.effective_at):
                return Refusal("already-opted-out")
            return [happened.OptedOut(at=at, by=by, given=given)]
        case ask.LiftOptOut():
            if not is_on(state.opt_outs, given.effective_at):
                return Refusal("not-opted-out")
            return [happened.OptOutLifted(at=at, by=by, given=given)]
    return _minor(command, state, facts, by, at)


def _giver(given: Given, citizen: SubjectId, facts: ask.GiverFacts, at: datetime) -> Refusal | None:
    for name in ("registered", "alive", "giver_may_decide"):
        if getattr(facts, name) is None:
            return Refusal("fact-unknown", field=name)
    if not facts.registered:
        return Refusal("citizen-not-registered", field="citizen")
    if not facts.alive:
        return Refusal("citizen-deceased", field="effective_at")
    if given.effective_at > at:
        return Refusal("effective-in-future", field="effective_at")
    if given.capacity is Capacity.SELF and given.giver != citizen:
        return Refusal("giver-is-not-the-citizen", field="giver")
    if given.capacity is not Capacity.SELF and not facts.giver_may_decide:
        return Refusal("not-a-representative", field="giver")
    return None


def _answer(command: Answering, facts: ask.GiverFacts, by: SubjectId, at: datetime) -> Outcome:
    if isinstance(command, ask.RecordChoice):
        if not command.cells:
            return Refusal("no-cells", field="cells")
        if not command.cells <= ALL_CELLS:
            return Refusal("cell-not-asked", field="cells")
    elif not command.study.strip():
        return Refusal("study-missing", field="study")
    if command.says is Says.ALLOW and (refusal := _allowing(command, facts)):
        return refusal
    return [_answered(command, by, at)]


def _answered(command: Answering, by: SubjectId, at: datetime) -> Event:
    if isinstance(command, ask.RecordChoice):
        return happened.ChoiceRecorded(
            at=at,
            by=by,
            given=command.given,
            cells=command.cells,
            says=command.says,
            sheet=command.sheet,
            language=command.language,
            valid_until=command.valid_until,
            minor_took_part=command.minor_took_part,
        )
    return happened.StudyAnswered(
        at=at,
        by=by,
        given=command.given,
        study=command.study,
        says=command.says,
        sheet=command.sheet,
        language=command.language,
        valid_until=command.valid_until,
        minor_took_part=command.minor_took_part,
    )


def _allowing(command: Answering, facts: ask.GiverFacts) -> Refusal | None:
    """Saying yes needs a published sheet, a language, and somebody who may say yes."""
    if facts.age is None:
        return Refusal("fact-unknown", field="age")
    if command.given.capacity is Capacity.SELF and facts.age is not AgeBand.ADULT:
        return Refusal("minor-needs-representative", field="capacity")
    if facts.age in MAY_TAKE_PART and command.minor_took_part is None:
        return Refusal("participation-not-recorded", field="minor_took_part")
    if command.sheet is None:
        return Refusal("sheet-missing", field="sheet")
    if facts.sheet_published is None:
        return Refusal("fact-unknown", field="sheet_published")
    if not facts.sheet_published:
        return Refusal("sheet-not-published", field="sheet")
    if command.language is None:
        return Refusal("language-missing", field="language")
    until = command.valid_until
    if until is not None and until < day_of(command.given.effective_at):
        return Refusal("valid-until-is-past", field="valid_until")
    return None


def _minor(
    command: ask.RecordMinorRefusal | ask.LiftMinorRefusal,
    state: State,
    facts: ask.GiverFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if facts.age is None:
        return Refusal("fact-unknown", field="age")
    if facts.age is AgeBand.ADULT:
        return Refusal("not-a-minor", field="citizen")
    if command.given.capacity is not Capacity.SELF:
        return Refusal("minor-says-it-herself", field="capacity")
    on = is_on(state.minor_refusals, command.given.effective_at)
    if isinstance(command, ask.RecordMinorRefusal):
        if on:
            return Refusal("already-refused")
        return [happened.MinorRefused(at=at, by=by, given=command.given)]
    if not on:
        return Refusal("not-refused")
    return [happened.MinorRefusalLifted(at=at, by=by, given=command.given)]


def _expire(command: ask.NoteExpiry, state: State, by: SubjectId, at: datetime) -> Outcome:
    day = command.expired_on
    ended = any(a.valid_until == day for a in state.answers) and day_of(at) > day
    if not ended or day in state.expiries_noted:
        return Refusal("nothing-expired", field="expired_on")
    return [happened.ExpiryNoted(at=at, by=by, given=command.given, expired_on=day)]
