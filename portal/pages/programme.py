"""How the programme is set: questions of law, and the emergency stop of all releases."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.programme.switches import LiftStop, SetSwitch, StopAllReleases
from governance.views.programme import Switches
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.switches import Switch
from portal.forms.deeds import ReasonForm
from portal.forms.form import Form
from portal.forms.programme import SwitchForm
from portal.languages import N_
from portal.page import Page
from portal.pages.deeds import ONLY, Choices, Deed, Desk
from portal.presenters import programme as words
from portal.visit import Visit


async def _readings(visit: Visit) -> Choices:
    shown = await visit.ask(Switches())
    return {"value": list(words.readings(shown, visit.tongue))}


def _set(visit: Visit, thing: str, form: Form) -> Command:
    switch, _, value = form["value"].data.partition(words.BETWEEN)
    return SetSwitch(switch=Switch(switch), value=value, reason=text(form["reason"].data))


DEEDS = (
    Deed(
        act=Act.STOP_ALL_RELEASES,
        title=N_("Stop all releases"),
        says=N_(
            "From this moment nothing leaves: what is being made is not delivered either, until "
            "the data protection officer lifts the stop."
        ),
        button=N_("Stop all releases"),
        form=ReasonForm,
        ends=True,
        command=lambda visit, thing, form: StopAllReleases(reason=text(form["reason"].data)),
    ),
    Deed(
        act=Act.LIFT_STOP,
        title=N_("Lift the stop"),
        says=N_("Releases go on, each if every rule allows it at that moment."),
        button=N_("Lift the stop"),
        form=ReasonForm,
        command=lambda visit, thing, form: LiftStop(reason=text(form["reason"].data)),
    ),
    Deed(
        act=Act.SET_SWITCH,
        title=N_("Settle a question of law"),
        says=N_("Every rule reads it from the next moment on; what was decided stays decided."),
        button=N_("Settle"),
        form=SwitchForm,
        choices=_readings,
        command=_set,
    ),
)
DESK = Desk("programme", "/programme", Act.READ_PROGRAMME, DEEDS)


async def programme(visit: Visit) -> Response:
    """How it stands, and what she can change."""
    shown = await visit.ask(Switches())
    return visit.draw(
        "programme/settings.html",
        stop=words.stop(shown.stopped, visit.tongue) if shown.stopped else None,
        settings=words.settings(shown, visit.tongue),
        deeds=DESK.offered(visit, ONLY, shown.may),
    )


PAGES: tuple[Page, ...] = (
    Page(name="programme", path="/programme", needs=Act.READ_PROGRAMME, show=programme),
    *DESK.pages(),
)
