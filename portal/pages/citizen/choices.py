"""What a citizen has allowed: all of it on one page, with the way to change each."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.consents import Consents
from governance.vocabulary.acts import Act
from portal.pages.citizen.whose import whose
from portal.presenters.citizen import history, overview
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """What stands, the switches, and everything that was ever said."""
    who = await whose(visit)
    shown = await visit.ask(Consents(who.citizen, page=visit.paging()))
    return visit.draw(
        "citizen/choices.html",
        whose=who,
        bands=overview.bands(shown.cells or (), visit.tongue),
        shown=shown,
        acts=history.lines(shown.acts, visit.tongue),
        may=shown.may,
        Act=Act,
    )
