"""What stood on a day, and what was known on it: each looks back with one half of an instant."""

from __future__ import annotations

from typing import Any

from governance.lives.access_requests.commands import WithdrawRequest
from governance.lives.access_requests.words import RequestStatus
from governance.lives.datasets.commands import RetireDataset
from governance.lives.permits.commands import RevokePermit
from governance.lives.permits.words import PermitStatus
from governance.views.catalogue import Catalogue, Dataset
from governance.views.meetings import Meetings
from governance.views.paging import Paged
from governance.views.permit_lists import MyPermits, Permits
from governance.views.permits import Permit
from governance.views.question import Question
from governance.views.request_lists import MyRequests, RequestQueue
from governance.views.requests import Request
from governance.views.review_lists import ReviewQueue
from governance.views.review_rows import ReviewStage
from governance.views.reviews import Review
from governance.vocabulary.instants import Instant
from portal.demo import reviewing
from tests.request_builders import WHY
from tests.views.office import Office

LISTS: tuple[tuple[str, Question[Paged[Any]], int], ...] = (
    ("access-officer", RequestQueue(), 2),
    ("secretary", ReviewQueue(), 2),
    ("researcher", MyRequests(), 3),
    ("access-officer", Permits(), 1),
    ("researcher", MyPermits(), 1),
    ("secretary", Meetings(), 1),
    ("public", Catalogue(), 4),
)
"""How many there were when the test looks back."""


async def test_looking_back_by_position_or_by_time_comes_to_the_same(office: Office) -> None:
    dataset = await office.dataset()
    asked = await office.at_ethics()
    other = await office.at_ethics()
    permit = await office.permit(await office.at_ethics())
    known = await office.now()
    office.after(days=2)
    await reviewing.assign(office.cast, other)
    await office.do(WithdrawRequest(request_id=asked.request_id), "researcher")
    await office.do(RevokePermit(permit_id=permit, reason=WHY), "access-officer")
    await office.do(RetireDataset(dataset_id=dataset, reason=WHY), "holder")
    await office.at_ethics()
    await reviewing.meet(office.cast, [other], office.today)
    now = await office.now()

    for then in (known, Instant(now.position, known.time)):
        request = await office.asks("researcher", Request(asked.request_id), as_of=then)
        assert request.status is RequestStatus.UNDER_ETHICS_REVIEW
        shown = await office.asks("access-officer", Permit(permit), as_of=then)
        assert (shown.status, shown.in_force) == (PermitStatus.IN_FORCE, True)
        assert (await office.asks("public", Dataset(dataset), as_of=then)).retired is False
        review = await office.asks("secretary", Review(other.request_id), as_of=then)
        assert review.stage is ReviewStage.NOT_ASSIGNED
        for reader, question, total in LISTS:
            assert (await office.asks(reader, question, as_of=then)).total == total, question
    assert (await office.asks("access-officer", RequestQueue())).total == 2
    assert (await office.asks("researcher", MyRequests())).total == 4
    assert (await office.asks("public", Catalogue())).total == 4
    assert (await office.asks("secretary", Meetings())).total == 2
