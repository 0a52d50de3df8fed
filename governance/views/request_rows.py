"""The row by which a request stands in a list, and what is read for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.lives import access_requests, permits
from governance.lives.access_requests.events import RequestSubmitted
from governance.lives.access_requests.state import State
from governance.lives.access_requests.words import RequestKind, RequestStatus
from governance.lives.ethics import reviews
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.policy.deadlines import missed
from governance.storage.ledger import Recorded
from governance.storage.queries import matters
from governance.storage.queries.matters import Wanted
from governance.views.finding import MOST_FOLDED
from governance.views.people import Person
from governance.views.question import Looking, Shown
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow(Shown):
    """The fields of ``View.REQUEST`` that a list shows."""

    study: str | None = None
    kind: RequestKind | None = None
    status: RequestStatus | None = None
    applicant: Person | None = None
    received_on: date | None = None
    """When it was first handed in."""
    complete_by: date | None = None
    decide_by: date | None = None
    overdue: bool | None = None
    """The last day of what is waited for is over (``policy/deadlines.py``)."""
    ethics_status: ReviewStatus | None = None
    permit: str | None = None
    """The id of the newest permit that was issued on it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is read of one request, as of the instant looked at."""

    key: str
    state: State
    history: Sequence[Recorded]
    review: reviews.State
    review_history: Sequence[Recorded]
    permits: tuple[str, ...]
    permit_history: Sequence[Recorded]

    @property
    def entries(self) -> list[Recorded]:
        """What has happened to it, to its review, and to the permits on it."""
        return [*self.history, *self.review_history, *self.permit_history]


async def known_requests(looking: Looking, keys: Sequence[str]) -> dict[str, Known]:
    """What is known of these requests, in their order, in a handful of statements."""
    then = looking.then
    await then.load(f"{life.NAME}/{key}" for key in keys for life in (access_requests, reviews))
    states = await then.states(access_requests, keys)
    there = [key for key in states if states[key].status is not RequestStatus.NONE]
    of_reviews = await then.states(reviews, there)
    issued = await _permits_of(looking, there)
    await then.load(f"{permits.NAME}/{one}" for several in issued.values() for one in several)
    found = {}
    for key in there:
        granted = [
            (one, history)
            for one in issued.get(key, ())
            if (history := await then.history(permits, one))
        ]
        found[key] = Known(
            key=key,
            state=states[key],
            history=await then.history(access_requests, key),
            review=of_reviews[key],
            review_history=await then.history(reviews, key),
            permits=tuple(one for one, _ in granted),
            permit_history=[entry for _, history in granted for entry in history],
        )
    return found


async def _permits_of(looking: Looking, requests: Sequence[str]) -> dict[str, list[str]]:
    wanted = Wanted(life=permits.NAME, belongs_to=requests, up_to=looking.then.up_to)
    issued: dict[str, list[str]] = {}
    for permit, request in await matters.find(looking.now.session, wanted, limit=MOST_FOLDED):
        issued.setdefault(request or "", []).append(permit)
    return issued


def as_row(known: Known, people: Mapping[SubjectId, Person], today: date) -> dict[str, Any]:
    """The values of a ``RequestRow``."""
    state, asked = known.state, known.state.application
    submitted = [e.event.at for e in known.history if isinstance(e.event, RequestSubmitted)]
    return {
        "id": known.key,
        "study": asked.study if asked else None,
        "kind": asked.kind if asked else None,
        "status": state.status,
        "applicant": people[state.applicant] if state.applicant else None,
        "received_on": day_of(submitted[0]) if submitted else None,
        "complete_by": state.complete_by,
        "decide_by": state.decide_by,
        "overdue": missed(state.due, today),
        "ethics_status": known.review.status,
        "permit": known.permits[0] if known.permits else None,
    }
