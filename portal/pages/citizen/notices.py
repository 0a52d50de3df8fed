"""What happened without her: uses, changes by others, reads."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.notices import Notices
from portal.pages.citizen.whose import whose
from portal.presenters.citizen.notices import noticed
from portal.presenters.paging import pager
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """The newest first, a page at a time."""
    who = await whose(visit)
    found = await visit.ask(Notices(who.citizen, page=visit.paging()))
    lines = noticed(found, visit.tongue, own=who.handle is None)
    below = pager(found, who.url("notices"), visit.tongue)
    return visit.draw("citizen/notices.html", whose=who, notices=lines, pager=below)
