"""The first page."""

from __future__ import annotations

from starlette.responses import Response

from portal.presenters.public.explanation import worded
from portal.presenters.public.flow import HEIGHT, WIDTH, arrows, boxes
from portal.presenters.public.start import START, STEPS
from portal.visit import Visit


async def start(visit: Visit) -> Response:
    """What this is, and where to go."""
    return visit.draw(
        "public/start.html",
        told=worded(START, visit.tongue, {}),
        steps=[visit.tongue.gettext(step) for step in STEPS],
        flow={"width": WIDTH, "height": HEIGHT, "boxes": boxes(visit.tongue), "arrows": arrows()},
    )
