"""What lies before the committee, and what it has decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from governance.lives import access_requests
from governance.lives.access_requests.words import RequestStatus
from governance.lives.ethics import reviews
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.policy.visibility_facts import View
from governance.storage.queries.matters import Wanted
from governance.views.finding import found
from governance.views.paging import FIRST, Page, Paged
from governance.views.question import Looking, Question
from governance.views.review_rows import ReviewRow, as_row, known_reviews
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.matters import Order


class Pile(StrEnum):
    """Which reviews are looked for."""

    WAITING = "waiting"
    """The committee has not decided, or the access body waits for it."""
    CONDITIONS = "conditions"
    """Decided, with conditions that are not met."""
    DECIDED = "decided"

    @property
    def wanted(self) -> Wanted:
        """How the database finds them."""
        decided = (ReviewStatus.DECIDED,)
        if self is Pile.WAITING:
            waiting = (RequestStatus.UNDER_ETHICS_REVIEW,)
            return Wanted(life=access_requests.NAME, statuses=waiting, order=Order.DUE_FIRST)
        if self is Pile.CONDITIONS:
            return Wanted(
                life=reviews.NAME, statuses=decided, due_before=date.max, order=Order.DUE_FIRST
            )
        return Wanted(life=reviews.NAME, statuses=decided)

    def holds(self, state: Any) -> bool:
        """Whether a request or a review lay on it then."""
        if self is Pile.WAITING:
            return bool(state.status is RequestStatus.UNDER_ETHICS_REVIEW)
        decided = state.status is ReviewStatus.DECIDED
        return decided and (self is Pile.DECIDED or bool(state.open_conditions))


@dataclass(frozen=True, slots=True)
class ReviewQueue(Question[Paged[ReviewRow]]):
    """Reviews for whoever reads them by her office: what is due soonest comes first."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = reviews.NAME
    pile: Pile = Pile.WAITING
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[ReviewRow]:
        """A page of it; each row is redacted."""
        looking = await recorded_by_then(looking)
        keys = await found(looking, self.pile.wanted, self.page, stood=self.pile.holds)
        rows = await review_rows(looking, keys.rows)
        return Paged(tuple(rows), keys.total, keys.page, keys.whole)


async def review_rows(looking: Looking, keys: Sequence[str]) -> list[ReviewRow]:
    """The rows of the reviews of these requests as this reader sees them."""
    await load_for_judging(looking, keys)
    rows = []
    for key, one in (await known_reviews(looking, keys)).items():
        row = ReviewRow(**await as_row(looking, one))
        shown = await looking.redacted(row, View.REVIEW, (reviews.NAME, key))
        if shown is not None:
            rows.append(shown)
    return rows


async def load_for_judging(looking: Looking, keys: Collection[str]) -> None:
    """What the tables ask about the reviews of these requests, read together."""
    await looking.now.states(access_requests, keys)
    await looking.now.states(reviews, keys)
