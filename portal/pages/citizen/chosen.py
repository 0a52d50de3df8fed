"""It is recorded: what was said, and the receipt of each act."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.consents import Consents
from portal.pages.citizen.whose import whose
from portal.presenters.citizen import history
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """The acts from this position on: what the form that led here has recorded."""
    who = await whose(visit)
    asked = visit.named("position")
    shown = await visit.ask(Consents(who.citizen))
    acts = history.lines(shown.acts, visit.tongue).rows
    if shown.minor_refusal is not None:
        acts += tuple(history.line(act, visit.tongue) for act in shown.minor_refusal.acts)
    said = [
        act for act in acts if asked.isascii() and asked.isdecimal() and act.position >= int(asked)
    ]
    if not said:
        raise NotShown
    return visit.draw("citizen/chosen.html", whose=who, acts=said)
