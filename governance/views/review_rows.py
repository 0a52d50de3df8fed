"""The row by which a review stands in a list, how far it has come, and what is read for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from governance.eligibility.facts import favourable
from governance.lives import access_requests
from governance.lives.access_requests.events import RequestSentToEthics
from governance.lives.access_requests.words import RequestStatus
from governance.lives.ethics import meetings, reviews
from governance.lives.ethics.reviews.events import DecisionDelivered
from governance.lives.ethics.reviews.state import State
from governance.lives.ethics.reviews.words import EthicsOutcome, ReviewStatus
from governance.policy import deadlines
from governance.storage.ledger import Recorded
from governance.storage.queries import matters
from governance.storage.queries.matters import Wanted
from governance.views.question import Looking, Shown
from governance.vocabulary.instants import day_of

MOST_MEETINGS = 100
"""The newest meetings; those before them are over."""


class ReviewStage(StrEnum):
    """How far the committee has come, and so what is to be done next."""

    NOT_ASSIGNED = "not-assigned"
    ASSIGNED = "assigned"
    """Members declare their interests; a meeting has to be convened about it."""
    ON_AGENDA = "on-agenda"
    BALLOT_OPEN = "ballot-open"
    DECISION_DUE = "decision-due"
    """The ballot is closed, and nobody has written down what it decided."""
    MINUTES_DUE = "minutes-due"
    """The decision takes effect with the minutes of its meeting."""
    DELIVERED = "delivered"
    PROTOCOL_CHANGED = "protocol-changed"
    """The decision was about an older protocol: a new one is needed (Ley 14/2007 16)."""


@dataclass(frozen=True, slots=True)
class MeetingNamed:
    """A meeting that something speaks of."""

    id: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(Shown):
    """The fields of ``View.REVIEW`` that a list shows. Its id is that of the request."""

    study: str | None = None
    status: ReviewStatus | None = None
    stage: ReviewStage | None = None
    meeting: MeetingNamed | None = None
    """In which it was, is, or will be voted on."""
    deliver_by: date | None = None
    overdue: bool | None = None
    outcome: EthicsOutcome | None = None
    """As delivered, with reasons; not what a closed ballot came to."""
    decided_on: date | None = None
    in_force: bool | None = None
    """Favourable, for the newest protocol, with minutes, and not suspended."""
    own_interest: bool | None = None
    own_vote_cast: bool | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is read of one review, as of the instant looked at."""

    key: str
    request: access_requests.State
    request_history: Sequence[Recorded]
    state: State
    history: Sequence[Recorded]
    meeting_id: str | None
    meeting: meetings.State
    planned: bool
    """That meeting is still to come, or not over."""
    in_force: bool


async def known_reviews(looking: Looking, keys: Sequence[str]) -> dict[str, Known]:
    """What is known of the reviews of these requests, in their order; those never sent are not."""
    then = looking.then
    requests = await then.states(access_requests, keys)
    states = await then.states(reviews, keys)
    agenda = await _planned(looking)
    found = {}
    for key, state in states.items():
        sent = requests[key].status is RequestStatus.UNDER_ETHICS_REVIEW
        if state.status is ReviewStatus.NONE and not sent:
            continue
        meeting_id = agenda.get(key, state.meeting_id)
        meeting = await then.state(meetings, meeting_id) if meeting_id else meetings.EMPTY
        found[key] = Known(
            key=key,
            request=requests[key],
            request_history=await then.history(access_requests, key),
            state=state,
            history=await then.history(reviews, key),
            meeting_id=meeting_id,
            meeting=meeting,
            planned=key in agenda,
            in_force=await favourable(then, key),
        )
    return found


async def _planned(looking: Looking) -> dict[str, str]:
    """The meeting that each request is still to be discussed in."""
    wanted = Wanted(life=meetings.NAME, up_to=looking.then.up_to)
    keys = await matters.find(looking.now.session, wanted, limit=MOST_MEETINGS)
    states = await looking.then.states(meetings, [key for key, _ in keys])
    held = {key: state for key, state in states.items() if state.day and not state.minuted}
    in_order = sorted(held.items(), key=lambda item: item[1].day, reverse=True)
    return {request: key for key, state in in_order for request in state.agenda}


async def stage_of(looking: Looking, known: Known) -> ReviewStage:
    """How far this one has come."""
    state = known.state
    if state.status is ReviewStatus.NONE:
        return ReviewStage.NOT_ASSIGNED
    if state.status is ReviewStatus.BALLOT_OPEN:
        return ReviewStage.BALLOT_OPEN
    if state.status is ReviewStatus.BALLOT_CLOSED:
        return ReviewStage.DECISION_DUE
    other_meeting = known.planned and known.meeting_id != state.decided_in
    if state.status is ReviewStatus.ASSIGNED or other_meeting:
        return ReviewStage.ON_AGENDA if known.planned else ReviewStage.ASSIGNED
    if not state.covers_protocol:
        return ReviewStage.PROTOCOL_CHANGED
    decided_in: meetings.State = await looking.then.state(meetings, state.decided_in or "")
    return ReviewStage.DELIVERED if decided_in.minuted else ReviewStage.MINUTES_DUE


def due_of(known: Known) -> date | None:
    """By when the committee decides, so that the access body can keep its own term."""
    sent = [e.event.at for e in known.request_history if isinstance(e.event, RequestSentToEthics)]
    return deadlines.due(deadlines.DELIVER_ETHICS_DECISION, day_of(sent[-1])) if sent else None


async def as_row(looking: Looking, known: Known) -> Mapping[str, Any]:
    """The values of a ``ReviewRow``; her own part in it is that of whoever looks."""
    state, asked = known.state, known.request.application
    delivered = [e.event.at for e in known.history if isinstance(e.event, DecisionDelivered)]
    due = due_of(known)
    day = known.meeting.day
    return {
        "id": known.key,
        "study": asked.study if asked else None,
        "status": state.status,
        "stage": await stage_of(looking, known),
        "meeting": MeetingNamed(known.meeting_id, day) if known.meeting_id and day else None,
        "deliver_by": due,
        "overdue": not delivered and deadlines.missed(due, day_of(looking.instant.time)),
        "outcome": state.outcome,
        "decided_on": day_of(delivered[-1]) if delivered else None,
        "in_force": known.in_force,
        "own_interest": looking.by.subject in state.interested,
        "own_vote_cast": looking.by.subject in dict(state.votes),
    }
