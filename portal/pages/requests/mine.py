"""Her requests: the list, one request whole, and what the applicant can do about it."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.access_requests.commands import AnswerOffer, SubmitRequest, WithdrawRequest
from governance.lives.ethics.reviews.commands import SubmitEvidence
from governance.views.request_lists import MyRequests
from governance.views.requests import Request
from governance.views.reviews import Review, ReviewShown
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from portal.forms.deeds import ConditionEvidenceForm, OfferForm
from portal.languages import N_
from portal.page import Page
from portal.pages.deeds import Choices, Deed, Desk, offer
from portal.pages.lists import listed
from portal.presenters import my_requests
from portal.presenters import requests as words
from portal.presenters import reviews as of_reviews
from portal.presenters.documents import documents
from portal.visit import NotShown, Visit


async def open_conditions(visit: Visit) -> Choices:
    """The conditions that she has still to meet."""
    shown = await visit.ask(Review(visit.named("thing")))
    named = visit.tongue.gettext("Condition %(n)s")
    waiting = my_requests.open_conditions(shown, visit.me)
    return {"condition": [(str(number), named % {"n": number}) for number in waiting]}


DEEDS = (
    Deed(
        act=Act.SUBMIT_REQUEST,
        title=N_("Hand the request in"),
        says=N_("Every item that is missing is named. It is then published that you have asked."),
        button=N_("Hand it in"),
        command=lambda visit, thing, form: SubmitRequest(request_id=thing),
    ),
    Deed(
        act=Act.ANSWER_OFFER,
        title=N_("Answer the offer of statistics"),
        says=N_("The access body offers an anonymised answer instead of the data."),
        button=N_("Send the answer"),
        form=OfferForm,
        command=lambda visit, thing, form: AnswerOffer(
            request_id=thing, accepted=form["accepted"].data == "yes"
        ),
    ),
    Deed(
        act=Act.SUBMIT_EVIDENCE,
        title=N_("Show that a condition is met"),
        says=N_("The committee has to accept the evidence before data are used."),
        button=N_("Send"),
        form=ConditionEvidenceForm,
        choices=open_conditions,
        command=lambda visit, thing, form: SubmitEvidence(
            request_id=thing,
            condition=form["condition"].data,
            evidence=text(form["evidence"].data),
        ),
    ),
    Deed(
        act=Act.WITHDRAW_REQUEST,
        title=N_("Give the request up"),
        says=N_("It ends here. You can write another one at any time."),
        button=N_("Give it up"),
        ends=True,
        command=lambda visit, thing, form: WithdrawRequest(request_id=thing),
    ),
)
MINE_DESK = Desk("request", "/requests/{thing}", Act.READ_REQUEST, DEEDS)


async def all_mine(visit: Visit) -> Response:
    """Those that she made or that name her, the newest first."""
    return await listed(
        visit,
        "requests/mine.html",
        MyRequests(page=visit.paging()),
        words.line,
        name="requests",
        may_draft=Act.DRAFT_REQUEST in visit.myself.acts,
    )


async def one(visit: Visit) -> Response:
    """Where it stands, what is asked, what happened, and what she can do now."""
    thing, tongue = visit.named("thing"), visit.tongue
    shown, review = await visit.ask(Request(thing)), await review_of(visit, thing)
    may = my_requests.can_be_done(shown, review)
    deeds = MINE_DESK.offered(visit, thing, may)
    if Act.EDIT_REQUEST in may:
        deeds.insert(0, offer(visit, N_("Write the request"), "write-request", thing))
    if Act.ATTACH_DOCUMENT in may:
        deeds.append(offer(visit, N_("Attach or remove documents"), "request-documents", thing))
    return visit.draw(
        "requests/one.html",
        request=words.line(shown, tongue),
        next_steps=my_requests.next_steps(shown, review, tongue),
        procedure=words.procedure(shown, tongue),
        opinion=of_reviews.summary(review, tongue) if review else (),
        conditions=of_reviews.conditions(review, tongue) if review else (),
        evidence=my_requests.evidence(review, tongue),
        asked=words.asked(shown, tongue),
        documents=documents(shown, tongue),
        steps=words.steps(shown.timeline, tongue),
        way=words.way_of(shown, visit.today, tongue),
        deeds=deeds,
        permit=shown.permit,
        back=visit.url("requests"),
    )


async def review_of(visit: Visit, thing: str) -> ReviewShown | None:
    """What the committee made of it; None before it had it, or where it is not hers to see."""
    try:
        return await visit.ask(Review(thing))
    except NotShown:
        return None


PAGES = (
    Page(name="requests", path="/requests", needs=Act.READ_REQUEST, show=all_mine),
    Page(name="request", path="/requests/{thing}", needs=Act.READ_REQUEST, show=one),
)
