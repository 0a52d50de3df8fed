"""Reviews of the committee: what waits, one review whole, and what each member can do about it."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.ethics.reviews.commands import (
    AcceptEvidence,
    AssignReview,
    CastVote,
    CloseBallot,
    DeclareInterest,
    DeliverDecision,
    OpenBallot,
    SuspendDecision,
)
from governance.lives.ethics.reviews.words import InterestGround, Vote
from governance.views.requests import Request
from governance.views.review_lists import ReviewQueue
from governance.views.reviews import Review
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId
from portal.forms.deeds import (
    ConditionForm,
    DecisionForm,
    InterestForm,
    MeetingForm,
    PersonForm,
    ReasonForm,
    VoteForm,
)
from portal.languages import N_
from portal.page import Page
from portal.pages.committee import choosing
from portal.pages.deeds import Deed, Desk
from portal.pages.lists import listed
from portal.presenters import requests as of_requests
from portal.presenters import reviews as words
from portal.presenters.documents import documents
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.DECLARE_INTEREST,
        title=N_("Declare an interest"),
        says=N_("Whoever has an interest neither deliberates nor votes, and sees none of it."),
        button=N_("Declare"),
        form=InterestForm,
        command=lambda visit, thing, form: DeclareInterest(
            request_id=thing, ground=InterestGround(form["ground"].data)
        ),
    ),
    Deed(
        act=Act.CAST_VOTE,
        title=N_("Vote"),
        says=N_("Nobody sees any vote until the ballot is closed. A vote cannot be changed."),
        button=N_("Cast your vote"),
        form=VoteForm,
        command=lambda visit, thing, form: CastVote(request_id=thing, vote=Vote(form["vote"].data)),
    ),
    Deed(
        act=Act.ASSIGN_REVIEW,
        title=N_("Charge a member with the review"),
        says=N_("The rapporteur reads the request and reports to the meeting."),
        button=N_("Charge"),
        form=PersonForm,
        choices=choosing.members,
        command=lambda visit, thing, form: AssignReview(
            request_id=thing, rapporteur=SubjectId(form["rapporteur"].data)
        ),
    ),
    Deed(
        act=Act.OPEN_BALLOT,
        title=N_("Open the ballot"),
        says=N_("Those present in the meeting can vote from now on."),
        button=N_("Open"),
        form=MeetingForm,
        choices=choosing.meetings,
        command=lambda visit, thing, form: OpenBallot(
            request_id=thing, meeting_id=form["meeting_id"].data
        ),
    ),
    Deed(
        act=Act.CLOSE_BALLOT,
        title=N_("Close the ballot"),
        says=N_("The outcome is computed, and the votes can be read."),
        button=N_("Close"),
        command=lambda visit, thing, form: CloseBallot(request_id=thing),
    ),
    Deed(
        act=Act.DELIVER_DECISION,
        title=N_("Deliver the opinion"),
        says=N_("The outcome is that of the ballot; here its reasons are written."),
        button=N_("Deliver"),
        form=DecisionForm,
        choices=choosing.nothing_to_choose,
        command=lambda visit, thing, form: DeliverDecision(
            request_id=thing,
            conditions=choosing.conditions(visit, form),
            reasons=text(form["reasons"].data),
        ),
    ),
    Deed(
        act=Act.ACCEPT_EVIDENCE,
        title=N_("Accept the evidence of a condition"),
        says=N_("The condition is met from now on."),
        button=N_("Accept"),
        form=ConditionForm,
        choices=choosing.open_conditions,
        command=lambda visit, thing, form: AcceptEvidence(
            request_id=thing, condition=form["condition"].data
        ),
    ),
    Deed(
        act=Act.SUSPEND_DECISION,
        title=N_("Suspend the opinion"),
        says=N_("No permit stands on it until there is another."),
        button=N_("Suspend"),
        form=ReasonForm,
        ends=True,
        command=lambda visit, thing, form: SuspendDecision(
            request_id=thing, reason=text(form["reason"].data)
        ),
    ),
)
REVIEW_DESK = Desk("committee-review", "/committee/{thing}", Act.READ_REQUEST, DEEDS)


async def queue(visit: Visit) -> Response:
    """What waits for the committee."""
    return await listed(
        visit,
        "committee/queue.html",
        ReviewQueue(page=visit.paging()),
        words.line,
        name="committee",
    )


async def review(visit: Visit) -> Response:
    """One request before the committee: what is asked, how the review stands, what she can do."""
    thing = visit.named("thing")
    request, shown = await visit.ask(Request(thing)), await visit.ask(Review(thing))
    return visit.draw(
        "committee/review.html",
        request=of_requests.line(request, visit.tongue),
        procedure=of_requests.procedure(request, visit.tongue),
        documents=documents(request, visit.tongue),
        asked=of_requests.asked(request, visit.tongue),
        steps=of_requests.steps(request.timeline, visit.tongue),
        way=of_requests.way_of(request, visit.today, visit.tongue),
        review=words.summary(shown, visit.tongue),
        conditions=words.conditions(shown, visit.tongue),
        votes=words.votes(shown, visit.tongue),
        deeds=REVIEW_DESK.offered(visit, thing, shown.may),
    )


PAGES: tuple[Page, ...] = (
    Page(name="committee", path="/committee", needs=Act.READ_REQUEST, show=queue),
    Page(name="committee-review", path="/committee/{thing}", needs=Act.READ_REQUEST, show=review),
)
