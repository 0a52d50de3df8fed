"""The information sheet that is read before choosing."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.sheets import SheetInForce
from portal.presenters.citizen.questions import sheet as sheet_words
from portal.visit import Visit


async def sheet(visit: Visit) -> Response:
    """The version under which one chooses today."""
    shown = await visit.ask(SheetInForce())
    return visit.draw("public/sheet.html", sheet=sheet_words(shown, visit.tongue))
