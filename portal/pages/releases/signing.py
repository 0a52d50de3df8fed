"""Signing a recipe: it is shown whole, and what was shown is what is signed.

With the second signature the engine begins.
"""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.releases.commands import SignRelease
from governance.lives.releases.words import ReleaseStatus
from governance.views.releases import Release
from portal.pages.releases import carrying
from portal.presenters import releases as words
from portal.visit import Visit

DIGEST = "recipe_digest"


async def show(visit: Visit) -> Response:
    """The recipe, and one button."""
    thing = visit.named("thing")
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
    thing, digest = visit.named("thing"), visit.form.get(DIGEST)
    await visit.must(SignRelease(release_id=thing, recipe_digest=str(digest or "")))
    shown = await visit.ask(Release(thing))
    if shown.status is ReleaseStatus.SIGNED:
        await carrying.begin(visit, thing)
    return RedirectResponse(visit.url("release", thing=thing), 303)
