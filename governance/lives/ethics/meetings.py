"""Meetings: when the committee met, who was there, and its minutes (RD 1090/2015 16.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar

from governance.refusals import Refusal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, Event, NoFacts
from governance.vocabulary.erasable import FreeText
from governance.vocabulary.people import SubjectId
from governance.vocabulary.switches import QuorumRule

# words
NAME = "ethics-meetings"


def quorate(
    rule: QuorumRule,
    present: frozenset[SubjectId],
    *,
    voting: frozenset[SubjectId],
    chair: SubjectId | None,
    secretary: SubjectId | None,
    lay: frozenset[SubjectId],
) -> bool:
    """Whether a ballot may be held: quorum counts who is present (Ley 40/2015 17.2)."""
    if chair not in present or secretary not in present:
        return False
    there = len(present & voting)
    if rule is QuorumRule.HALF_PLUS_ONE_WITH_LAY:
        return 2 * there > len(voting) and bool(present & lay)
    return 2 * there >= len(voting)


# commands
@dataclass(frozen=True, slots=True, kw_only=True)
class _MeetingCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    meeting_id: str

    @property
    def stream(self) -> str:
        """The meeting itself."""
        return self.meeting_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ConveneMeeting(_MeetingCommand):
    """Call a meeting, with the requests to be discussed."""

    ACT: ClassVar[Act] = Act.CONVENE_MEETING
    day: date
    agenda: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAttendance(_MeetingCommand):
    """Who is there, in real time."""

    ACT: ClassVar[Act] = Act.RECORD_ATTENDANCE
    present: frozenset[SubjectId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(_MeetingCommand):
    """The minutes stand; with them the meeting's decisions take effect."""

    ACT: ClassVar[Act] = Act.APPROVE_MINUTES
    minutes: FreeText


COMMANDS = (ConveneMeeting, RecordAttendance, ApproveMinutes)


# events
@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingConvened(Event):
    """A meeting was called."""

    CODE: ClassVar[str] = "ethics.meeting-convened.v1"
    day: date
    agenda: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRecorded(Event):
    """These were there."""

    CODE: ClassVar[str] = "ethics.attendance-recorded.v1"
    present: frozenset[SubjectId]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesApproved(Event):
    """The minutes stand."""

    CODE: ClassVar[str] = "ethics.minutes-approved.v1"
    minutes: FreeText


EVENTS = (MeetingConvened, AttendanceRecorded, MinutesApproved)


# state
@dataclass(frozen=True, slots=True)
class State:
    """One meeting."""

    day: date | None = None
    agenda: frozenset[str] = frozenset()
    present: frozenset[SubjectId] = frozenset()
    minuted: bool = False


EMPTY = State()
CODES = (
    "meeting-exists",
    "meeting-unknown",
    "agenda-empty",
    "nobody-present",
    "minutes-approved",
    "minutes-empty",
    "attendance-missing",
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("none", "ethics.meeting-convened.v1", "convened"),
    ("convened", "ethics.attendance-recorded.v1", "held"),
    ("held", "ethics.attendance-recorded.v1", "held"),
    ("held", "ethics.minutes-approved.v1", "minuted"),
)


# decide
def decide(
    command: Command, state: State, facts: Any, *, by: SubjectId, at: datetime
) -> list[Event] | Refusal:
    """Convene, note who is present, approve the minutes."""
    if isinstance(command, ConveneMeeting):
        if state.day is not None:
            return Refusal("meeting-exists", field="meeting_id")
        if not command.agenda:
            return Refusal("agenda-empty", field="agenda")
        return [MeetingConvened(at=at, by=by, day=command.day, agenda=command.agenda)]
    if state.day is None:
        return Refusal("meeting-unknown", field="meeting_id")
    if state.minuted:
        return Refusal("minutes-approved", field="meeting_id")
    match command:
        case RecordAttendance(present=present):
            if not present:
                return Refusal("nobody-present", field="present")
            return [AttendanceRecorded(at=at, by=by, present=present)]
        case ApproveMinutes(minutes=minutes):
            if not state.present:
                return Refusal("attendance-missing", field="meeting_id")
            if not (minutes.value or "").strip():
                return Refusal("minutes-empty", field="minutes")
            return [MinutesApproved(at=at, by=by, minutes=minutes)]
        case _:
            raise TypeError(f"meetings do not know {type(command).__name__}")


def possible(state: State, *, by: SubjectId, at: datetime) -> frozenset[Act]:
    """Acts that this state leaves open, whatever they may say."""
    if state.day is None:
        return frozenset({Act.CONVENE_MEETING})
    if state.minuted:
        return frozenset()
    held = {Act.APPROVE_MINUTES} if state.present else set()
    return frozenset({Act.RECORD_ATTENDANCE} | held)


# evolve
def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case MeetingConvened(day=day, agenda=agenda):
            return replace(state, day=day, agenda=agenda)
        case AttendanceRecorded(present=present):
            return replace(state, present=present)
        case MinutesApproved():
            return replace(state, minuted=True)
        case _:
            return state
