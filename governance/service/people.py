"""Whom the outside means by its identifiers: for the operator's tools, and for whoever looks up."""

from __future__ import annotations

from collections.abc import Iterable

from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import ask
from governance.service.house import House
from governance.service.preparation.explain import NOBODY, Named
from governance.storage.people import resolve
from governance.views.looked_up import LookedUp, LookUp
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import SubjectId


async def people_named(
    house: House, issuer: str, identifiers: Iterable[str]
) -> dict[str, SubjectId]:
    """The citizens that an issuer calls so; unknown identifiers are left out."""
    async with house.database.reading() as session:
        return await resolve(session, issuer, identifiers)


async def look_up(
    house: House, who: Named, why: LookUpReason, *, by: Principal
) -> LookedUp | Refusal:
    """What this reader is shown of the citizen whom an issuer calls so; the look is logged.

    Refused with ``not-found``, whether nobody is called so or she is not this reader's to see.
    """
    known = await people_named(house, who.issuer, [who.identifier])
    citizen = known.get(who.identifier, NOBODY)
    return await ask(house, LookUp(citizen, why=why), by=by)
