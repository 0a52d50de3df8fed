"""Stories of the committee: who is appointed, for how long, and what the law wants it to know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from governance.lives.ethics import committee
from governance.lives.ethics.committee import EndMembership, Expertise
from governance.vocabulary.people import Role, SubjectId
from tests.builders import STRANGER, Walk, person
from tests.ethics_builders import (
    CHAIR,
    EXPERTISE,
    FIRST_DAY,
    LAST_DAY,
    MEMBERS,
    SECRETARY,
    SINCE,
    a_committee,
    an_appointment,
)
from tests.story import given

BEFORE, AFTER = date(2023, 12, 31), date(2028, 1, 2)


def _state(walk: Walk) -> committee.State:
    state = given(*walk, life=committee).state
    assert isinstance(state, committee.State)
    return state


def _ended(who: SubjectId, until: date = LAST_DAY) -> EndMembership:
    return EndMembership(person=who, until=until)


def test_a_seat_is_held_from_its_first_to_its_last_day() -> None:
    story = given().when(an_appointment(CHAIR, Role.CHAIR, until=LAST_DAY))
    state = story.then(committee.MemberAppointed).state
    held = [state.holder_of(Role.CHAIR, day) for day in (BEFORE, SINCE, LAST_DAY, AFTER)]
    assert held == [None, CHAIR, CHAIR, None]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.RESEARCHER, Role.CITIZEN])
def test_only_members_chair_and_secretary_sit(role: Role) -> None:
    given().when(an_appointment(CHAIR, role)).refused("not-a-seat", field="seat")


def test_a_term_ends_after_it_begins() -> None:
    story = given().when(an_appointment(CHAIR, until=BEFORE))
    story.refused("term-ends-before-it-begins", field="until")
    given().when(an_appointment(CHAIR, until=SINCE)).then(committee.MemberAppointed)


@pytest.mark.parametrize("seat", [Role.MEMBER, Role.CHAIR, Role.SECRETARY])
def test_nobody_has_two_seats_on_one_day(seat: Role) -> None:
    story = given().when(an_appointment(STRANGER, since=FIRST_DAY, until=LAST_DAY))
    story = story.then(committee.MemberAppointed)
    for since, until in ((FIRST_DAY, None), (SINCE, None), (LAST_DAY, AFTER), (SINCE, FIRST_DAY)):
        again = an_appointment(STRANGER, seat, since=since, until=until)
        story.when(again).refused("already-seated", field="person")
    later = an_appointment(STRANGER, seat, since=AFTER)
    story.when(later).then(committee.MemberAppointed)


@pytest.mark.parametrize("seat", [Role.CHAIR, Role.SECRETARY])
def test_there_is_one_chair_and_one_secretary_on_any_day(seat: Role) -> None:
    story = given(*a_committee())
    story.when(an_appointment(STRANGER, seat, since=FIRST_DAY)).refused("seat-taken", field="seat")
    earlier = an_appointment(STRANGER, seat, since=BEFORE)
    story.when(earlier).refused("seat-taken", field="seat")
    until = an_appointment(STRANGER, seat, since=BEFORE, until=BEFORE)
    story.when(until).then(committee.MemberAppointed)


def _twenty() -> Walk:
    walk = a_committee()
    for number in range(10):
        walk = walk.having(an_appointment(person(80 + number), since=FIRST_DAY))
    return walk


def test_a_twenty_first_member_is_not_appointed() -> None:
    story = given(*_twenty())
    story.when(an_appointment(STRANGER, since=LAST_DAY)).refused("committee-full", field="person")
    before = an_appointment(STRANGER, since=SINCE)
    story.when(before).refused("committee-full", field="person")
    short = replace(before, until=date(2026, 10, 4))
    story.when(short).then(committee.MemberAppointed)


def test_who_leaves_makes_room_and_a_secretary_takes_none() -> None:
    story = given(*_twenty()).when(_ended(SECRETARY)).then(committee.MembershipEnded)
    secretary = an_appointment(STRANGER, Role.SECRETARY, since=AFTER)
    story.when(secretary).then(committee.MemberAppointed)
    story = story.when(_ended(MEMBERS[0])).then(committee.MembershipEnded)
    story.when(an_appointment(STRANGER, since=AFTER)).then(committee.MemberAppointed)


def test_a_membership_ends_with_its_last_day() -> None:
    story = given(*a_committee()).when(_ended(MEMBERS[0])).then(committee.MembershipEnded)
    assert story.state.seats_of(MEMBERS[0], LAST_DAY) == {Role.MEMBER}
    assert story.state.seats_of(MEMBERS[0], AFTER) == frozenset()
    assert story.state.seats_of(MEMBERS[1], AFTER) == {Role.MEMBER}
    story.when(_ended(MEMBERS[0], AFTER)).refused("not-seated", field="person")


def test_whoever_has_no_seat_does_not_lose_it() -> None:
    given().when(_ended(STRANGER)).refused("not-seated", field="person")
    given(*a_committee()).when(_ended(CHAIR, BEFORE)).refused("not-seated", field="person")


def test_the_secretary_has_a_voice_and_no_vote() -> None:
    state = _state(a_committee())
    assert state.voting(FIRST_DAY) == {CHAIR, *MEMBERS}
    assert state.holder_of(Role.SECRETARY, FIRST_DAY) == SECRETARY


def test_a_whole_committee_lacks_nothing() -> None:
    assert _state(a_committee()).gaps(FIRST_DAY) == ()
    assert "ten-members" in _state(a_committee()).gaps(BEFORE)


@pytest.mark.parametrize(
    ("member", "expertise"),
    [pair for pair in zip(MEMBERS, EXPERTISE, strict=True) if pair[1] is not Expertise.PHYSICIAN],
)
def test_every_expertise_that_leaves_is_missed(member: SubjectId, expertise: Expertise) -> None:
    walk = a_committee().having(an_appointment(STRANGER)).having(_ended(member, FIRST_DAY))
    gaps = _state(walk).gaps(LAST_DAY)
    assert expertise.value in gaps
    assert "ten-members" not in gaps
    outside = expertise in (Expertise.LAY, Expertise.LAWYER)
    assert ("two-from-outside-health" in gaps) is outside


@pytest.mark.parametrize("who", [CHAIR, SECRETARY])
def test_no_ballot_without_chair_and_secretary(who: SubjectId) -> None:
    walk = a_committee().having(an_appointment(STRANGER)).having(_ended(who, FIRST_DAY))
    seat = Role.CHAIR if who == CHAIR else Role.SECRETARY
    assert _state(walk).gaps(LAST_DAY) == (seat.value,)


def test_a_secretary_s_expertise_does_not_count() -> None:
    walk = a_committee().having(_ended(SECRETARY, FIRST_DAY)).having(_ended(MEMBERS[3], FIRST_DAY))
    nurse = an_appointment(STRANGER, Role.SECRETARY, Expertise.NURSE, since=LAST_DAY)
    assert _state(walk.having(nurse)).gaps(LAST_DAY) == ("nurse", "ten-members")
