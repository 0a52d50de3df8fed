"""Staff: who holds which role of the programme. One stream, for roles are few and read together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.people import Role, SubjectId

# words
NAME = "programme-staff"
STREAM = "programme"
APPOINTED_ROLES = frozenset(
    {
        Role.RESEARCHER,
        Role.OFFICER,
        Role.HOLDER,
        Role.PREPARER,
        Role.RELEASE_OFFICER,
        Role.DESK,
        Role.AUDITOR,
        Role.DPO,
        Role.STEWARD,
    }
)
"""Committee roles come from the committee's own life; everybody is a citizen; machines are ours."""


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _StaffCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    person: SubjectId
    role: Role

    @property
    def stream(self) -> str:
        """The one list of staff."""
        return STREAM


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointStaff(_StaffCommand):
    """Give a person a role."""

    ACT: ClassVar[Act] = Act.APPOINT_STAFF


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStaff(_StaffCommand):
    """Take a role away, from this instant on."""

    ACT: ClassVar[Act] = Act.END_STAFF


COMMANDS = (AppointStaff, EndStaff)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAppointed(Event):
    """The person holds the role."""

    CODE: ClassVar[str] = "programme.staff-appointed.v1"
    person: SubjectId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffEnded(Event):
    """The person holds the role no longer."""

    CODE: ClassVar[str] = "programme.staff-ended.v1"
    person: SubjectId
    role: Role


EVENTS = (StaffAppointed, StaffEnded)


# state
@dataclass(frozen=True, slots=True)
class State:
    """Who holds which role now."""

    roles: frozenset[tuple[SubjectId, Role]] = frozenset()

    def roles_of(self, person: SubjectId) -> frozenset[Role]:
        """The appointed roles of one person."""
        return frozenset(role for holder, role in self.roles if holder == person)

    @property
    def has_steward(self) -> bool:
        """Whether anybody can appoint staff."""
        return any(role is Role.STEWARD for _, role in self.roles)


EMPTY = State()
CODES = (
    "role-not-appointed-here",
    "role-already-held",
    "role-not-held",
    "last-steward",
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("without-role", "programme.staff-appointed.v1", "with-role"),
    ("with-role", "programme.staff-ended.v1", "without-role"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Appoint, or end. The last steward stays, or nobody could appoint another."""
    match command:
        case AppointStaff(person=person, role=role):
            if role not in APPOINTED_ROLES:
                return Refusal("role-not-appointed-here", field="role")
            if (person, role) in state.roles:
                return Refusal("role-already-held", field="role")
            return [StaffAppointed(at=at, by=by, person=person, role=role)]
        case EndStaff(person=person, role=role):
            if (person, role) not in state.roles:
                return Refusal("role-not-held", field="role")
            stewards = sum(held is Role.STEWARD for _, held in state.roles)
            if role is Role.STEWARD and stewards == 1:
                return Refusal("last-steward", field="person")
            return [StaffEnded(at=at, by=by, person=person, role=role)]
        case _:
            raise TypeError(f"staff does not know {type(command).__name__}")


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case StaffAppointed(person=person, role=role):
            return replace(state, roles=state.roles | {(person, role)})
        case StaffEnded(person=person, role=role):
            return replace(state, roles=state.roles - {(person, role)})
        case _:
            return state
