"""What may become of a citizen's entry: domain reasons only; who may ask is decided before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from governance.lives.citizens import commands as ask
from governance.lives.citizens import events as happened
from governance.lives.citizens.state import State
from governance.lives.citizens.words import REPRESENTING
from governance.refusals import Refusal
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.erasable import Details, text
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId

CODES = (
    "citizen-exists",
    "citizen-not-registered",
    "citizen-merged",
    "citizen-erased",
    "citizen-deceased",
    "details-missing",
    "born-in-future",
    "death-missing",
    "death-before-birth",
    "death-in-future",
    "identifier-taken",
    "same-entry",
    "survivor-cannot-take",
    "already-joined",
    "own-relative",
    "kinship-exists",
    "kinship-unknown",
    "own-representative",
    "not-a-representing-capacity",
    "representation-ends-before-it-begins",
    "representation-exists",
    "representation-unknown",
    "not-an-adult",
    "already-protected",
    "not-protected",
    "not-of-age",
    "majority-already-noted",
    "fact-unknown",
)
Outcome = list[Event] | Refusal


def decide(command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime) -> Outcome:
    """The events that the command leads to, or the refusal."""
    if isinstance(command, ask.RegisterCitizen):
        return _register(command, state, facts, by, at)
    if not state.registered:
        return Refusal("citizen-not-registered", field="citizen")
    if state.merged_into is not None:
        return Refusal("citizen-merged", field="citizen")
    if state.details is None:
        return Refusal("citizen-erased", field="citizen")
    match command:
        case ask.CorrectDetails() | ask.RecordDeath():
            return _details(command, state, facts, by, at)
        case ask.MergeDuplicates() | ask.JoinDuplicate():
            return _merge(command, state, facts, by, at)
        case ask.DeclareKinship() | ask.EndKinship():
            return _kinship(command, state, by, at)
        case ask.AppointRepresentative() | ask.EndRepresentation():
            return _represent(command, state, by, at)
        case ask.RecordProtection() | ask.LiftProtection():
            return _protect(command, state, by, at)
        case ask.NoteMajority():
            return _majority(state, by, at)
        case ask.EraseDetails():
            return [happened.DetailsErased(at=at, by=by, reason=command.reason)]
        case _:
            raise TypeError(f"citizens do not know {type(command).__name__}")


def _wrong_details(
    details: Details | None, facts: ask.DetailsFacts, at: datetime
) -> Refusal | None:
    if details is None:
        return Refusal("details-missing", field="details")
    if details.birth_date > day_of(at):
        return Refusal("born-in-future", field="birth_date")
    if details.death_date is not None and details.death_date < details.birth_date:
        return Refusal("death-before-birth", field="death_date")
    if details.death_date is not None and details.death_date > day_of(at):
        return Refusal("death-in-future", field="death_date")
    if facts.identifiers_free is None:
        return Refusal("fact-unknown", field="identifiers_free")
    if not facts.identifiers_free:
        return Refusal("identifier-taken", field="identifiers")
    return None


def _register(
    command: ask.RegisterCitizen,
    state: State,
    facts: ask.DetailsFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if state.registered:
        return Refusal("citizen-exists", field="citizen")
    return _wrong_details(command.details.value, facts, at) or [
        happened.CitizenRegistered(at=at, by=by, details=command.details)
    ]


def _details(
    command: ask.CorrectDetails | ask.RecordDeath,
    state: State,
    facts: ask.DetailsFacts,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    details = command.details.value
    if refusal := _wrong_details(details, facts, at):
        return refusal
    if isinstance(command, ask.CorrectDetails):
        return [happened.DetailsCorrected(at=at, by=by, details=command.details)]
    if details is None or details.death_date is None:
        return Refusal("death-missing", field="death_date")
    if state.died_on is not None:
        return Refusal("citizen-deceased", field="citizen")
    return [happened.DeathRecorded(at=at, by=by, details=command.details)]


def _merge(
    command: ask.MergeDuplicates | ask.JoinDuplicate,
    state: State,
    facts: Any,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    if isinstance(command, ask.JoinDuplicate):
        if command.duplicate == command.citizen:
            return Refusal("same-entry", field="duplicate")
        if command.duplicate in state.duplicates:
            return Refusal("already-joined", field="duplicate")
        return [happened.DuplicateJoined(at=at, by=by, duplicate=command.duplicate)]
    if command.survivor == command.citizen:
        return Refusal("same-entry", field="survivor")
    if facts.survivor_can_take is None:
        return Refusal("fact-unknown", field="survivor_can_take")
    if not facts.survivor_can_take:
        return Refusal("survivor-cannot-take", field="survivor")
    if command.survivor in state.duplicates:
        return Refusal("survivor-cannot-take", field="survivor")
    return [
        happened.CitizenMerged(
            at=at, by=by, survivor=command.survivor, with_duplicates=state.duplicates
        )
    ]


def _kinship(
    command: ask.DeclareKinship | ask.EndKinship,
    state: State,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    kinship = command.kinship
    if kinship.relative == command.citizen:
        return Refusal("own-relative", field="kinship")
    known = kinship in state.kin
    if isinstance(command, ask.DeclareKinship):
        if known:
            return Refusal("kinship-exists", field="kinship")
        return [happened.KinshipDeclared(at=at, by=by, kinship=text(str(kinship)))]
    if not known:
        return Refusal("kinship-unknown", field="kinship")
    return [happened.KinshipEnded(at=at, by=by, kinship=text(str(kinship)))]


def _represent(
    command: ask.AppointRepresentative | ask.EndRepresentation,
    state: State,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    who, capacity = command.representative, command.capacity
    same = [
        one
        for one in state.representations
        if (one.representative, one.capacity) == (who, capacity)
    ]
    if isinstance(command, ask.EndRepresentation):
        if not any(one.covers(command.until) for one in same):
            return Refusal("representation-unknown", field="representative")
        return [
            happened.RepresentationEnded(
                at=at, by=by, representative=who, capacity=capacity, until=command.until
            )
        ]
    if any(one.overlaps(command.since, command.until) for one in same):
        return Refusal("representation-exists", field="representative")
    return _cannot_represent(command, state) or [
        happened.RepresentativeAppointed(
            at=at,
            by=by,
            representative=who,
            capacity=capacity,
            since=command.since,
            until=command.until,
        )
    ]


def _cannot_represent(command: ask.AppointRepresentative, state: State) -> Refusal | None:
    if command.representative == command.citizen:
        return Refusal("own-representative", field="representative")
    if command.capacity not in REPRESENTING:
        return Refusal("not-a-representing-capacity", field="capacity")
    if command.until is not None and command.until < command.since:
        return Refusal("representation-ends-before-it-begins", field="until")
    adult = state.age_band_on(command.since) is AgeBand.ADULT
    if command.capacity is Capacity.SUPPORT and not adult:
        return Refusal("not-an-adult", field="since")
    return None


def _protect(
    command: ask.RecordProtection | ask.LiftProtection,
    state: State,
    by: SubjectId,
    at: datetime,
) -> Outcome:
    open_now = any(one.until is None for one in state.protections)
    if isinstance(command, ask.LiftProtection):
        if not open_now:
            return Refusal("not-protected", field="citizen")
        return [happened.ProtectionLifted(at=at, by=by, until=command.until)]
    if state.age_band_on(command.since) is not AgeBand.ADULT:
        return Refusal("not-an-adult", field="since")
    if open_now:
        return Refusal("already-protected", field="citizen")
    return [happened.ProtectionRecorded(at=at, by=by, since=command.since)]


def _majority(state: State, by: SubjectId, at: datetime) -> Outcome:
    if state.majority_noted:
        return Refusal("majority-already-noted")
    if state.age_band_on(day_of(at)) is not AgeBand.ADULT:
        return Refusal("not-of-age")
    return [happened.MajorityNoted(at=at, by=by)]
