"""A review in full: its decision and conditions, and to the committee its deliberation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from governance.lives import access_requests
from governance.lives.ethics import meetings, reviews
from governance.lives.ethics.meetings import MinutesApproved
from governance.lives.ethics.reviews import events as happened
from governance.lives.ethics.reviews.words import InterestGround, Vote
from governance.policy.visibility_facts import View
from governance.views.conditions import ConditionShown, conditions_of
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question
from governance.views.request_shown import Reasoned
from governance.views.review_rows import Known, ReviewRow, as_row, known_reviews
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

People = dict[SubjectId, Person]


@dataclass(frozen=True, slots=True)
class Protocol:
    """The newest version, the one that was decided on, and what changed last."""

    version: int
    decided: int | None
    changes: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was handed in for a condition; ``text`` is None where it was erased."""

    condition: int
    by: Person
    at: datetime
    text: str | None


@dataclass(frozen=True, slots=True)
class Interest:
    """A member who takes no part, and on which ground of Ley 40/2015 23.2."""

    member: Person
    ground: InterestGround
    at: datetime


@dataclass(frozen=True, slots=True)
class VoteShown:
    """How one member voted in the last ballot."""

    member: Person
    vote: Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShown(ReviewRow):
    """The fields of ``View.REVIEW``."""

    protocol: Protocol | None = None
    conditions: tuple[ConditionShown, ...] | None = None
    """Of the last decision."""
    evidence: tuple[Evidence, ...] | None = None
    suspended: Reasoned | None = None
    decision_text: str | None = None
    rapporteur: Person | None = None
    attendance: tuple[Person, ...] | None = None
    """Of its meeting."""
    interested: tuple[Interest, ...] | None = None
    minutes: str | None = None
    """Of its meeting. They tell of its whole agenda: what hides them there hides them here."""
    voted_count: int | None = None
    votes: tuple[VoteShown, ...] | None = None
    tally: Mapping[Vote, int] | None = None


@dataclass(frozen=True, slots=True)
class Review(Question[ReviewShown]):
    """The review of one request, from its arrival at the committee on."""

    ACT: ClassVar[Act] = Act.READ_REQUEST
    ABOUT: ClassVar[str] = reviews.NAME
    request_id: str

    @property
    def key(self) -> str:
        """The review has the id of its request."""
        return self.request_id

    async def answer(self, looking: Looking) -> ReviewShown | None:
        """None where the committee has never had it, or nothing of it is hers to see."""
        [shown] = await self.together(looking, [self])
        return shown

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[ReviewShown]]
    ) -> list[ReviewShown | None]:
        """Several reviews, in a handful of statements."""
        looking = await recorded_by_then(looking)
        keys = [one.key for one in asked]
        known = await known_reviews(looking, keys)
        await people_of(looking, {who for one in known.values() for who in _everybody(one)})
        lives = (access_requests.NAME, reviews.NAME)
        await looking.now.load(f"{life}/{key}" for life in lives for key in keys)
        met = [one.meeting_id for one in known.values() if one.meeting_id]
        await looking.now.load(f"{meetings.NAME}/{one}" for one in met)
        return [await _shown(looking, known[key]) if key in known else None for key in keys]


async def _shown(looking: Looking, known: Known) -> ReviewShown | None:
    about = (reviews.NAME, known.key)
    people = await people_of(looking, _everybody(known))
    whole = ReviewShown(
        **await as_row(looking, known),
        **_decision(known, people, day_of(looking.instant.time)),
        **_deliberation(known, people),
        minutes=await _minutes(looking, known),
        may=await looking.acts_on(about),
    )
    return await looking.redacted(whole, View.REVIEW, about)


def _everybody(known: Known) -> set[SubjectId]:
    return {
        *(entry.event.by for entry in known.history),
        *(one.owner for one in known.state.conditions),
        *(one.rapporteur for one in _assignments(known)),
        *known.meeting.present,
    }


def _assignments(known: Known) -> list[happened.ReviewAssigned]:
    events = (entry.event for entry in known.history)
    return [event for event in events if isinstance(event, happened.ReviewAssigned)]


def _decision(known: Known, people: People, today: date) -> dict[str, Any]:
    state = known.state
    values: dict[str, Any] = {"evidence": ()}
    changes = None
    for entry in known.history:
        match entry.event:
            case happened.ProtocolModified(changes=text):
                changes = text.value
            case happened.DecisionDelivered(reasons=reasons):
                values |= {"decision_text": reasons.value, "evidence": (), "suspended": None}
            case happened.EvidenceSubmitted(condition=number, evidence=text) as submitted:
                handed_in = Evidence(number, people[submitted.by], submitted.at, text.value)
                values["evidence"] += (handed_in,)
            case happened.DecisionSuspended(at=at, reason=reason):
                values["suspended"] = Reasoned(at, reason.value)
    return values | {
        "protocol": Protocol(state.protocol, state.decided_protocol, changes),
        "conditions": conditions_of(state, people, today),
    }


def _deliberation(known: Known, people: People) -> dict[str, Any]:
    state, assigned = known.state, _assignments(known)
    interests = [
        Interest(people[entry.event.by], entry.event.ground, entry.event.at)
        for entry in known.history
        if isinstance(entry.event, happened.InterestDeclared)
    ]
    return {
        "rapporteur": people[assigned[-1].rapporteur] if assigned else None,
        "attendance": tuple(people[one] for one in sorted(known.meeting.present)),
        "interested": tuple(interests),
        "voted_count": len(state.votes),
        "votes": tuple(VoteShown(people[who], vote) for who, vote in state.votes),
        "tally": Counter(vote for _, vote in state.votes),
    }


async def _minutes(looking: Looking, known: Known) -> str | None:
    if known.meeting_id is None:
        return None
    about = (meetings.NAME, known.meeting_id)
    if "minutes" not in await looking.sees(View.MEETING, about):
        return None
    history = await looking.then.history(meetings, known.meeting_id)
    approved = [e.event for e in history if isinstance(e.event, MinutesApproved)]
    return approved[-1].minutes.value if approved else None
