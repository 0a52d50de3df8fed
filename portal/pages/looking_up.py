"""Looking up one citizen: she is named in a form, never in an address, and always for a reason."""

from __future__ import annotations

from starlette.responses import Response

from governance.refusals import Refusal
from governance.service.people import look_up
from governance.service.preparation import Named
from governance.vocabulary.acts import Act
from portal.forms.looking_up import LookUpForm
from portal.page import Page
from portal.presenters.looked_up import seen
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """The form, for whoever has a use for it."""
    if Act.LOOK_UP_CITIZEN not in visit.myself.acts:
        raise NotShown
    return _draw(visit, LookUpForm(visit.tongue))


async def take(visit: Visit) -> Response:
    """Everything that she may see of whoever is called so; the look is logged, found or not."""
    form = LookUpForm(visit.tongue, visit.form)
    if not form.validate():
        return _draw(visit, form)
    named = Named(form["issuer"].data, form["identifier"].data)
    found = await look_up(await visit.apart(), named, form.reason, by=visit.principal)
    if isinstance(found, Refusal):
        if Act.LOOK_UP_CITIZEN not in visit.myself.acts:
            raise NotShown
        return _draw(visit, form, nobody=True)
    return visit.draw(
        "officer/looked-up.html", seen=seen(found, visit.tongue), back=visit.url("look-up")
    )


def _draw(visit: Visit, form: LookUpForm, *, nobody: bool = False) -> Response:
    return visit.draw(
        "officer/look-up.html",
        status=422 if form.errors else 200,
        form=form,
        nobody=nobody,
        action=visit.url("look-up"),
        key=visit.new_key(),
    )


PAGES = (
    Page(
        name="look-up",
        path="/officer/citizens",
        needs=Act.LOOK_UP_CITIZEN,
        show=show,
        take=take,
    ),
)
