"""Who used her data: every delivery that could hold her, and whether it did."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.uses import Uses
from portal.pages.citizen.whose import whose
from portal.presenters.citizen.uses import used
from portal.presenters.paging import pager
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """The newest first, a page at a time."""
    who = await whose(visit)
    found = await visit.ask(Uses(who.citizen, page=visit.paging()))
    uses = used(found, visit.tongue, own=who.handle is None)
    below = pager(found, who.url("uses"), visit.tongue)
    return visit.draw("citizen/uses.html", whose=who, uses=uses, pager=below)
