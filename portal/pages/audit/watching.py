"""Who tried what in vain, who read what, and who works here."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.access_log import AccessLog
from governance.views.staff import RefusedAttempts, Staff
from portal.presenters import watching as words
from portal.visit import Visit


async def attempts(visit: Visit) -> Response:
    """Refused attempts at sensitive acts, the newest first."""
    shown = await visit.ask(RefusedAttempts(part=visit.part()))
    found = shown.refused_attempts
    rows = [words.attempt(one, visit.tongue) for one in found.rows] if found else []
    return _list(visit, "audit-attempts", rows, found.older if found else None)


async def reads(visit: Visit) -> Response:
    """Reads of records, refused ones too."""
    found = await visit.ask(AccessLog(part=visit.part()))
    rows = [words.read(one, visit.tongue) for one in found.rows]
    return _list(visit, "audit-reads", rows, found.older)


async def staff(visit: Visit) -> Response:
    """Who has which role, since when."""
    found = await visit.ask(Staff())
    return _list(visit, "audit-staff", [words.worker(one, visit.tongue) for one in found], None)


def _list(visit: Visit, name: str, rows: list[tuple[str, ...]], older: int | None) -> Response:
    head, title, nothing = words.heads(visit.tongue)[name]
    return visit.draw(
        "audit/list.html",
        title=title,
        head=head,
        rows=rows,
        nothing=nothing,
        older=f"{visit.url(name)}?before={older}" if older else None,
    )
