"""What can be chosen in the forms of the committee: its members, its meetings, its conditions."""

from __future__ import annotations

from governance.lives.ethics.reviews.words import Condition
from governance.views.committee import Committee
from governance.views.conditions import ConditionStatus
from governance.views.meetings import Meetings
from governance.views.paging import MOST_ROWS
from governance.views.paging import Page as Paging
from governance.views.requests import Request
from governance.views.review_lists import Pile, ReviewQueue
from governance.views.reviews import Review
from portal.forms.form import Form
from portal.messages.dates import day
from portal.messages.names import name
from portal.pages.deeds import Choices
from portal.presenters.studies import study_name
from portal.visit import Visit

ALL = Paging(1, MOST_ROWS)


async def people(visit: Visit) -> list[tuple[str, str]]:
    """Whoever sits on the committee now."""
    shown = await visit.ask(Committee())
    return [
        (one.person.id, f"{one.person.name or one.person.id[:8]} ({name(visit.tongue, one.seat)})")
        for one in shown.committee_members or ()
    ]


async def members(visit: Visit) -> Choices:
    """Whom a request can be charged to."""
    return {"rapporteur": await people(visit)}


async def attendants(visit: Visit) -> Choices:
    """Who can be present."""
    return {"present": await people(visit)}


async def meetings(visit: Visit) -> Choices:
    """Meetings with this request on their agenda."""
    thing, found = visit.named("thing"), await visit.ask(Meetings(page=ALL))
    held = [one for one in found.rows if any(row.id == thing for row in one.agenda or ())]
    choices = [(one.id, day(visit.tongue, one.day) if one.day else one.id) for one in held]
    return {"meeting_id": choices}


async def reviews_to_discuss(visit: Visit) -> Choices:
    """Requests that wait for the committee."""
    found = await visit.ask(ReviewQueue(pile=Pile.WAITING, page=ALL))
    return {"agenda": [(row.id, study_name(row.study) or row.id) for row in found.rows]}


async def open_conditions(visit: Visit) -> Choices:
    """Conditions whose evidence has been handed in."""
    shown = await visit.ask(Review(visit.named("thing")))
    return {
        "condition": [
            (str(one.number), f"{one.number} ({name(visit.tongue, one.status)})")
            for one in shown.conditions or ()
            if one.status is ConditionStatus.SUBMITTED
        ]
    }


async def nothing_to_choose(visit: Visit) -> Choices:
    """The applicant, who owns a condition, is looked up before the opinion is delivered."""
    request = await visit.ask(Request(visit.named("thing")))
    visit.known["applicant"] = request.applicant.id if request.applicant else None
    return {}


def conditions(visit: Visit, form: Form) -> tuple[Condition, ...]:
    """One condition, of the applicant, where a last day is given."""
    due, owner = form["condition_due"].data, visit.known.get("applicant")
    return (Condition(1, owner, due),) if due and owner else ()
