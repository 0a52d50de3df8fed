"""A form that was sent when the session had ended: kept for half an hour, for its person alone."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.responses import Response

from governance.service import web_state
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """What she had sent, and one button to send it now."""
    token = visit.named("form")
    parked = await web_state.parked_form(await visit.apart(), token, visit.me)
    if parked is None or not parked.path.startswith("/"):
        raise NotShown
    fields = parse_qsl(parked.body.decode(), keep_blank_values=True)
    return visit.draw("account/kept-form.html", path=parked.path, fields=fields)
