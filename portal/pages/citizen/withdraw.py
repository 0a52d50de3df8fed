"""Withdrawing: one page that says what follows, and one button."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.consents.commands import RecordChoice, WithdrawEverything
from governance.lives.consents.words import Says
from governance.views.consents import Consents
from governance.views.consequences import Consequences
from governance.vocabulary.entries import Command
from portal.pages.citizen.whose import Whose, whose
from portal.presenters.citizen.consequences import follows
from portal.presenters.citizen.overview import EVERYTHING, allowed_cells, withdrawable
from portal.visit import NotShown, Visit


async def show(visit: Visit) -> Response:
    """What is withdrawn, and what follows from it."""
    who, what = await whose(visit), _what(visit)
    foreseen = await visit.ask(Consequences(who.citizen, (await _command(visit, who, what),)))
    return visit.draw(
        "citizen/withdraw.html",
        whose=who,
        follows=follows(foreseen, visit.tongue),
        title=withdrawable(what, visit.tongue),
        action=who.url("withdraw", what=what),
        back=who.url("choices"),
        key=visit.new_key(),
    )


async def take(visit: Visit) -> Response:
    """It counts from now on, for whatever happens later (GDPR 7(3))."""
    who = await whose(visit)
    done = await visit.must(await _command(visit, who, _what(visit)))
    return RedirectResponse(who.url("chosen", position=done.recorded[0].position), 303)


def _what(visit: Visit) -> str:
    what = visit.named("what")
    if withdrawable(what, visit.tongue) is None:
        raise NotShown
    return what


async def _command(visit: Visit, who: Whose, what: str) -> Command:
    """Everything, study answers too; or the cells of one family that are allowed now."""
    if what == EVERYTHING:
        return WithdrawEverything(citizen=who.citizen, given=who.given())
    shown = await visit.ask(Consents(who.citizen))
    return RecordChoice(
        citizen=who.citizen,
        given=who.given(),
        cells=allowed_cells(shown.cells or (), what),
        says=Says.WITHDRAW,
    )
