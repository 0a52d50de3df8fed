"""The committee at work: a meeting, a blind ballot, a decision, its minutes and its condition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from governance.lives.ethics.meetings import ApproveMinutes, ConveneMeeting, RecordAttendance
from governance.lives.ethics.reviews.commands import (
    AcceptEvidence,
    AssignReview,
    CastVote,
    CloseBallot,
    DeliverDecision,
    OpenBallot,
    SubmitEvidence,
)
from governance.lives.ethics.reviews.words import Condition, Vote
from governance.principals import Principal
from governance.service.house import new_id
from governance.vocabulary.erasable import text
from portal.demo.asking import Asked
from portal.demo.cast import Cast, principal

Says = Callable[[int], Vote]
"""How the voter of this number votes."""


def chair(cast: Cast) -> Principal:
    """Who presides."""
    return principal(cast.members[0])


def secretary(cast: Cast) -> Principal:
    """Who keeps the minutes, and has no vote."""
    return principal(cast.members[1])


async def assign(cast: Cast, asked: Asked) -> None:
    """The secretary charges a member with the request."""
    command = AssignReview(request_id=asked.request_id, rapporteur=cast.members[2])
    await cast.do(command, secretary(cast))


async def meet(cast: Cast, requests: Sequence[Asked], today: date) -> str:
    """A meeting about these requests, with nine present."""
    meeting_id = new_id()
    agenda = frozenset(asked.request_id for asked in requests)
    convened = ConveneMeeting(meeting_id=meeting_id, day=today, agenda=agenda)
    await cast.do(convened, secretary(cast))
    attendance = RecordAttendance(meeting_id=meeting_id, present=frozenset(cast.members[:9]))
    await cast.do(attendance, secretary(cast))
    return meeting_id


async def open_ballot(cast: Cast, asked: Asked, meeting_id: str) -> None:
    """The chair opens the ballot."""
    await cast.do(OpenBallot(request_id=asked.request_id, meeting_id=meeting_id), chair(cast))


async def vote(cast: Cast, asked: Asked, says: Says, *, voters: int = 8) -> int:
    """The first voters among those present vote; how many did."""
    present = [member for member in cast.members[:9] if member != cast.members[1]]
    for number, member in enumerate(present[:voters]):
        command = CastVote(request_id=asked.request_id, vote=says(number))
        await cast.do(command, principal(member))
    return len(present[:voters])


async def decide(cast: Cast, asked: Asked, today: date, *, conditional: bool, reasons: str) -> None:
    """The chair closes the ballot; the secretary delivers what came of it."""
    await cast.do(CloseBallot(request_id=asked.request_id), chair(cast))
    owner = cast.people[asked.applicants[0]]
    condition = Condition(1, owner, today + timedelta(days=30))
    command = DeliverDecision(
        request_id=asked.request_id,
        conditions=(condition,) if conditional else (),
        reasons=text(reasons),
    )
    await cast.do(command, secretary(cast))


async def approve_minutes(cast: Cast, meeting_id: str) -> None:
    """The chair approves the minutes."""
    minutes = ApproveMinutes(meeting_id=meeting_id, minutes=text("Who was there; what was said."))
    await cast.do(minutes, chair(cast))


async def meet_condition(cast: Cast, asked: Asked) -> None:
    """The applicant shows that the condition is met; the chair accepts it."""
    evidence = SubmitEvidence(
        request_id=asked.request_id, condition=1, evidence=text("The signed agreement.")
    )
    await cast.do(evidence, cast.by(asked.applicants[0]))
    await cast.do(AcceptEvidence(request_id=asked.request_id, condition=1), chair(cast))
