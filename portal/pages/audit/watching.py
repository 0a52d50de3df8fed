"""Who tried what in vain, who read what, and who works here."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.access_log import AccessLog
from governance.views.staff import Partners, RefusedAttempts, Staff
from governance.vocabulary.acts import Act
from portal.forms.audit import ReadsForm
from portal.pages.audit.looking import address_of_older, asked, chosen
from portal.presenters import watching as words
from portal.visit import NotShown, Visit


async def attempts(visit: Visit) -> Response:
    """Refused attempts at sensitive acts, the newest first."""
    shown = await visit.ask(RefusedAttempts(part=visit.part()))
    found = shown.refused_attempts
    if found is None:
        raise NotShown
    return visit.draw(
        "audit/attempts.html",
        rows=[words.attempt(one, visit.tongue) for one in found.rows],
        older=address_of_older(visit.url("audit-attempts"), found.next, {}),
        back=visit.url("audit"),
    )


async def reads(visit: Visit) -> Response:
    """Reads of records, refused ones too, those that fit every filter."""
    form = ReadsForm(visit.tongue, visit.request.query_params)
    form.validate()
    act, allowed = chosen(form, "act"), chosen(form, "allowed")
    question = AccessLog(
        act=Act(act) if act else None,
        allowed=allowed == "yes" if allowed else None,
        day=form["day"].data,
        part=visit.part(),
    )
    found, path, filters = await visit.ask(question), visit.url("audit-reads"), asked(visit, form)
    return visit.draw(
        "audit/reads.html",
        form=form,
        path=path,
        clear=path if filters else None,
        rows=[words.read(one, visit.tongue) for one in found.rows],
        older=address_of_older(path, found.next, filters),
        back=visit.url("audit"),
    )


async def staff(visit: Visit) -> Response:
    """Who has which role, since when; and which systems of others may ask what."""
    found, partners = await visit.ask(Staff()), await visit.ask(Partners())
    return visit.draw(
        "audit/staff.html",
        rows=[words.worker(one, visit.tongue) for one in found],
        partners=[words.partner(one, visit.tongue) for one in partners.partners or ()],
        back=visit.find("audit"),
    )
