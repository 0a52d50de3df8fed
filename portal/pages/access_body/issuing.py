"""Issuing a permit: everything that was asked and granted is shown before it is signed."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.permits.commands import IssuePermit
from governance.service.house import new_id
from governance.views.catalogue import Dataset
from governance.views.request_shown import RequestShown
from governance.views.requests import Request
from governance.views.reviews import Review
from governance.vocabulary.erasable import text
from governance.vocabulary.purposes import EhdsCategory
from portal.forms.deeds import PermitForm
from portal.presenters import requests as words
from portal.presenters.permit_content import content_of
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """The request once more, and the little that a permit needs beyond it."""
    return await _draw(visit, await _request(visit), PermitForm(visit.tongue))


async def take(visit: Visit) -> Response:
    """The permit is issued as asked and granted (EHDS 68(10))."""
    shown, form = await _request(visit), PermitForm(visit.tongue, visit.form)
    if not form.validate():
        return await _draw(visit, shown, form)
    command = IssuePermit(
        permit_id=new_id(),
        content=content_of(
            shown,
            categories=await _categories(visit, shown),
            protocol=await _protocol(visit, shown),
            place=form["place"].data,
            fee_cents=form["fee_estimate"].data * 100,
        ),
        purpose_in_detail=text(form["purpose_in_detail"].data),
    )
    done = await visit.must(command)
    permit_id = done.recorded[0].stream.partition("/")[2]
    return RedirectResponse(visit.url("access-body-permit", thing=permit_id), 303)


async def _request(visit: Visit) -> RequestShown:
    return await visit.ask(Request(visit.named("thing")))


async def _categories(visit: Visit, shown: RequestShown) -> frozenset[EhdsCategory]:
    found: set[EhdsCategory] = set()
    for one in shown.datasets or ():
        dataset = await visit.ask(Dataset(one.id))
        found |= dataset.ehds_categories or frozenset()
    return frozenset(found)


async def _protocol(visit: Visit, shown: RequestShown) -> int:
    review = await visit.ask(Review(shown.id))
    if review.protocol is None or review.protocol.decided is None:
        raise NotShown
    return review.protocol.decided


async def _draw(visit: Visit, shown: RequestShown, form: PermitForm) -> Response:
    thing = visit.named("thing")
    return visit.draw(
        "access_body/issue.html",
        status=422 if form.errors else 200,
        form=form,
        request=words.line(shown, visit.tongue),
        asked=words.asked(shown, visit.tongue),
        action=visit.url("issue-permit", thing=thing),
        back=visit.url("access-body-request", thing=thing),
        key=visit.new_key(),
    )
