"""What has happened to a request or a permit, step by step: when, and in which quality by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.lives.ethics import committee
from governance.lives.programme import staff
from governance.principals import CLOCK, ENGINE
from governance.storage.ledger import Recorded
from governance.views.question import Looking
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Role, SubjectId

MACHINES = {CLOCK.subject: Role.CLOCK, ENGINE.subject: Role.ENGINE}
OF_APPLICANT = (
    "access-request.drafted.v1",
    "access-request.edited.v1",
    "access-request.document-attached.v1",
    "access-request.attachment-removed.v1",
    "access-request.submitted.v1",
    "access-request.offer-answered.v1",
    "access-request.withdrawn.v1",
    "ethics.evidence-submitted.v1",
    "ethics.protocol-modified.v1",
    "permit.undertaking-signed.v1",
)
OF_OFFICER = (
    "access-request.returned.v1",
    "access-request.complete.v1",
    "access-request.deadline-extended.v1",
    "access-request.assessed.v1",
    "access-request.sent-to-ethics.v1",
    "access-request.decided.v1",
    "access-request.statistics-offered.v1",
    "access-request.closed.v1",
    "permit.issued.v1",
    "permit.amended.v1",
    "permit.suspended.v1",
    "permit.resumed.v1",
    "permit.revoked.v1",
    "permit.extended.v1",
    "permit.deletion-recorded.v1",
)
QUALITIES: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(OF_APPLICANT, (Role.RESEARCHER,)),
    **dict.fromkeys(OF_OFFICER, (Role.OFFICER,)),
    "permit.prohibited-use-flagged.v1": (Role.OFFICER, Role.DPO),
    "permit.expired.v1": (Role.CLOCK,),
    "ethics.review-assigned.v1": (Role.SECRETARY,),
    "ethics.decision-delivered.v1": (Role.SECRETARY,),
    "ethics.evidence-accepted.v1": (Role.CHAIR, Role.SECRETARY),
    "ethics.decision-suspended.v1": (Role.CHAIR,),
}
"""The steps that are told, and in which quality each is taken. Of a review, nothing of how the
committee came to its decision: that is its deliberation."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened. Who did it is not told, only in which quality."""

    position: int
    at: datetime
    code: str
    by: Role


async def steps(looking: Looking, entries: Iterable[Recorded]) -> tuple[Step, ...]:
    """The steps among these entries, in order."""
    told = [entry for entry in entries if entry.event.CODE in QUALITIES]
    found = []
    for entry in sorted(told, key=lambda entry: entry.position):
        event = entry.event
        by = await _quality(looking, event.by, event.at, QUALITIES[event.CODE])
        found.append(Step(entry.position, event.at, event.CODE, by))
    return tuple(found)


async def _quality(
    looking: Looking, who: SubjectId, at: datetime, possible: tuple[Role, ...]
) -> Role:
    if who in MACHINES:
        return MACHINES[who]
    if len(possible) == 1:
        return possible[0]
    seats: committee.State = await looking.then.state(committee, committee.STREAM)
    appointed: staff.State = await looking.then.state(staff, staff.STREAM)
    held = seats.seats_of(who, day_of(at)) | appointed.roles_of(who)
    return next((role for role in possible if role in held), possible[0])
