"""The first page."""

from __future__ import annotations

from starlette.responses import Response

from portal.visit import Visit


async def start(visit: Visit) -> Response:
    """What this is, and where to go."""
    return visit.draw("public/start.html")
