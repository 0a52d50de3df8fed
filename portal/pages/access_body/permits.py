"""Permits at the access body: what is in force, and what can be done about each."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.permits.commands import (
    ExtendPermit,
    FlagProhibitedUse,
    RecordDeletion,
    ResumePermit,
    RevokePermit,
    SuspendPermit,
)
from governance.views.permit_lists import Permits
from governance.views.permits import Permit
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.purposes import ProhibitedUse
from portal.forms.deeds import EvidenceForm, ExtendForm, ReasonForm, UseForm
from portal.languages import N_
from portal.page import Page
from portal.pages.access_body import issuing
from portal.pages.deeds import Deed, Desk
from portal.pages.lists import listed
from portal.presenters import permits as words
from portal.presenters.requests import steps
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.SUSPEND_PERMIT,
        title=N_("Suspend the permit"),
        says=N_("All use stops until it is resumed."),
        button=N_("Suspend"),
        form=ReasonForm,
        command=lambda visit, thing, form: SuspendPermit(
            permit_id=thing, reason=text(form["reason"].data)
        ),
    ),
    Deed(
        act=Act.RESUME_PERMIT,
        title=N_("Resume the permit"),
        says=N_("What was suspended may go on."),
        button=N_("Resume"),
        form=ReasonForm,
        command=lambda visit, thing, form: ResumePermit(
            permit_id=thing, reason=text(form["reason"].data)
        ),
    ),
    Deed(
        act=Act.EXTEND_PERMIT,
        title=N_("Extend the permit"),
        says=N_("Once, by at most ten years, asked at least a month before it ends."),
        button=N_("Extend"),
        form=ExtendForm,
        command=lambda visit, thing, form: ExtendPermit(
            permit_id=thing,
            ends=form["ends"].data,
            asked_on=visit.today,
            justification=text(form["justification"].data),
        ),
    ),
    Deed(
        act=Act.FLAG_PROHIBITED_USE,
        title=N_("Report a prohibited use"),
        says=N_("The permit is suspended at once."),
        button=N_("Report"),
        form=UseForm,
        ends=True,
        command=lambda visit, thing, form: FlagProhibitedUse(
            permit_id=thing,
            use=ProhibitedUse(form["use"].data),
            reason=text(form["reason"].data),
        ),
    ),
    Deed(
        act=Act.REVOKE_PERMIT,
        title=N_("Revoke the permit"),
        says=N_("It ends for good. The measure is published."),
        button=N_("Revoke"),
        form=ReasonForm,
        ends=True,
        command=lambda visit, thing, form: RevokePermit(
            permit_id=thing, reason=text(form["reason"].data)
        ),
    ),
    Deed(
        act=Act.RECORD_DELETION,
        title=N_("Record that the data were deleted"),
        says=N_("Within six months of the end of the permit."),
        button=N_("Record"),
        form=EvidenceForm,
        command=lambda visit, thing, form: RecordDeletion(
            permit_id=thing, evidence=text(form["evidence"].data)
        ),
    ),
)
PERMIT_DESK = Desk("access-body-permit", "/access-body/permits/{thing}", Act.READ_PERMIT, DEEDS)


async def all_permits(visit: Visit) -> Response:
    """Every permit that was issued, the one that ends first at the top."""
    return await listed(
        visit,
        "access_body/permits.html",
        Permits(page=visit.paging()),
        words.line,
        name="access-body-permits",
    )


async def permit(visit: Visit) -> Response:
    """What was granted, and what she may do about it now."""
    thing = visit.named("thing")
    shown = await visit.ask(Permit(thing))
    return visit.draw(
        "access_body/permit.html",
        permit=words.line(shown, visit.tongue),
        granted=words.granted(shown, visit.tongue),
        undertakings=words.undertakings(shown, visit.tongue),
        reasons=words.reasons(shown),
        steps=steps(shown.history, visit.tongue),
        deeds=PERMIT_DESK.offered(visit, thing, shown.may),
    )


PAGES: tuple[Page, ...] = (
    Page(
        name="access-body-permits",
        path="/access-body/permits",
        needs=Act.READ_PERMIT,
        show=all_permits,
    ),
    Page(
        name="access-body-permit",
        path="/access-body/permits/{thing}",
        needs=Act.READ_PERMIT,
        show=permit,
    ),
    Page(
        name="issue-permit",
        path="/access-body/{thing}/issue-permit",
        needs=Act.READ_REQUEST,
        show=issuing.show,
        take=issuing.take,
        acts=frozenset({Act.ISSUE_PERMIT}),
    ),
)
