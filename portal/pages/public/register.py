"""The public register: what was asked, decided and released, and what came of it."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from governance.views.register import PublicRegister, RegisterEntry
from portal.forms.register import RegisterForm
from portal.presenters import register as words
from portal.presenters.paging import pager
from portal.visit import Visit


async def entries(visit: Visit) -> Response:
    """Those that were looked for, the newest first."""
    form = RegisterForm(visit.tongue, visit.request.query_params)
    path, kept = visit.url("register"), form.kept()
    known: dict[str, Any] = {"form": form, "path": path, "clear": path if kept else None}
    if not form.validate():
        return visit.draw("public/register.html", status=422, **known)
    decision, purpose = form.chosen()
    found = await visit.ask(
        PublicRegister(
            decision=decision,
            purpose=purpose,
            since=form["since"].data,
            until=form["until"].data,
            page=visit.paging(),
        )
    )
    return visit.draw(
        "public/register.html",
        lines=[words.line(row, visit.tongue) for row in found.rows],
        pager=pager(found, path, visit.tongue, kept),
        **known,
    )


async def entry(visit: Visit) -> Response:
    """One request, as everybody may read it."""
    shown = await visit.ask(RegisterEntry(visit.named("thing")))
    return visit.draw(
        "public/register-entry.html",
        entry=words.line(shown, visit.tongue),
        summary=words.summary(shown, visit.tongue),
        datasets=shown.datasets or (),
        releases=words.releases(shown, visit.tongue),
        missed=words.missed(shown, visit.tongue),
        steps=words.story(shown, visit.tongue),
        back=visit.url("register"),
    )
