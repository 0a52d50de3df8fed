"""Signing a recipe: it is shown whole, and what was shown is what is signed.

After the second signature the engine carries the release out, in the background of this process:
a process that is stopped meanwhile leaves it frozen, and the next start finishes or clears it.
"""

from __future__ import annotations

import asyncio

import structlog
from starlette.responses import RedirectResponse, Response

from governance.lives.releases.commands import SignRelease
from governance.lives.releases.words import ReleaseStatus
from governance.service.house import House
from governance.service.preparation import run_release
from governance.views.releases import Release
from portal.presenters import releases as words
from portal.visit import Visit

DIGEST = "recipe_digest"
log = structlog.get_logger("portal")
running: set[asyncio.Task[None]] = set()
"""Releases that this process carries out now: a task without a holder may be forgotten."""


async def show(visit: Visit) -> Response:
    """The recipe, and one button."""
    thing = str(visit.request.path_params["thing"])
    shown = await visit.ask(Release(thing))
    return visit.draw(
        "releases/sign.html",
        release=words.line(shown, visit.tongue),
        recipe=words.recipe(shown, visit.tongue),
        digest=shown.recipe.digest if shown.recipe else "",
        action=visit.url("sign-release", thing=thing),
        back=visit.url("release", thing=thing),
        key=visit.new_key(),
    )


async def take(visit: Visit) -> Response:
    """A signature; with the second one the work begins."""
    thing, digest = str(visit.request.path_params["thing"]), visit.form.get(DIGEST)
    await visit.must(SignRelease(release_id=thing, recipe_digest=str(digest or "")))
    shown = await visit.ask(Release(thing))
    if shown.status is ReleaseStatus.SIGNED:
        task = asyncio.create_task(_carry_out(visit.house, thing))
        running.add(task)
        task.add_done_callback(running.discard)
    return RedirectResponse(visit.url("release", thing=thing), 303)


async def _carry_out(house: House, release_id: str) -> None:
    try:
        await run_release(house, release_id)
    except Exception as fault:  # told to whoever runs this; the release stays frozen until then
        log.error("release", release=release_id, kind=type(fault).__name__)
