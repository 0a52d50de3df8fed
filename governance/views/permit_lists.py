"""Lists of permits: those of one person, and all of them for whoever works with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from governance.lives import permits
from governance.lives.permits.words import PermitStatus
from governance.policy.visibility_facts import View
from governance.storage.queries.matters import Wanted
from governance.views.finding import found, of_person
from governance.views.paging import FIRST, Page, Paged, paged
from governance.views.people import people_of
from governance.views.permit_shown import PermitRow
from governance.views.permits import as_row
from governance.views.question import Looking, Question
from governance.views.request_lists import Due
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Order, Part

ISSUED = frozenset(PermitStatus) - {PermitStatus.NOT_ISSUED}


@dataclass(frozen=True, slots=True)
class MyPermits(Question[Paged[PermitRow]]):
    """The permits that she applied for, or that name her; the newest first."""

    ACT: ClassVar[Act] = Act.READ_PERMIT
    ABOUT: ClassVar[str] = permits.NAME
    EACH: ClassVar[bool] = True
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[PermitRow]:
        """Each is judged; she has not so many that this would be long."""
        looking = await recorded_by_then(looking)
        parts = (Part.APPLICANT, Part.NAMED)
        wanted = Wanted(life=permits.NAME, person=looking.by.subject, parts=parts)
        mine = await of_person(looking, wanted)
        await looking.now.states(permits, mine.rows)
        readable = [key for key in mine.rows if await looking.may(self.ACT, (self.ABOUT, key))]
        return paged(await permit_rows(looking, readable), self.page)


@dataclass(frozen=True, slots=True)
class Permits(Question[Paged[PermitRow]]):
    """Permits for whoever reads them by office: those with the nearest last day first.

    That day is the end of the permit, and after it the deletion of the data.
    """

    ACT: ClassVar[Act] = Act.READ_PERMIT
    ABOUT: ClassVar[str] = permits.NAME
    statuses: frozenset[PermitStatus] = ISSUED
    due: Due | None = None
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[PermitRow]:
        """A page of them; each row is redacted."""
        looking = await recorded_by_then(looking)
        before = self.due.before(day_of(looking.instant.time)) if self.due else None
        wanted = Wanted(
            life=permits.NAME, statuses=self.statuses, due_before=before, order=Order.DUE_FIRST
        )

        def stood(state: Any) -> bool:
            late = before is None or (state.due is not None and state.due < before)
            return state.status in self.statuses and late

        keys = await found(looking, wanted, self.page, stood=stood)
        rows = await permit_rows(looking, keys.rows)
        return Paged(tuple(rows), keys.total, keys.page, keys.whole)


async def permit_rows(looking: Looking, keys: Sequence[str]) -> list[PermitRow]:
    """The rows of these permits as this reader sees them; those not issued then are left out."""
    states = await looking.then.states(permits, keys)
    issued = {key: state for key, state in states.items() if state.content is not None}
    people = await people_of(looking, (state.content.applicant for state in issued.values()))
    await looking.now.states(permits, keys)
    rows = []
    for key, state in issued.items():
        row = PermitRow(**as_row(key, state, people, day_of(looking.instant.time)))
        shown = await looking.redacted(row, View.PERMIT, (permits.NAME, key))
        if shown is not None:
            rows.append(shown)
    return rows
