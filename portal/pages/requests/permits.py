"""A permit as whoever works under it sees it: what was granted, and her undertaking."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.permits.commands import SignUndertaking
from governance.views.permit_lists import MyPermits
from governance.views.permits import Permit
from governance.views.releases import Releases
from governance.vocabulary.acts import Act
from portal.languages import N_
from portal.page import Page
from portal.pages.deeds import Deed, Desk
from portal.pages.lists import listed
from portal.presenters import permits as words
from portal.presenters import releases
from portal.presenters.requests import steps
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.SIGN_UNDERTAKING,
        title=N_("Undertake secrecy"),
        says=N_(
            "You keep secret for ever what you learn of persons, and you never try to find out "
            "who somebody is."
        ),
        button=N_("I undertake it"),
        command=lambda visit, thing, form: SignUndertaking(permit_id=thing, person=visit.me),
    ),
)
PERMIT_DESK = Desk("permit", "/permits/{thing}", Act.READ_PERMIT, DEEDS)


async def mine(visit: Visit) -> Response:
    """Those granted to her or that name her, the newest first."""
    return await listed(
        visit,
        "requests/permits.html",
        MyPermits(page=visit.paging()),
        words.line,
        name="permits",
        back=visit.url("requests"),
    )


async def one(visit: Visit) -> Response:
    """What was granted, who has signed, and the releases of it with their totals."""
    thing, tongue = visit.named("thing"), visit.tongue
    shown = await visit.ask(Permit(thing))
    released = await visit.ask(Releases(permit=thing))
    return visit.draw(
        "requests/permit.html",
        permit=words.line(shown, tongue),
        request=shown.request,
        granted=words.granted(shown, tongue),
        undertakings=words.undertakings(shown, tongue),
        releases=[releases.line(row, tongue) for row in released.rows],
        reasons=words.reasons(shown),
        steps=steps(shown.history, tongue),
        deeds=PERMIT_DESK.offered(visit, thing, shown.may),
        back=visit.url("permits"),
    )


PAGES = (
    Page(name="permits", path="/permits", needs=Act.READ_PERMIT, show=mine),
    Page(name="permit", path="/permits/{thing}", needs=Act.READ_PERMIT, show=one),
)
