"""The public register: what was asked, decided and released, and what came of it."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.register import PublicRegister, RegisterEntry
from portal.presenters import register as words
from portal.presenters.paging import pager
from portal.visit import Visit


async def entries(visit: Visit) -> Response:
    """The newest first."""
    found = await visit.ask(PublicRegister(page=visit.paging()))
    return visit.draw(
        "public/register.html",
        lines=[words.line(row, visit.tongue) for row in found.rows],
        pager=pager(found, visit.url("register"), visit.tongue),
    )


async def entry(visit: Visit) -> Response:
    """One request, as everybody may read it."""
    shown = await visit.ask(RegisterEntry(str(visit.request.path_params["thing"])))
    return visit.draw(
        "public/register-entry.html",
        entry=words.line(shown, visit.tongue),
        summary=words.summary(shown, visit.tongue),
    )
