"""Where somebody is signed in, and how she ends that."""

from __future__ import annotations

from starlette.responses import Response

from governance.service import web_state
from portal.presenters.account import browsers
from portal.visit import NotShown, Visit

EVERY_OTHER = "others"


async def show(visit: Visit) -> Response:
    """Every session of hers that is in force, this one first."""
    if visit.live is None:
        raise NotShown
    found = await web_state.sessions_of(await visit.apart(), visit.me, visit.login.limits)
    listed = browsers(found, this=visit.live, tongue=visit.tongue)
    return visit.draw("account/sessions.html", browsers=listed, key=visit.new_key())


async def end(visit: Visit) -> Response:
    """End one, or every other; somebody else's handle does nothing."""
    if visit.live is None:
        raise NotShown
    handle = visit.form.get("session")
    if handle == EVERY_OTHER:
        await web_state.end_all(await visit.apart(), visit.me, keep=visit.live.session.handle)
    elif isinstance(handle, str):
        await web_state.end_sessions(await visit.apart(), visit.me, [handle])
    return visit.leave_for("sessions", said="session-ended")
