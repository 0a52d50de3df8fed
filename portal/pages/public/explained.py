"""Pages that explain: how it works, privacy, accessibility, whom to ask."""

from __future__ import annotations

from starlette.responses import Response

from portal.messages.dates import day
from portal.page import Handler
from portal.presenters.public import accessibility as statement
from portal.presenters.public.explanation import Explanation, worded
from portal.presenters.public.how_it_works import HOW_IT_WORKS
from portal.presenters.public.officer import OFFICER
from portal.presenters.public.privacy import PRIVACY
from portal.visit import Visit


def explaining(explanation: Explanation) -> Handler:
    """A page that says this in the language of the visit."""

    async def show(visit: Visit) -> Response:
        return _draw(visit, explanation)

    return show


def _draw(visit: Visit, explanation: Explanation, late: str | None = None) -> Response:
    facts = {
        "contact": str(visit.renderer.shared["contact"]),
        "reviewed": day(visit.tongue, statement.REVIEWED),
        "again": day(visit.tongue, statement.LOOK_AGAIN),
    }
    told = worded(explanation, visit.tongue, facts)
    return visit.draw("public/explained.html", told=told, late=late)


async def accessibility(visit: Visit) -> Response:
    """The statement; one that nobody has looked through for a year says so itself."""
    is_late = visit.today > statement.LOOK_AGAIN
    late = visit.tongue.gettext(statement.LATE) if is_late else None
    return _draw(visit, statement.ACCESSIBILITY, late)


how_it_works = explaining(HOW_IT_WORKS)
privacy = explaining(PRIVACY)
officer = explaining(OFFICER)
