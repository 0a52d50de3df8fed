"""A permit as whoever works under it sees it: what was granted, and her undertaking."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.permits.commands import SignUndertaking
from governance.views.permits import Permit
from governance.vocabulary.acts import Act
from portal.languages import N_
from portal.page import Page
from portal.pages.deeds import Deed, Desk
from portal.presenters import permits as words
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


async def one(visit: Visit) -> Response:
    """What was granted, who has signed, and the releases of it."""
    thing = str(visit.request.path_params["thing"])
    shown = await visit.ask(Permit(thing))
    return visit.draw(
        "requests/permit.html",
        permit=words.line(shown, visit.tongue),
        granted=words.granted(shown, visit.tongue),
        undertakings=words.undertakings(shown, visit.tongue),
        releases=words.releases(shown, visit.tongue),
        steps=steps(shown.history, visit.tongue),
        deeds=PERMIT_DESK.offered(visit, thing, shown.may),
    )


PAGES = (Page(name="permit", path="/permits/{thing}", needs=Act.READ_PERMIT, show=one),)
