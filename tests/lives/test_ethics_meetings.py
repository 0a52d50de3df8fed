"""Stories of meetings: convened, attended, minuted; and whether enough were there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives.ethics import meetings
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId
from governance.vocabulary.switches import QuorumRule
from tests.builders import STRANGER
from tests.ethics_builders import (
    ATTEND,
    CHAIR,
    CONVENE,
    FIRST_DAY,
    MEMBERS,
    MINUTES,
    SECRETARY,
    a_meeting,
)
from tests.request_builders import NOTHING, REQUEST
from tests.story import given

VOTING = frozenset({CHAIR, *MEMBERS})
LAY = MEMBERS[4]


def test_a_meeting_is_convened_once_with_an_agenda() -> None:
    empty = replace(CONVENE, agenda=frozenset())
    given().when(empty).refused("agenda-empty", field="agenda")
    story = given().when(CONVENE).then(meetings.MeetingConvened)
    assert (story.state.day, story.state.agenda) == (FIRST_DAY, {REQUEST})
    story.when(CONVENE).refused("meeting-exists", field="meeting_id")


@pytest.mark.parametrize("command", [ATTEND, MINUTES])
def test_nobody_attends_a_meeting_that_was_not_convened(command: Command) -> None:
    given().when(command).refused("meeting-unknown", field="meeting_id")


def test_who_is_there_is_noted_and_noted_anew_when_somebody_leaves() -> None:
    story = given().when(CONVENE).then(meetings.MeetingConvened)
    nobody = replace(ATTEND, present=frozenset())
    story.when(nobody).refused("nobody-present", field="present")
    story = story.when(ATTEND).then(meetings.AttendanceRecorded)
    assert MEMBERS[0] in story.state.present
    fewer = replace(ATTEND, present=ATTEND.present - {MEMBERS[0]})
    story = story.when(fewer).then(meetings.AttendanceRecorded)
    assert story.state.present == fewer.present


def test_minutes_tell_of_a_meeting_that_was_held() -> None:
    story = given().when(CONVENE).then(meetings.MeetingConvened)
    story.when(MINUTES).refused("attendance-missing", field="meeting_id")
    story = story.when(ATTEND).then(meetings.AttendanceRecorded)
    silent = replace(MINUTES, minutes=NOTHING)
    story.when(silent).refused("minutes-empty", field="minutes")
    assert story.when(MINUTES).then(meetings.MinutesApproved).state.minuted


@pytest.mark.parametrize("command", [ATTEND, MINUTES])
def test_nothing_is_added_to_a_meeting_after_its_minutes(command: Command) -> None:
    story = given(*a_meeting()).when(MINUTES).then(meetings.MinutesApproved)
    story.when(command).refused("minutes-approved", field="meeting_id")
    story.when(CONVENE).refused("meeting-exists", field="meeting_id")


def _quorate(rule: QuorumRule, *present: SubjectId, chair: SubjectId | None = CHAIR) -> bool:
    return meetings.quorate(
        rule,
        frozenset(present),
        voting=VOTING,
        chair=chair,
        secretary=SECRETARY,
        lay=frozenset({LAY}),
    )


@pytest.mark.parametrize("rule", QuorumRule)
def test_chair_and_secretary_have_to_be_there(rule: QuorumRule) -> None:
    assert _quorate(rule, CHAIR, SECRETARY, *MEMBERS)
    assert not _quorate(rule, CHAIR, *MEMBERS)
    assert not _quorate(rule, SECRETARY, *MEMBERS)
    assert not _quorate(rule, CHAIR, SECRETARY, *MEMBERS, chair=None)


def test_half_of_the_members_are_enough_unless_the_rule_wants_more() -> None:
    half = (CHAIR, SECRETARY, LAY, *MEMBERS[:3])
    assert _quorate(QuorumRule.HALF_WITH_CHAIR_AND_SECRETARY, *half)
    assert not _quorate(QuorumRule.HALF_WITH_CHAIR_AND_SECRETARY, *half[:-1])
    assert not _quorate(QuorumRule.HALF_PLUS_ONE_WITH_LAY, *half)


def test_secretary_and_guests_do_not_count_towards_the_half() -> None:
    four = (CHAIR, SECRETARY, *MEMBERS[:3])
    for rule in QuorumRule:
        assert not _quorate(rule, *four, STRANGER)


def test_the_stricter_rule_wants_one_from_outside_health() -> None:
    rule = QuorumRule.HALF_PLUS_ONE_WITH_LAY
    six = (CHAIR, SECRETARY, *MEMBERS[:4])
    assert _quorate(rule, *six, LAY)
    assert not _quorate(rule, *six, MEMBERS[5])
