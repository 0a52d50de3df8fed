"""Meetings of the committee: their agenda, who was there, whether it could decide, its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from governance.eligibility.sessions import session_of
from governance.lives import access_requests
from governance.lives.ethics import meetings, reviews
from governance.lives.ethics.meetings import MinutesApproved, State
from governance.policy.visibility_facts import View
from governance.storage.queries.matters import Wanted
from governance.views.finding import found
from governance.views.paging import FIRST, Page, Paged
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown, only
from governance.views.review_lists import load_for_judging, review_rows
from governance.views.review_rows import ReviewRow
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.switches import QuorumRule

LISTED = frozenset({"status", "day", "agenda"})
"""What a list shows of each meeting; of its agenda, the studies."""


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    CONVENED = "convened"
    HELD = "held"
    MINUTED = "minuted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """Whether a ballot may be held, and by which rule."""

    met: bool
    rule: QuorumRule
    voting_present: int
    voting: int
    chair_present: bool
    secretary_present: bool
    lacking: tuple[str, ...]
    """What the composition of the committee lacks on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShown(Shown):
    """The fields of ``View.MEETING``."""

    status: MeetingStatus | None = None
    day: date | None = None
    agenda: tuple[ReviewRow, ...] | None = None
    """Each as the reader sees that review; of what she has an interest in, only how it stands."""
    attendance: tuple[Person, ...] | None = None
    quorum: Quorum | None = None
    minutes: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting(Question[MeetingShown]):
    """One meeting."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = meetings.NAME
    meeting_id: str

    @property
    def key(self) -> str:
        """The meeting."""
        return self.meeting_id

    async def answer(self, looking: Looking) -> MeetingShown | None:
        """None where there is none, or nothing of it is hers to see."""
        looking = await recorded_by_then(looking)
        state: State = await looking.then.state(meetings, self.meeting_id)
        if state.day is None:
            return None
        about = (meetings.NAME, self.meeting_id)
        people = await people_of(looking, state.present)
        history = await looking.then.history(meetings, self.meeting_id)
        approved = [e.event for e in history if isinstance(e.event, MinutesApproved)]
        whole = MeetingShown(
            id=self.meeting_id,
            status=_status(state),
            day=state.day,
            agenda=tuple(await review_rows(looking, sorted(state.agenda))),
            attendance=tuple(people[one] for one in sorted(state.present)),
            quorum=await _quorum(looking, state),
            minutes=approved[-1].minutes.value if approved else None,
            may=await looking.acts_on(about),
        )
        return await looking.redacted(whole, View.MEETING, about)


@dataclass(frozen=True, slots=True)
class Meetings(Question[Paged[MeetingShown]]):
    """The meetings of the committee, those convened last first."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = meetings.NAME
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[MeetingShown] | None:
        """None for whoever reads requests and has no part in meetings."""
        looking = await recorded_by_then(looking)
        if not await looking.sees(View.MEETING, (meetings.NAME, "")):
            return None
        wanted = Wanted(life=meetings.NAME)
        keys = await found(looking, wanted, self.page, stood=lambda state: state.day is not None)
        states = await looking.then.states(meetings, keys.rows)
        agenda = {one for state in states.values() for one in state.agenda}
        await looking.then.states(access_requests, agenda)
        await load_for_judging(looking, agenda)
        rows = []
        for key, state in states.items():
            visible = await looking.sees(View.MEETING, (meetings.NAME, key)) & LISTED
            items = tuple([await _item(looking, one) for one in sorted(state.agenda)])
            row = MeetingShown(id=key, status=_status(state), day=state.day, agenda=items)
            if visible:
                rows.append(only(row, visible))
        return Paged(tuple(rows), keys.total, keys.page, keys.whole)


async def _item(looking: Looking, request_id: str) -> ReviewRow:
    """A request on the agenda of a list: its study and nothing else."""
    state: access_requests.State = await looking.then.state(access_requests, request_id)
    visible = await looking.sees(View.REVIEW, (reviews.NAME, request_id))
    study = state.application.study if state.application else None
    return only(ReviewRow(id=request_id, study=study), visible & {"study"})


def _status(state: State) -> MeetingStatus:
    if state.minuted:
        return MeetingStatus.MINUTED
    return MeetingStatus.HELD if state.present else MeetingStatus.CONVENED


async def _quorum(looking: Looking, state: State) -> Quorum:
    session = await session_of(looking.then, state)
    return Quorum(
        met=session.quorum,
        rule=session.rule,
        voting_present=len(state.present & session.voting),
        voting=len(session.voting),
        chair_present=session.chair in state.present,
        secretary_present=session.secretary in state.present,
        lacking=session.gaps,
    )
