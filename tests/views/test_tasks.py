"""What waits for whom, from the first draft of a request to its permit."""

from __future__ import annotations

from datetime import timedelta

from governance.lives.access_requests.commands import DecideRequest, OfferStatistics
from governance.lives.access_requests.words import Item
from governance.lives.ethics.meetings import ConveneMeeting, RecordAttendance
from governance.lives.ethics.reviews.commands import (
    CastVote,
    CloseBallot,
    DeclareInterest,
    DeliverDecision,
    ModifyProtocol,
    SubmitEvidence,
)
from governance.lives.ethics.reviews.words import Condition, InterestGround, Vote
from governance.lives.permits.commands import IssuePermit, SignUndertaking
from governance.policy import deadlines
from governance.service.house import new_id
from governance.views.tasks import TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from portal.demo import asking, reviewing
from portal.demo.asking import Asked
from portal.demo.studies import content
from tests.views.office import Office
from tests.views.waiting import codes, tasks

EVERYBODY = ("researcher", "co-researcher", "access-officer", "chair", "secretary", "member-2")
WHY = text("Because the file says so.")


async def waiting(office: Office) -> dict[str, list[TaskCode]]:
    """Whoever has something to do."""
    found = {who: await codes(office, who) for who in EVERYBODY}
    return {who: waits for who, waits in found.items() if waits}


async def test_a_request_waits_for_one_after_the_other(office: Office) -> None:
    asked = await office.request()
    assert await waiting(office) == {"researcher": [TaskCode.FINISH_DRAFT]}

    await asking.submit(office.cast, asked)
    assert await waiting(office) == {"access-officer": [TaskCode.CHECK_COMPLETENESS]}

    await asking.send_back(office.cast, asked, frozenset({Item.I_TOOLS}), "Which tools?")
    [task] = await tasks(office, "researcher")
    assert (task.code, task.act) == (TaskCode.COMPLETE_REQUEST, Act.SUBMIT_REQUEST)
    assert task.about == ("access-requests", asked.request_id)
    assert task.due == deadlines.due(deadlines.COMPLETE_REQUEST, office.today)
    assert task.study == asked.study.name

    await asking.submit(office.cast, asked)
    await asking.complete(office.cast, asked)
    assert await waiting(office) == {"access-officer": [TaskCode.SEND_TO_ETHICS]}
    await office.do(OfferStatistics(request_id=asked.request_id), "access-officer")
    assert await codes(office, "researcher") == [TaskCode.ANSWER_OFFER]

    await asking.send(office.cast, asked)
    assert await codes(office, "access-officer") == []
    assert await codes(office, "secretary") == [TaskCode.ASSIGN_REVIEW]


async def test_the_committee_is_told_what_its_next_step_is(office: Office) -> None:
    asked = await office.at_ethics()
    await reviewing.assign(office.cast, asked)
    sent = office.today
    [convene, declare] = await tasks(office, "secretary")
    assert (convene.code, declare.code) == (TaskCode.CONVENE_MEETING, TaskCode.DECLARE_INTEREST)
    assert convene.due == deadlines.due(deadlines.DELIVER_ETHICS_DECISION, sent)
    assert await codes(office, "chair") == await codes(office, "member-2")
    assert await codes(office, "chair") == [TaskCode.DECLARE_INTEREST]

    meeting, day = new_id(), office.today + timedelta(days=7)
    agenda = frozenset({asked.request_id})
    convened = ConveneMeeting(meeting_id=meeting, day=day, agenda=agenda)
    await office.do(convened, "secretary")
    assert await codes(office, "secretary") == [TaskCode.DECLARE_INTEREST]
    assert [task.due for task in await tasks(office, "member-2")] == [day]
    interest = DeclareInterest(request_id=asked.request_id, ground=InterestGround.FRIENDSHIP)
    await office.do(interest, "member-3")
    assert await codes(office, "member-3") == []

    office.after(7)
    assert TaskCode.RECORD_ATTENDANCE in await codes(office, "secretary")
    present = frozenset(office.cast.members[:9])
    await office.do(RecordAttendance(meeting_id=meeting, present=present), "secretary")
    assert TaskCode.OPEN_BALLOT in await codes(office, "chair")
    await reviewing.open_ballot(office.cast, asked, meeting)
    assert await codes(office, "member-2") == [TaskCode.VOTE]
    assert await codes(office, "member-3") == []
    assert await codes(office, "member-10") == []
    assert TaskCode.VOTE not in await codes(office, "secretary")


async def voted(office: Office, asked: Asked, *, conditional: bool = True) -> str:
    """A meeting in which everybody votes and the chair closes the ballot."""
    await reviewing.assign(office.cast, asked)
    meeting = await reviewing.meet(office.cast, [asked], office.today)
    await reviewing.open_ballot(office.cast, asked, meeting)
    says = Vote.WITH_CONDITIONS if conditional else Vote.FAVOURABLE
    await reviewing.vote(office.cast, asked, lambda number: says, voters=7)
    assert TaskCode.CLOSE_BALLOT not in await codes(office, "chair")
    await office.do(CastVote(request_id=asked.request_id, vote=says), "member-8")
    assert await codes(office, "chair") == [TaskCode.CLOSE_BALLOT, TaskCode.APPROVE_MINUTES]
    await office.do(CloseBallot(request_id=asked.request_id), "chair")
    assert await codes(office, "secretary") == [TaskCode.DELIVER_DECISION]
    return meeting


async def test_a_condition_waits_for_its_owner_and_then_for_the_chair(office: Office) -> None:
    asked = await office.at_ethics()
    meeting = await voted(office, asked)
    due = office.today + timedelta(days=30)
    condition = Condition(1, office.who("researcher"), due)
    delivered = DeliverDecision(request_id=asked.request_id, conditions=(condition,), reasons=WHY)
    await office.do(delivered, "secretary")
    [task] = await tasks(office, "researcher")
    assert (task.code, task.due) == (TaskCode.SUBMIT_EVIDENCE, due)
    assert await codes(office, "co-researcher") == []
    assert await codes(office, "access-officer") == []

    evidence = SubmitEvidence(request_id=asked.request_id, condition=1, evidence=WHY)
    await office.do(evidence, "researcher")
    assert await codes(office, "researcher") == []
    assert TaskCode.ACCEPT_EVIDENCE in await codes(office, "chair")
    await reviewing.approve_minutes(office.cast, meeting)
    assert await codes(office, "access-officer") == [TaskCode.DECIDE_REQUEST]


async def test_a_changed_protocol_comes_before_the_committee_again(office: Office) -> None:
    asked = await office.at_ethics()
    meeting = await voted(office, asked, conditional=False)
    delivered = DeliverDecision(request_id=asked.request_id, conditions=(), reasons=WHY)
    await office.do(delivered, "secretary")
    await reviewing.approve_minutes(office.cast, meeting)
    assert await waiting(office) == {"access-officer": [TaskCode.DECIDE_REQUEST]}

    await office.do(ModifyProtocol(request_id=asked.request_id, changes=WHY), "researcher")

    assert TaskCode.CONVENE_MEETING in await codes(office, "secretary")
    assert await codes(office, "access-officer") == []


async def test_a_granted_request_waits_for_its_permit_and_a_permit_for_its_release(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    meeting = await voted(office, asked, conditional=False)
    delivered = DeliverDecision(request_id=asked.request_id, conditions=(), reasons=WHY)
    await office.do(delivered, "secretary")
    await reviewing.approve_minutes(office.cast, meeting)
    decided = DecideRequest(request_id=asked.request_id, granted=True, reason=WHY)
    await office.do(decided, "access-officer")
    assert await codes(office, "access-officer") == [TaskCode.ISSUE_PERMIT]

    permit = new_id()
    granted = content(asked.request_id, asked.application, office.who("researcher"))
    issue = IssuePermit(permit_id=permit, content=granted, purpose_in_detail=WHY)
    await office.do(issue, "access-officer")
    assert await codes(office, "access-officer") == []
    assert await codes(office, "preparer") == []
    for who in ("researcher", "co-researcher"):
        assert await codes(office, who) == [TaskCode.SIGN_UNDERTAKING]
        await office.do(SignUndertaking(permit_id=permit, person=office.who(who)), who)
        assert await codes(office, who) == []
    [task] = await tasks(office, "preparer")
    assert (task.code, task.about) == (TaskCode.PREPARE_RELEASE, ("permits", permit))
    assert task.due == deadlines.due(deadlines.PROVIDE_DATA, office.today)
