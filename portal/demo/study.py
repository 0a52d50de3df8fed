"""The study of the story, from its request to its permit."""

from __future__ import annotations

from datetime import date

from governance.lives.access_requests.commands import DecideRequest
from governance.lives.ethics.reviews.words import Vote
from governance.lives.permits.commands import IssuePermit, SignUndertaking
from governance.lives.permits.events import PermitIssued
from governance.service.house import new_id
from governance.vocabulary.erasable import text
from portal.demo import asking, reviewing
from portal.demo.asking import Asked
from portal.demo.cast import Cast
from portal.demo.studies import CARDIOMETABOLIC, ENVIRONMENT, Wanted, content

STUDY, CELLS = CARDIOMETABOLIC.name, CARDIOMETABOLIC.cells
REASONS = "Show the agreement with the secure environment before data are used."

__all__ = ["CELLS", "ENVIRONMENT", "STUDY", "Wanted", "ask", "permit", "review"]


async def ask(cast: Cast, wanted: Wanted, today: date) -> Asked:
    """The researcher asks, the access body finds the request complete and assesses it."""
    asked = await asking.draft(cast, CARDIOMETABOLIC, wanted, today, ("researcher",))
    await asking.submit(cast, asked)
    await asking.complete(cast, asked)
    await asking.send(cast, asked)
    return asked


def _some_with_conditions(number: int) -> Vote:
    return Vote.WITH_CONDITIONS if number % 3 else Vote.FAVOURABLE


async def review(cast: Cast, asked: Asked, today: date) -> tuple[int, str]:
    """The committee meets and votes blindly; its condition is met. Votes cast, and the outcome."""
    await reviewing.assign(cast, asked)
    meeting_id = await reviewing.meet(cast, [asked], today)
    await reviewing.open_ballot(cast, asked, meeting_id)
    votes = await reviewing.vote(cast, asked, _some_with_conditions)
    await reviewing.decide(cast, asked, today, conditional=True, reasons=REASONS)
    await reviewing.approve_minutes(cast, meeting_id)
    await reviewing.meet_condition(cast, asked)
    return votes, "favourable with conditions"


async def permit(cast: Cast, asked: Asked) -> tuple[str, str]:
    """The access body grants the request and issues the permit; the named persons undertake.

    The permit, and the regime under which it is judged from now on.
    """
    officer = cast.by("access-officer")
    granted = DecideRequest(request_id=asked.request_id, granted=True, reason=text("Criteria met."))
    await cast.do(granted, officer)
    permit_id = new_id()
    issued = IssuePermit(
        permit_id=permit_id,
        content=content(asked.request_id, asked.application, cast.people[asked.applicants[0]]),
        purpose_in_detail=text(asked.study.benefit),
    )
    done = await cast.do(issued, officer)
    for name in asked.applicants:
        undertaking = SignUndertaking(permit_id=permit_id, person=cast.people[name])
        await cast.do(undertaking, cast.by(name))
    (event,) = [entry.event for entry in done.recorded]
    assert isinstance(event, PermitIssued)
    return permit_id, event.regime
