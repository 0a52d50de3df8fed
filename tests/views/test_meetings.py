"""What lies before the committee, its meetings, and who sits on it."""

from __future__ import annotations

from datetime import timedelta

from governance.lives.ethics.committee import EndMembership
from governance.lives.ethics.meetings import ConveneMeeting
from governance.lives.ethics.reviews import commands as review
from governance.lives.ethics.reviews.words import InterestGround, Vote
from governance.policy.visibility.fields import COMMITTEE, FIELDS
from governance.policy.visibility_facts import View
from governance.service.house import new_id
from governance.views.committee import Committee
from governance.views.meetings import Meeting, Meetings, MeetingStatus
from governance.views.paging import Page
from governance.views.review_lists import Pile, ReviewQueue
from governance.views.reviews import Review
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from portal.demo import reviewing
from portal.demo.asking import Asked
from tests.views.office import Office

WHOLE = FIELDS[View.MEETING]
DECLARE = InterestGround.FRIENDSHIP


async def piled(office: Office, reader: str, pile: Pile = Pile.WAITING) -> list[str]:
    return [row.id for row in (await office.asks(reader, ReviewQueue(pile=pile))).rows]


async def declared(office: Office, asked: Asked, *members: str) -> None:
    await reviewing.assign(office.cast, asked)
    for member in members:
        command = review.DeclareInterest(request_id=asked.request_id, ground=DECLARE)
        await office.do(command, member)


async def test_the_committee_finds_what_waits_for_it_and_what_it_decided(office: Office) -> None:
    first, second = await office.at_ethics(), await office.at_ethics()
    assert await piled(office, "secretary") == [first.request_id, second.request_id]
    await reviewing.assign(office.cast, first)
    meeting = await reviewing.meet(office.cast, [first], office.today)
    await reviewing.open_ballot(office.cast, first, meeting)
    await reviewing.vote(office.cast, first, lambda number: Vote.WITH_CONDITIONS)
    then = await office.now()
    assert await piled(office, "member-2", Pile.DECIDED) == []
    await reviewing.decide(office.cast, first, office.today, conditional=True, reasons="So.")
    for pile in (Pile.DECIDED, Pile.CONDITIONS):
        assert await piled(office, "access-officer", pile) == [first.request_id]
    await reviewing.meet_condition(office.cast, first)
    assert await piled(office, "auditor", Pile.CONDITIONS) == []
    before = await office.asks("member-2", ReviewQueue(pile=Pile.DECIDED), as_of=then)
    assert before.total == 0
    waiting = await office.asks("member-2", ReviewQueue(page=Page(2, 1)), as_of=then)
    assert (len(waiting.rows), waiting.total) == (1, 2)
    for reader in ("researcher", "stranger", "first-officer", "public"):
        assert await office.finds_nothing(reader, ReviewQueue())


async def test_a_row_tells_an_interested_member_only_how_it_stands(office: Office) -> None:
    asked = await office.at_ethics()
    await declared(office, asked, "member-2")
    [hers] = (await office.asks("member-2", ReviewQueue())).rows
    [other] = (await office.asks("member-3", ReviewQueue())).rows
    assert (hers.stage, hers.own_interest) == (None, True)
    assert (other.own_interest, other.own_vote_cast) == (False, False)
    assert other.stage is not None
    assert other.shown - hers.shown == {"stage", "meeting"}


async def test_the_committee_and_the_auditor_see_a_meeting_and_nobody_else(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await declared(office, asked, "member-2")
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    await reviewing.approve_minutes(office.cast, meeting)
    seen = await office.seen(
        Meeting(meeting), "chair", "secretary", "member-3", "auditor", "member-2"
    )
    without = {"member-2": WHOLE - {"minutes"}}
    assert seen == dict.fromkeys(("chair", "secretary", "member-3", "auditor"), WHOLE) | without
    for reader in ("access-officer", "protector", "researcher", "stranger", "public"):
        assert await office.finds_nothing(reader, Meeting(meeting))
        assert await office.finds_nothing(reader, Meetings())
    assert await office.finds_nothing("chair", Meeting("nothing"))


async def test_a_meeting_shows_its_agenda_who_was_there_and_whether_it_could_decide(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    coming = new_id()
    convene = ConveneMeeting(
        meeting_id=coming,
        day=office.today + timedelta(days=14),
        agenda=frozenset({asked.request_id}),
    )
    await office.do(convene, "secretary")
    shown = await office.asks("secretary", Meeting(coming))
    assert (shown.status, shown.attendance) == (MeetingStatus.CONVENED, ())
    assert shown.quorum is not None
    assert (shown.quorum.met, shown.quorum.voting, shown.quorum.lacking) == (False, 10, ())
    assert [row.id for row in shown.agenda or ()] == [asked.request_id]
    assert shown.may == {Act.RECORD_ATTENDANCE}
    held = await reviewing.meet(office.cast, [asked], office.today)
    shown = await office.asks("chair", Meeting(held))
    assert shown.status is MeetingStatus.HELD
    assert shown.quorum is not None
    assert (shown.quorum.met, shown.quorum.voting_present) == (True, 8)
    assert (shown.quorum.chair_present, shown.quorum.secretary_present) == (True, True)
    assert len(shown.attendance or ()) == 9
    assert Act.APPROVE_MINUTES in shown.may
    await reviewing.approve_minutes(office.cast, held)
    minuted = await office.asks("member-3", Meeting(held))
    assert (minuted.status, minuted.minutes) == (
        MeetingStatus.MINUTED,
        "Who was there; what was said.",
    )
    listed = await office.asks("member-3", Meetings())
    assert [one.id for one in listed.rows] == [held, coming]
    assert [[item.study for item in one.agenda or ()] for one in listed.rows] == [
        [asked.study.name],
        [asked.study.name],
    ]
    assert {one.shown for one in listed.rows} == {frozenset({"status", "day", "agenda"})}


async def test_minutes_of_a_whole_meeting_are_not_read_through_another_review(
    office: Office,
) -> None:
    hers, other = await office.at_ethics(), await office.at_ethics()
    await declared(office, hers, "member-2")
    await reviewing.assign(office.cast, other)
    meeting = await reviewing.meet(office.cast, [hers, other], office.today)
    for asked in (hers, other):
        await reviewing.open_ballot(office.cast, asked, meeting)
    await reviewing.approve_minutes(office.cast, meeting)
    assert (await office.asks("member-2", Review(other.request_id))).minutes is None
    assert (await office.asks("member-3", Review(other.request_id))).minutes is not None


async def test_everybody_sees_who_sits_on_the_committee_and_what_they_declared(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    await declared(office, asked, "member-2", "member-3")
    shown = await office.asks("public", Committee())
    assert shown.shown == frozenset(COMMITTEE)
    seats = [one.seat for one in shown.committee_members or ()]
    assert seats == [Role.CHAIR, Role.SECRETARY, *[Role.MEMBER] * 9]
    told = [(one.member.id, one.ground) for one in shown.committee_declarations or ()]
    assert told == [(office.who(name), DECLARE) for name in ("member-3", "member-2")]
    then = await office.now()
    end = EndMembership(person=office.who("member-3"), until=office.today)
    await office.do(end, "steward")
    office.after(days=1)
    after = await office.asks("public", Committee())
    before = await office.asks("public", Committee(), as_of=then)
    assert [len(one.committee_members or ()) for one in (before, after)] == [11, 10]
    assert [one.member.id for one in after.committee_declarations or ()] == [office.who("member-2")]
    assert Act.APPOINT_MEMBER in (await office.asks("steward", Committee())).may
    assert after.may == frozenset()
