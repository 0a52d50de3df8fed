"""Requests at the access body: what is due soonest, and what can be done about each."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.access_requests.commands import (
    CloseRequest,
    ConfirmComplete,
    DecideRequest,
    ExtendDeadline,
    OfferStatistics,
    RecordAssessment,
    ReturnRequest,
    SendToEthics,
)
from governance.lives.access_requests.words import Criterion, Item
from governance.views.request_lists import RequestQueue
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from portal.forms.deeds import AssessmentForm, DecideForm, ReasonForm, ReturnForm
from portal.languages import N_
from portal.page import Page
from portal.pages.deeds import Deed, Desk, offer
from portal.pages.lists import listed
from portal.presenters import requests as words
from portal.presenters.documents import documents
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.CONFIRM_COMPLETE,
        title=N_("Confirm that the request is complete"),
        says=N_("From now on the three months run in which it has to be decided."),
        button=N_("Confirm"),
        command=lambda visit, thing, form: ConfirmComplete(request_id=thing),
    ),
    Deed(
        act=Act.RETURN_REQUEST,
        title=N_("Return the request to be completed"),
        says=N_("The applicant has four weeks to complete it."),
        button=N_("Return"),
        form=ReturnForm,
        command=lambda visit, thing, form: ReturnRequest(
            request_id=thing,
            items=frozenset(map(Item, form["items"].data)),
            reason=text(form["reason"].data),
        ),
    ),
    Deed(
        act=Act.RECORD_ASSESSMENT,
        title=N_("Record the assessment"),
        says=N_("A permit can be issued only where every criterion is met."),
        button=N_("Record"),
        form=AssessmentForm,
        command=lambda visit, thing, form: RecordAssessment(
            request_id=thing,
            met=frozenset(map(Criterion, form["met"].data or ())),
            notes=text(form["notes"].data),
        ),
    ),
    Deed(
        act=Act.SEND_TO_ETHICS,
        title=N_("Send the request to the ethics committee"),
        says=N_("The committee sees what is asked, and how it stands."),
        button=N_("Send"),
        command=lambda visit, thing, form: SendToEthics(request_id=thing),
    ),
    Deed(
        act=Act.EXTEND_DEADLINE,
        title=N_("Extend the deadline"),
        says=N_("Once, by three months, with reasons that the applicant reads."),
        button=N_("Extend"),
        form=ReasonForm,
        command=lambda visit, thing, form: ExtendDeadline(
            request_id=thing, reason=text(form["reason"].data)
        ),
    ),
    Deed(
        act=Act.OFFER_STATISTICS,
        title=N_("Offer anonymised statistics instead"),
        says=N_("The applicant is asked whether that would be enough."),
        button=N_("Offer"),
        command=lambda visit, thing, form: OfferStatistics(request_id=thing),
    ),
    Deed(
        act=Act.DECIDE_REQUEST,
        title=N_("Decide the request"),
        says=N_("The decision and its justification are published in the register."),
        button=N_("Decide"),
        form=DecideForm,
        command=lambda visit, thing, form: DecideRequest(
            request_id=thing,
            granted=form["granted"].data == "yes",
            reason=text(form["reason"].data),
        ),
    ),
    Deed(
        act=Act.CLOSE_REQUEST,
        title=N_("Close the request"),
        says=N_("It was decided, or not completed in time."),
        button=N_("Close"),
        ends=True,
        command=lambda visit, thing, form: CloseRequest(request_id=thing),
    ),
)
REQUEST_DESK = Desk("access-body-request", "/access-body/{thing}", Act.READ_REQUEST, DEEDS)


async def queue(visit: Visit) -> Response:
    """What is due soonest comes first."""
    return await listed(
        visit,
        "access_body/queue.html",
        RequestQueue(page=visit.paging()),
        words.line,
        name="access-body",
    )


async def request(visit: Visit) -> Response:
    """The whole request, and what she may do about it now."""
    thing = visit.named("thing")
    shown = await visit.ask(Request(thing))
    deeds = REQUEST_DESK.offered(visit, thing, shown.may)
    if Act.ISSUE_PERMIT in shown.may:
        deeds.append(offer(visit, N_("Issue the permit"), "issue-permit", thing))
    return visit.draw(
        "access_body/request.html",
        request=words.line(shown, visit.tongue),
        procedure=words.procedure(shown, visit.tongue),
        documents=documents(shown, visit.tongue),
        asked=words.asked(shown, visit.tongue),
        steps=words.steps(shown.timeline, visit.tongue),
        way=words.way_of(shown, visit.today, visit.tongue),
        deeds=deeds,
        permit=shown.permit,
    )


PAGES: tuple[Page, ...] = (
    Page(name="access-body", path="/access-body", needs=Act.READ_REQUEST, show=queue),
    Page(
        name="access-body-request",
        path="/access-body/{thing}",
        needs=Act.READ_REQUEST,
        show=request,
    ),
)
