"""Lists of access requests: those of one person, and those that wait for the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from governance.lives import access_requests
from governance.lives.access_requests.words import RequestStatus
from governance.policy.visibility_facts import View
from governance.storage.queries.matters import Wanted
from governance.views.finding import found, of_person
from governance.views.paging import FIRST, Page, Paged, paged
from governance.views.people import people_of
from governance.views.question import Looking, Question
from governance.views.request_rows import RequestRow, as_row, known_requests
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Order, Part

WAITING = frozenset(
    {
        RequestStatus.SUBMITTED,
        RequestStatus.RETURNED,
        RequestStatus.COMPLETE,
        RequestStatus.UNDER_ETHICS_REVIEW,
    }
)
"""What somebody has still to do something about. A draft is nobody's work but the applicant's."""


class Due(StrEnum):
    """By when something is to be done."""

    OVERDUE = "overdue"
    WITHIN_A_WEEK = "within-a-week"
    WITHIN_A_MONTH = "within-a-month"

    def before(self, today: date) -> date:
        """The first day that no longer counts."""
        days = {Due.OVERDUE: 0, Due.WITHIN_A_WEEK: 8, Due.WITHIN_A_MONTH: 31}
        return today + timedelta(days=days[self])


@dataclass(frozen=True, slots=True)
class MyRequests(Question[Paged[RequestRow]]):
    """The requests that she made, or that name her; the newest first."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = access_requests.NAME
    EACH: ClassVar[bool] = True
    statuses: frozenset[RequestStatus] = frozenset(RequestStatus)
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[RequestRow]:
        """Each is judged; she has not so many that this would be long."""
        looking = await recorded_by_then(looking)
        parts = (Part.APPLICANT, Part.NAMED)
        wanted = Wanted(life=access_requests.NAME, person=looking.by.subject, parts=parts)
        mine = await of_person(looking, wanted)
        await looking.now.states(access_requests, mine.rows)
        readable = [key for key in mine.rows if await looking.may(self.ACT, (self.ABOUT, key))]
        rows = [
            row
            for row in await request_rows(looking, readable)
            if row.status is None or row.status in self.statuses
        ]
        return paged(rows, self.page)


@dataclass(frozen=True, slots=True)
class RequestQueue(Question[Paged[RequestRow]]):
    """Requests for whoever reads them by her office: what is due soonest comes first."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = access_requests.NAME
    statuses: frozenset[RequestStatus] = WAITING
    due: Due | None = None
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[RequestRow]:
        """A page of it; each row is redacted."""
        looking = await recorded_by_then(looking)
        today = day_of(looking.instant.time)
        before = self.due.before(today) if self.due else None
        wanted = Wanted(
            life=access_requests.NAME,
            statuses=self.statuses,
            due_before=before,
            order=Order.DUE_FIRST,
        )

        def stood(state: Any) -> bool:
            late = before is None or (state.due is not None and state.due < before)
            return state.status in self.statuses and late

        keys = await found(looking, wanted, self.page, stood=stood)
        rows = await request_rows(looking, keys.rows)
        return Paged(tuple(rows), keys.total, keys.page, keys.whole)


async def request_rows(looking: Looking, keys: Sequence[str]) -> list[RequestRow]:
    """The rows of these requests as this reader sees them."""
    known = await known_requests(looking, keys)
    people = await people_of(
        looking, [one.state.applicant for one in known.values() if one.state.applicant]
    )
    await looking.now.states(access_requests, keys)
    rows = []
    for key, one in known.items():
        row = RequestRow(**as_row(one, people, day_of(looking.instant.time)))
        shown = await looking.redacted(row, View.REQUEST, (access_requests.NAME, key))
        if shown is not None:
            rows.append(shown)
    return rows
