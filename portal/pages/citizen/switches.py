"""Opting out of all secondary use, and coming back; a minor's own no; how far data may go."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.consents.commands import (
    LiftMinorRefusal,
    LiftOptOut,
    OptOut,
    RecordMinorRefusal,
    SetReach,
)
from governance.views.consents import Consents
from governance.views.consequences import Consequences
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.purposes import Reach
from portal.forms.citizen import ReachForm
from portal.forms.form import Form
from portal.pages.citizen.whose import Whose, whose
from portal.presenters.citizen import questions
from portal.presenters.citizen.consequences import follows
from portal.visit import NotShown, Visit

ON = "on"
OWN_REFUSALS = frozenset({Act.RECORD_MINOR_REFUSAL, Act.LIFT_MINOR_REFUSAL})


async def opt_out(visit: Visit) -> Response:
    """What opting out means, and one button; or the way back."""
    who = await whose(visit)
    shown = await visit.ask(Consents(who.citizen))
    is_out = shown.opt_out is not None and shown.opt_out.on
    switch = LiftOptOut if is_out else OptOut
    foreseen = await visit.ask(
        Consequences(who.citizen, (switch(citizen=who.citizen, given=who.given()),))
    )
    return visit.draw(
        "citizen/opt-out.html",
        whose=who,
        is_out=is_out,
        follows=follows(foreseen, visit.tongue),
        key=visit.new_key(),
    )


async def switch_opt_out(visit: Visit) -> Response:
    """No reason is asked (EHDS 71(1))."""
    who = await whose(visit)
    switch = OptOut if visit.form.get("switch") == ON else LiftOptOut
    return await _done(visit, who, switch(citizen=who.citizen, given=who.given()))


async def own_refusal(visit: Visit) -> Response:
    """A minor may say no herself, whatever her parents said (Ley 14/2007 58.5)."""
    who = await whose(visit)
    shown = await visit.ask(Consents(who.citizen))
    if not shown.may & OWN_REFUSALS:
        raise NotShown
    return visit.draw("citizen/own-refusal.html", whose=who, shown=shown, key=visit.new_key())


async def switch_own_refusal(visit: Visit) -> Response:
    """Her no, or her taking it back."""
    who = await whose(visit)
    switch = RecordMinorRefusal if visit.form.get("switch") == ON else LiftMinorRefusal
    return await _done(visit, who, switch(citizen=who.citizen, given=who.given()))


async def reach(visit: Visit) -> Response:
    """How far data may go, as it stands."""
    who = await whose(visit)
    shown = await visit.ask(Consents(who.citizen))
    return _reach(visit, who, ReachForm(visit.tongue, None, reach=shown.reach))


async def set_reach(visit: Visit) -> Response:
    """Another reach; a narrower one counts at once."""
    who, form = await whose(visit), ReachForm(visit.tongue, visit.form)
    if not form.validate():
        return _reach(visit, who, form)
    said = SetReach(citizen=who.citizen, given=who.given(), reach=Reach(form["reach"].data))
    return await _done(visit, who, said)


def _reach(visit: Visit, who: Whose, form: Form) -> Response:
    asked = questions.question("reach", visit.tongue, name=who.name)
    return visit.draw(
        "citizen/reach.html",
        status=422 if form.errors else 200,
        whose=who,
        form=form.asking(asked.field, asked.title, asked.hint, asked.choices),
        hints=asked.hints,
        key=visit.new_key(),
    )


async def _done(visit: Visit, who: Whose, command: Command) -> Response:
    done = await visit.must(command)
    return RedirectResponse(who.url("chosen", position=done.recorded[0].position), 303)
