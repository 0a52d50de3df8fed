"""What a citizen has allowed: all of it on one page, with the way to change each."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.consents import Consents
from governance.views.paging import FIRST, Paged
from governance.vocabulary.acts import Act
from portal.pages.citizen.whose import whose
from portal.presenters.citizen import history, overview
from portal.presenters.paging import pager
from portal.presenters.pictures.consents import overview as at_one_look
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """What stands, the switches, and everything that was ever said."""
    who = await whose(visit)
    shown = await visit.ask(Consents(who.citizen, page=visit.paging()))
    acts = shown.acts or Paged((), 0, FIRST)
    stopped = shown.opt_out is not None and shown.opt_out.on
    bands = overview.bands(shown.cells or (), visit.tongue, opted_out=stopped)
    return visit.draw(
        "citizen/choices.html",
        whose=who,
        bands=bands,
        picture=at_one_look(bands, visit.tongue, opted_out=stopped),
        shown=shown,
        acts=history.lines(acts, visit.tongue),
        pager=pager(acts, who.url("choices"), visit.tongue),
        may=shown.may,
        Act=Act,
    )
