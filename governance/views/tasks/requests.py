"""What waits about access requests: for applicants, and for the access body."""

from __future__ import annotations

from collections.abc import Collection

from governance.lives import access_requests, permits
from governance.lives.access_requests.state import State
from governance.lives.access_requests.words import RequestStatus
from governance.lives.ethics import meetings, reviews
from governance.lives.ethics.reviews.words import EthicsOutcome, ReviewStatus
from governance.views.tasks.desk import Desk, Kind, Waits
from governance.views.tasks.task import TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.matters import Part

BEING_DECIDED = (RequestStatus.COMPLETE, RequestStatus.UNDER_ETHICS_REVIEW)


def concluded(review: reviews.State) -> bool:
    """The committee has said its last word on the newest protocol."""
    final = review.outcome not in (None, EthicsOutcome.PROVISIONAL)
    return review.status is ReviewStatus.DECIDED and final and review.covers_protocol


async def _always(desk: Desk, key: str, request: State) -> Waits:
    return Waits(request.due)


async def _offered(desk: Desk, key: str, request: State) -> Waits | None:
    return Waits(request.due) if request.offered else None


async def _unassessed(desk: Desk, key: str, request: State) -> Waits | None:
    return None if request.assessors else Waits(request.due)


async def _assessed(desk: Desk, key: str, request: State) -> Waits | None:
    return Waits(request.due) if request.assessors else None


async def _decidable(desk: Desk, key: str, request: State) -> Waits | None:
    """Assessed, and the committee's decision stands in approved minutes."""
    review: reviews.State = await desk.state(reviews, key)
    if not request.assessors or not concluded(review) or review.decided_in is None:
        return None
    meeting: meetings.State = await desk.state(meetings, review.decided_in)
    return Waits(request.due) if meeting.minuted else None


async def _without_permit(desk: Desk, keys: Collection[str]) -> Collection[str]:
    granted = await desk.find(permits, None, within=keys)
    return [key for key in keys if key not in granted.values()]


async def _granted(desk: Desk, key: str, request: State) -> Waits | None:
    return Waits(request.decide_by) if request.grants else None


KINDS = (
    Kind(
        code=TaskCode.FINISH_DRAFT,
        act=Act.SUBMIT_REQUEST,
        life=access_requests,
        statuses=(RequestStatus.DRAFT,),
        waits=_always,
        mine=(Part.APPLICANT,),
    ),
    Kind(
        code=TaskCode.COMPLETE_REQUEST,
        act=Act.SUBMIT_REQUEST,
        life=access_requests,
        statuses=(RequestStatus.RETURNED,),
        waits=_always,
        mine=(Part.APPLICANT,),
    ),
    Kind(
        code=TaskCode.ANSWER_OFFER,
        act=Act.ANSWER_OFFER,
        life=access_requests,
        statuses=BEING_DECIDED,
        waits=_offered,
        mine=(Part.APPLICANT,),
    ),
    Kind(
        code=TaskCode.CHECK_COMPLETENESS,
        act=Act.CONFIRM_COMPLETE,
        life=access_requests,
        statuses=(RequestStatus.SUBMITTED,),
        waits=_always,
    ),
    Kind(
        code=TaskCode.ASSESS_REQUEST,
        act=Act.RECORD_ASSESSMENT,
        life=access_requests,
        statuses=BEING_DECIDED,
        waits=_unassessed,
    ),
    Kind(
        code=TaskCode.SEND_TO_ETHICS,
        act=Act.SEND_TO_ETHICS,
        life=access_requests,
        statuses=(RequestStatus.COMPLETE,),
        waits=_assessed,
    ),
    Kind(
        code=TaskCode.DECIDE_REQUEST,
        act=Act.DECIDE_REQUEST,
        life=access_requests,
        statuses=(RequestStatus.UNDER_ETHICS_REVIEW,),
        waits=_decidable,
    ),
    Kind(
        code=TaskCode.ISSUE_PERMIT,
        act=Act.ISSUE_PERMIT,
        life=access_requests,
        statuses=(RequestStatus.DECIDED,),
        waits=_granted,
        narrowed=_without_permit,
    ),
)
