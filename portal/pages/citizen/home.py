"""Where a citizen begins: what stands, what is new, and whom she acts for."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from governance.views.acting_for import ActingFor
from governance.views.asked_again import NewSheetNeedsAnswer
from governance.views.consents import Consents
from governance.views.uses import Uses
from governance.vocabulary.acts import Act
from portal.pages.citizen.whose import Whose, whose
from portal.presenters.citizen import overview
from portal.presenters.citizen.uses import used
from portal.visit import NotShown, Visit

NEWEST = 2


async def show(visit: Visit) -> Response:
    """Somebody who is not in the register sees no more than that, and whom she acts for."""
    who = await whose(visit)
    try:
        own = await _own(visit, who)
    except NotShown:
        own = {}
    mandates = await visit.ask(ActingFor()) if who.handle is None else ()
    others = [
        (mandate, visit.url("home-for", whom=visit.handle(mandate.person.id)))
        for mandate in mandates
        if mandate.person is not None and Act.READ_CITIZEN_RECORD in mandate.may
    ]
    return visit.draw("citizen/home.html", whose=who, others=others, **own)


async def _own(visit: Visit, who: Whose) -> dict[str, Any]:
    consents = await visit.ask(Consents(who.citizen))
    uses = await visit.ask(Uses(who.citizen))
    again = await visit.ask(NewSheetNeedsAnswer(who.citizen))
    newest = used(uses, visit.tongue, own=who.handle is None).rows[:NEWEST]
    return {
        "consents": consents,
        "bands": overview.bands(
            consents.cells or (),
            visit.tongue,
            opted_out=consents.opt_out is not None and consents.opt_out.on,
        ),
        "uses": newest,
        "asked_again": again.anything,
        "Act": Act,
    }
