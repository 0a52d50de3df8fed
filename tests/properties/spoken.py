"""From a clerk's sentences to our own lives: every one is asked for by a real command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import reduce

from governance.eligibility.asked import Asked, Person
from governance.eligibility.streams import person_of
from governance.lives import citizens, consents
from governance.lives.citizens import commands as register
from governance.lives.citizens.events import CitizenMerged
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.lives.consents import commands as say
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.refusals import Refusal
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import Cell, Reach
from tests.builders import MAY, SHEET, Walk, details
from tests.properties.oracle.people import Act, Citizen

SWITCHES: dict[str, type[Command]] = {
    "withdraw-everything": say.WithdrawEverything,
    "opt-out": say.OptOut,
    "lift-opt-out": say.LiftOptOut,
    "minor-refusal": say.RecordMinorRefusal,
    "lift-minor-refusal": say.LiftMinorRefusal,
}
A_CHILD_S_BIRTHDAY = date(2020, 3, 1)


def command_for(who: str, act: Act) -> Command:
    """The command by which a clerk would key in this sentence."""
    given = Given(
        giver=SubjectId(act.giver),
        capacity=Capacity(act.capacity),
        channel=Channel.DESK,
        effective_at=act.effective,
    )
    citizen = SubjectId(who)
    if act.kind == "reach":
        return say.SetReach(citizen=citizen, given=given, reach=Reach(act.reach))
    if act.kind in SWITCHES:
        return SWITCHES[act.kind](citizen=citizen, given=given)  # type: ignore[call-arg]
    common = {
        "citizen": citizen,
        "given": given,
        "says": Says(act.says),
        "sheet": SheetVersion(SHEET, act.major, 0),
        "language": Language.BASQUE,
        "valid_until": act.until,
        "minor_took_part": act.took_part,
    }
    if act.kind == "study":
        return say.AnswerStudy(study=act.study, **common)  # type: ignore[arg-type]
    return say.RecordChoice(cells=frozenset(map(Cell.parse, act.cells)), **common)  # type: ignore[arg-type]


def heard(state: consents.State, who: str, act: Act, at: datetime) -> consents.State | Refusal:
    """The life after this sentence, or its refusal.

    The life believes that the giver may decide: the rules must hold where a birth date or a mandate
    is corrected later, which no earlier gate could know.
    """
    own = act.kind.endswith("minor-refusal")
    facts = replace(MAY, age=AgeBand.FROM_14 if own else AgeBand.ADULT)
    outcome = consents.decide(command_for(who, act), state, facts, by=SubjectId(who), at=at)
    return outcome if isinstance(outcome, Refusal) else reduce(consents.evolve, outcome, state)


def everything_said(citizen: Citizen, at: datetime) -> consents.State:
    """Her consent life; a sentence that the life refuses is a mistake of the test."""
    state: consents.State = consents.EMPTY
    for act in citizen.acts:
        after = heard(state, citizen.name, act, at)
        assert not isinstance(after, Refusal), after
        state = after
    return state


def _register_commands(citizen: Citizen) -> Iterable[Command]:
    who = SubjectId(citizen.name)
    born = citizen.born or A_CHILD_S_BIRTHDAY
    yield register.RegisterCitizen(citizen=who, details=details(born=born))
    for one in citizen.mandates:
        yield register.AppointRepresentative(
            citizen=who,
            representative=SubjectId(one.by),
            capacity=Capacity(one.capacity),
            since=one.since,
            until=one.until,
        )
    if citizen.protected_since:
        yield register.RecordProtection(citizen=who, since=citizen.protected_since)
    for relative in sorted(citizen.relatives):
        kinship = Kinship(KinshipKind.SIBLING, SubjectId(relative))
        yield register.DeclareKinship(citizen=who, kinship=kinship)
    if citizen.died:
        yield register.RecordDeath(citizen=who, details=details(born=born, died=citizen.died))
    if citizen.entry == "erased":
        yield register.EraseDetails(citizen=who, reason=text("she asked for it"))


def entry_of(citizen: Citizen, at: datetime) -> citizens.State:
    """Her entry in the register of people."""
    walk = Walk()
    if citizen.entry != "never":
        for command in _register_commands(citizen):
            walk = walk.having(command, at=at)
    state = reduce(citizens.evolve, walk, citizens.EMPTY)
    if citizen.entry == "merged":
        other = SubjectId("f" * 32)
        merged = CitizenMerged(at=at, by=other, survivor=other, with_duplicates=frozenset())
        state = citizens.evolve(state, merged)
    return state


def person_now(citizen: Citizen, asked: Asked, at: datetime) -> Person:
    """Who she is; a birth date that nobody knows is an age that nobody knows."""
    known = person_of(SubjectId(citizen.name), entry_of(citizen, at), day_of(asked.instant.time))
    no_date = citizen.born is None and citizen.entry in ("registered", "merged")
    return replace(known, age=None) if no_date else known
