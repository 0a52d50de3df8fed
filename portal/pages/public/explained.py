"""Pages that explain: how it works, privacy, accessibility, whom to ask, the information sheet."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from governance.views.sheets import SheetInForce
from portal.presenters.citizen.questions import sheet as sheet_words
from portal.visit import Visit

REVIEWED = date(2026, 11, 25)
"""When the accessibility statement was last looked through; yearly (RD 1112/2018, 15)."""


async def how_it_works(visit: Visit) -> Response:
    """The items of EHDS 58(1), in plain words."""
    return visit.draw("public/how-it-works.html")


async def privacy(visit: Visit) -> Response:
    """What GDPR 13 wants said."""
    return visit.draw("public/privacy.html", contact=visit.renderer.shared["contact"])


async def accessibility(visit: Visit) -> Response:
    """The statement of RD 1112/2018, 15; honest about what nobody has tried yet."""
    contact = visit.renderer.shared["contact"]
    return visit.draw("public/accessibility.html", contact=contact, reviewed=REVIEWED)


async def officer(visit: Visit) -> Response:
    """Whom to ask and where to complain, with the terms for an answer."""
    return visit.draw("public/officer.html", contact=visit.renderer.shared["contact"])


async def sheet(visit: Visit) -> Response:
    """The information that is read before choosing."""
    shown = await visit.ask(SheetInForce())
    return visit.draw("public/sheet.html", sheet=sheet_words(shown, visit.tongue))
