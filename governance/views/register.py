"""The public register: what was asked, decided and released, and what came of it (EHDS 57, 58)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives import access_requests, datasets, permits, releases
from governance.lives.access_requests.words import RequestKind, RequestStatus
from governance.lives.permits.state import State as PermitState
from governance.lives.permits.words import PermitStatus
from governance.policy.visibility_facts import View
from governance.storage.queries import matters
from governance.storage.queries import register as query
from governance.storage.queries.matters import Wanted
from governance.storage.queries.register import Listed
from governance.views.finding import MOST_FOLDED
from governance.views.paging import FIRST, Page, Paged
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.views.registered import (
    Duration,
    EthicsDecision,
    Measure,
    RegisteredRelease,
    decision_of,
    description_of,
    ethics_of,
    measures_of,
    missed_deadlines,
    received_on,
    releases_of,
)
from governance.views.request_rows import Known, known_requests
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.matters import Order
from governance.vocabulary.purposes import Purpose
from governance.vocabulary.register import Decision


@dataclass(frozen=True, slots=True)
class RegisteredDataset:
    """A dataset that was asked for, by the title of its description."""

    id: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Shown):
    """The fields of ``View.REGISTER``; ``id`` is that of the request."""

    kind: RequestKind | None = None
    study: str | None = None
    applicant: Person | None = None
    purposes: frozenset[Purpose] | None = None
    description: str | None = None
    datasets: tuple[RegisteredDataset, ...] | None = None
    received_on: date | None = None
    decision: Decision | None = None
    decision_reason: str | None = None
    issued_on: date | None = None
    duration: Duration | None = None
    ethics_outcome: EthicsDecision | None = None
    status: RequestStatus | PermitStatus | None = None
    """Of the newest permit, or of the request where there is none."""
    measures: tuple[Measure, ...] | None = None
    releases: tuple[RegisteredRelease, ...] | None = None
    people: int | None = None
    """Of the largest release; None below ten."""
    deadlines_missed: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRegister(Question[Paged[Registered]]):
    """Every request from the day on which it was received, the newest first."""

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = access_requests.NAME
    decision: Decision | None = None
    purpose: Purpose | None = None
    since: date | None = None
    until: date | None = None
    """First and last day on which it was received."""
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[Registered]:
        """One page; nothing is folded that it does not show."""
        looking = await recorded_by_then(looking)
        listed = Listed(
            position=looking.instant.position,
            decision=self.decision,
            purpose=self.purpose,
            since=self.since,
            until=self.until,
            oldest_first=self.page.order is Order.OLDEST_FIRST,
        )
        session, page = looking.now.session, self.page
        found = await query.find(session, listed, limit=page.limit, offset=page.offset)
        total = await query.count(session, listed)
        return Paged(tuple(await _registered(looking, found)), total, page)


@dataclass(frozen=True, slots=True)
class RegisterEntry(Question[Registered]):
    """One request, by its id."""

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = access_requests.NAME
    request_id: str

    @property
    def key(self) -> str:
        """The request."""
        return self.request_id

    async def answer(self, looking: Looking) -> Registered | None:
        """A draft that nobody has received is nobody's to see here."""
        looking = await recorded_by_then(looking)
        session, position = looking.now.session, looking.instant.position
        if not await query.was_received(session, self.request_id, position):
            return None
        return next(iter(await _registered(looking, [self.request_id])), None)


async def _registered(looking: Looking, keys: Sequence[str]) -> list[Registered]:
    known = await known_requests(looking, keys)
    applicants = [one.state.applicant for one in known.values() if one.state.applicant]
    people = await people_of(looking, applicants)
    asked = [one.state.application for one in known.values() if one.state.application]
    await looking.then.load(f"{datasets.NAME}/{key}" for one in asked for key in one.datasets)
    of_permits = await _releases_of(looking, [p for one in known.values() for p in one.permits])
    shown: list[Registered] = []
    for key, one in known.items():
        about = (access_requests.NAME, key)
        applicant = people[one.state.applicant] if one.state.applicant else None
        keys_of = [release for permit in one.permits for release in of_permits.get(permit, ())]
        whole = await _whole(looking, one, applicant, keys_of)
        redacted = await looking.redacted(whole, View.REGISTER, about)
        shown += [redacted] if redacted is not None else []
    return shown


async def _releases_of(looking: Looking, issued: Sequence[str]) -> dict[str, list[str]]:
    wanted = Wanted(life=releases.NAME, belongs_to=issued, up_to=looking.instant.position)
    found: dict[str, list[str]] = {}
    for release, permit in await matters.find(looking.now.session, wanted, limit=MOST_FOLDED):
        found.setdefault(permit or "", []).append(release)
    await looking.then.load(
        f"{releases.NAME}/{one}" for several in found.values() for one in several
    )
    return found


async def _whole(
    looking: Looking, known: Known, applicant: Person | None, release_ids: Sequence[str]
) -> Registered:
    asked, today = known.state.application, day_of(looking.instant.time)
    permit: PermitState | None = None
    if known.permits:
        permit = await looking.then.state(permits, known.permits[0])
    states = await looking.then.states(releases, release_ids)
    delivered = releases_of(states.values())
    histories = [await looking.then.history(releases, one) for one in release_ids]
    decision, reason = decision_of(known.history)
    content = permit.content if permit else None
    issued_at = permit.first_issued_at if permit else None
    titles = [await _dataset(looking, one) for one in sorted(asked.datasets if asked else ())]
    return Registered(
        id=known.key,
        kind=asked.kind if asked else None,
        study=asked.study if asked else None,
        applicant=applicant,
        purposes=asked.purposes if asked else None,
        description=description_of(known.history, known.permit_history),
        datasets=tuple(titles),
        received_on=received_on(known.history),
        decision=decision,
        decision_reason=reason,
        issued_on=day_of(issued_at) if issued_at else None,
        duration=Duration(content.starts, content.ends) if content else None,
        ethics_outcome=ethics_of(known.review_history, suspended=known.review.suspended),
        status=_status(known, permit, today),
        measures=measures_of(
            [*known.permit_history, *(entry for history in histories for entry in history)]
        ),
        releases=delivered,
        people=max((one.people for one in delivered if one.people is not None), default=None),
        deadlines_missed=missed_deadlines(known.history, known.review_history, permit, today),
    )


def _status(known: Known, permit: PermitState | None, today: date) -> RequestStatus | PermitStatus:
    if permit is None:
        return known.state.status
    live = permit.status in (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
    return PermitStatus.EXPIRED if live and permit.has_ended(today) else permit.status


async def _dataset(looking: Looking, key: str) -> RegisteredDataset:
    dataset = await looking.then.state(datasets, key)
    return RegisteredDataset(key, dataset.description.title if dataset.description else None)
