"""What waits about reviews and meetings: for members, chair and secretary, and for applicants."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from governance.lives import access_requests
from governance.lives.access_requests.events import RequestSentToEthics
from governance.lives.access_requests.words import RequestStatus
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.ethics.reviews.state import State
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.policy import deadlines
from governance.views.tasks.desk import Desk, Kind, Waits
from governance.views.tasks.requests import concluded
from governance.views.tasks.task import TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Part

BEFORE_A_BALLOT = (ReviewStatus.ASSIGNED, ReviewStatus.DECIDED)


async def _decide_by(desk: Desk, request_id: str) -> date | None:
    """By when the committee should have decided, from the day on which it was given the request."""
    history = await desk.looking.now.history(access_requests, request_id)
    sent = [day_of(e.event.at) for e in history if isinstance(e.event, RequestSentToEthics)]
    return deadlines.due(deadlines.DELIVER_ETHICS_DECISION, sent[-1]) if sent else None


async def _unassigned(desk: Desk, key: str, request: access_requests.State) -> Waits | None:
    review: State = await desk.state(reviews, key)
    none = review.status is ReviewStatus.NONE
    return Waits(await _decide_by(desk, key)) if none else None


async def _to_be_decided(desk: Desk, key: str, review: State) -> bool:
    """A ballot is to be opened, the first or another, and the request is still wanted."""
    if review.status not in BEFORE_A_BALLOT:
        return False
    request: access_requests.State = await desk.state(access_requests, key)
    wanted = request.grants or request.status is RequestStatus.UNDER_ETHICS_REVIEW
    return wanted and (review.suspended or not concluded(review))


async def _undeclared(desk: Desk, key: str, review: State) -> Waits | None:
    """Whoever has no interest says nothing: it waits until the ballot opens."""
    if desk.me in review.interested or not await _to_be_decided(desk, key, review):
        return None
    meeting = await desk.meeting_about(key)
    return Waits(meeting.day if meeting else None)


async def _on_no_agenda(desk: Desk, key: str, review: State) -> Waits | None:
    if await desk.meeting_about(key) or not await _to_be_decided(desk, key, review):
        return None
    return Waits(await _decide_by(desk, key))


async def _attended(desk: Desk, key: str, review: State) -> Waits | None:
    meeting = await desk.meeting_about(key)
    if meeting is None or not meeting.present:
        return None
    return Waits(meeting.day) if await _to_be_decided(desk, key, review) else None


async def _unvoted(desk: Desk, key: str, review: State) -> Waits | None:
    meeting: meetings.State = await desk.state(meetings, review.meeting_id or "")
    voted = desk.me in dict(review.votes)
    return Waits(meeting.day) if desk.me in meeting.present and not voted else None


async def _all_voted(desk: Desk, key: str, review: State) -> Waits | None:
    meeting: meetings.State = await desk.state(meetings, review.meeting_id or "")
    seats: committee.State = await desk.state(committee, committee.STREAM)
    if meeting.day is None:
        return None
    voters = (meeting.present & seats.voting(meeting.day)) - review.interested
    return Waits(meeting.day) if review.votes and voters <= dict(review.votes).keys() else None


async def _ballot_closed(desk: Desk, key: str, review: State) -> Waits:
    return Waits(await _decide_by(desk, key))


async def _of_my_requests(desk: Desk) -> Collection[str]:
    sent = (RequestStatus.UNDER_ETHICS_REVIEW, RequestStatus.DECIDED)
    return await desk.find(access_requests, sent, mine=(Part.APPLICANT,))


async def _conditions(desk: Desk, key: str, review: State) -> Waits | None:
    """Whoever owns a condition, it is the applicant who submits the evidence."""
    without = [c.due for c in review.open_conditions if c.number not in review.submitted]
    return Waits(min(without)) if without else None


async def _evidence_came(desk: Desk, key: str, review: State) -> Waits | None:
    came = [c.due for c in review.open_conditions if c.number in review.submitted]
    return Waits(min(came)) if came else None


async def _day_has_come(desk: Desk, key: str, meeting: meetings.State) -> Waits | None:
    begun = meeting.day is not None and meeting.day <= desk.today
    return Waits(meeting.day) if begun else None


async def _held(desk: Desk, key: str, meeting: meetings.State) -> Waits:
    return Waits()


KINDS = (
    Kind(
        code=TaskCode.ASSIGN_REVIEW,
        act=Act.ASSIGN_REVIEW,
        life=access_requests,
        statuses=(RequestStatus.UNDER_ETHICS_REVIEW,),
        waits=_unassigned,
        about=reviews,
    ),
    Kind(
        code=TaskCode.DECLARE_INTEREST,
        act=Act.DECLARE_INTEREST,
        life=reviews,
        among=Desk.before_the_committee,
        waits=_undeclared,
    ),
    Kind(
        code=TaskCode.CONVENE_MEETING,
        act=Act.CONVENE_MEETING,
        life=reviews,
        among=Desk.before_the_committee,
        waits=_on_no_agenda,
    ),
    Kind(
        code=TaskCode.OPEN_BALLOT,
        act=Act.OPEN_BALLOT,
        life=reviews,
        among=Desk.before_the_committee,
        waits=_attended,
    ),
    Kind(
        code=TaskCode.VOTE,
        act=Act.CAST_VOTE,
        life=reviews,
        statuses=(ReviewStatus.BALLOT_OPEN,),
        waits=_unvoted,
    ),
    Kind(
        code=TaskCode.CLOSE_BALLOT,
        act=Act.CLOSE_BALLOT,
        life=reviews,
        statuses=(ReviewStatus.BALLOT_OPEN,),
        waits=_all_voted,
    ),
    Kind(
        code=TaskCode.DELIVER_DECISION,
        act=Act.DELIVER_DECISION,
        life=reviews,
        statuses=(ReviewStatus.BALLOT_CLOSED,),
        waits=_ballot_closed,
    ),
    Kind(
        code=TaskCode.SUBMIT_EVIDENCE,
        act=Act.SUBMIT_EVIDENCE,
        life=reviews,
        among=_of_my_requests,
        waits=_conditions,
    ),
    Kind(
        code=TaskCode.ACCEPT_EVIDENCE,
        act=Act.ACCEPT_EVIDENCE,
        life=reviews,
        statuses=(ReviewStatus.DECIDED,),
        waits=_evidence_came,
    ),
    Kind(
        code=TaskCode.RECORD_ATTENDANCE,
        act=Act.RECORD_ATTENDANCE,
        life=meetings,
        statuses=("convened",),
        waits=_day_has_come,
    ),
    Kind(
        code=TaskCode.APPROVE_MINUTES,
        act=Act.APPROVE_MINUTES,
        life=meetings,
        statuses=("held",),
        waits=_held,
    ),
)
