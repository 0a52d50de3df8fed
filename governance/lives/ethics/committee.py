"""The committee: who sits on it, for how long, and with which expertise (RD 1090/2015 15)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.people import Role, SubjectId

# words
NAME = "ethics-committee"
STREAM = "committee"
FEWEST, MOST = 10, 20
"""RD 1090/2015 15.1; DF 8/2024."""
SEATS = frozenset({Role.MEMBER, Role.CHAIR, Role.SECRETARY})


class Expertise(StrEnum):
    """What a member brings (RD 1090/2015 15.1; LOPDGDD DA 17.2.h)."""

    PHYSICIAN = "physician"
    CLINICAL_PHARMACOLOGIST = "clinical-pharmacologist"
    HOSPITAL_PHARMACIST = "hospital-pharmacist"
    PRIMARY_CARE_PHARMACIST = "primary-care-pharmacist"
    NURSE = "nurse"
    LAY = "lay-member"
    LAWYER = "law-graduate"
    NON_HEALTH = "non-health"
    BIOETHICS = "bioethics"
    DATA_PROTECTION = "data-protection"


NEEDED = frozenset(Expertise) - {Expertise.PHYSICIAN, Expertise.NON_HEALTH}
FEWEST_NON_HEALTH = 2


@dataclass(frozen=True, slots=True)
class Membership:
    """One seat of one person, from a day to another, both included."""

    person: SubjectId
    seat: Role
    expertise: frozenset[Expertise]
    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether the person sits on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _CommitteeCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    person: SubjectId

    @property
    def stream(self) -> str:
        """The one committee."""
        return STREAM


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointMember(_CommitteeCommand):
    """Give somebody a seat."""

    ACT: ClassVar[Act] = Act.APPOINT_MEMBER
    seat: Role
    expertise: frozenset[Expertise]
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMembership(_CommitteeCommand):
    """The last day of the seat is ``until``."""

    ACT: ClassVar[Act] = Act.END_MEMBERSHIP
    until: date


COMMANDS = (AppointMember, EndMembership)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAppointed(Event):
    """The person has the seat."""

    CODE: ClassVar[str] = "ethics.member-appointed.v1"
    person: SubjectId
    seat: Role
    expertise: frozenset[Expertise]
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEnded(Event):
    """The seat's last day."""

    CODE: ClassVar[str] = "ethics.membership-ended.v1"
    person: SubjectId
    until: date


EVENTS = (MemberAppointed, MembershipEnded)


# state
@dataclass(frozen=True, slots=True)
class State:
    """Everybody who ever had a seat."""

    memberships: tuple[Membership, ...] = ()

    def sitting(self, day: date) -> tuple[Membership, ...]:
        """Who sits on that day."""
        return tuple(one for one in self.memberships if one.covers(day))

    def during(self, since: date, until: date | None) -> tuple[Membership, ...]:
        """Whoever sits on at least one day from ``since`` to ``until``, both included."""
        return tuple(
            one
            for one in self.memberships
            if (until is None or one.since <= until) and (one.until is None or since <= one.until)
        )

    def seats_of(self, person: SubjectId, day: date) -> frozenset[Role]:
        """The seats of one person on that day."""
        return frozenset(one.seat for one in self.sitting(day) if one.person == person)

    def voting(self, day: date) -> frozenset[SubjectId]:
        """Members and chair; the secretary has a voice and no vote (RD 1090/2015 15.3)."""
        return frozenset(m.person for m in self.sitting(day) if m.seat is not Role.SECRETARY)

    def holder_of(self, seat: Role, day: date) -> SubjectId | None:
        """Chair or secretary on that day."""
        return next((m.person for m in self.sitting(day) if m.seat is seat), None)

    def gaps(self, day: date) -> tuple[str, ...]:
        """What the composition lacks on that day (RD 1090/2015 15.1; LOPDGDD DA 17.2.h)."""
        sitting = [m for m in self.sitting(day) if m.seat is not Role.SECRETARY]
        there = frozenset().union(*(m.expertise for m in sitting))
        outside = {Expertise.NON_HEALTH, Expertise.LAY, Expertise.LAWYER}
        lacking = [expertise.value for expertise in sorted(NEEDED - there)]
        if sum(bool(m.expertise & outside) for m in sitting) < FEWEST_NON_HEALTH:
            lacking.append("two-from-outside-health")
        if len(sitting) < FEWEST:
            lacking.append("ten-members")
        lacking += [s for s in (Role.CHAIR, Role.SECRETARY) if self.holder_of(s, day) is None]
        return tuple(lacking)


EMPTY = State()
CODES = (
    "not-a-seat",
    "already-seated",
    "seat-taken",
    "committee-full",
    "not-seated",
    "term-ends-before-it-begins",
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("without-seat", "ethics.member-appointed.v1", "seated"),
    ("seated", "ethics.membership-ended.v1", "without-seat"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Appoint up to twenty; one chair, one secretary; one seat a person."""
    match command:
        case AppointMember():
            return _appoint(command, state, by, at)
        case EndMembership(person=person, until=until):
            if not state.seats_of(person, until):
                return Refusal("not-seated", field="person")
            return [MembershipEnded(at=at, by=by, person=person, until=until)]
        case _:
            raise TypeError(f"the committee does not know {type(command).__name__}")


def _appoint(
    command: AppointMember, state: State, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    day = command.since
    if command.seat not in SEATS:
        return Refusal("not-a-seat", field="seat")
    if command.until is not None and command.until < day:
        return Refusal("term-ends-before-it-begins", field="until")
    during = state.during(day, command.until)
    if any(one.person == command.person for one in during):
        return Refusal("already-seated", field="person")
    if command.seat is not Role.MEMBER and any(one.seat is command.seat for one in during):
        return Refusal("seat-taken", field="seat")
    # the committee is fullest on a day on which somebody's term begins
    fullest = max(len(state.voting(max(day, one.since))) for one in during) if during else 0
    if command.seat is not Role.SECRETARY and fullest >= MOST:
        return Refusal("committee-full", field="person")
    appointed = MemberAppointed(
        at=at,
        by=by,
        person=command.person,
        seat=command.seat,
        expertise=command.expertise,
        since=day,
        until=command.until,
    )
    return [appointed]


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case MemberAppointed():
            seat = Membership(event.person, event.seat, event.expertise, event.since, event.until)
            return replace(state, memberships=(*state.memberships, seat))
        case MembershipEnded(person=person, until=until):
            ended = tuple(
                replace(m, until=until) if m.person == person and m.covers(until) else m
                for m in state.memberships
            )
            return replace(state, memberships=ended)
        case _:
            return state
