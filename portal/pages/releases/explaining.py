"""Why somebody was in a release, or was not: she is named in a form, never in an address."""

from __future__ import annotations

from starlette.responses import Response

from governance.refusals import Refusal, Refused
from governance.service.preparation import Named, explain_release
from portal.forms.deeds import PersonNamedForm
from portal.presenters.releases import explained
from portal.visit import Visit


async def show(visit: Visit) -> Response:
    """By whom she is called what."""
    return _draw(visit, PersonNamedForm(visit.tongue))


async def take(visit: Visit) -> Response:
    """What was judged at the instants of the release; the read is logged."""
    form = PersonNamedForm(visit.tongue, visit.form)
    if not form.validate():
        return _draw(visit, form)
    named = Named(form["issuer"].data, form["identifier"].data)
    thing = visit.named("thing")
    found = await explain_release(await visit.apart(), thing, named, by=visit.principal)
    if isinstance(found, Refusal):
        raise Refused(found)
    return _draw(visit, form, found=explained(found, visit.tongue))


def _draw(visit: Visit, form: PersonNamedForm, **more: object) -> Response:
    thing = visit.named("thing")
    return visit.draw(
        "releases/explain.html",
        status=422 if form.errors else 200,
        form=form,
        action=visit.url("explain-release", thing=thing),
        back=visit.url("release", thing=thing),
        key=visit.new_key(),
        **{"found": None, **more},
    )
