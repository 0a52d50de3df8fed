"""Meetings of the committee: convened, attended, minuted; and who sits on it, for everybody."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.ethics.meetings import ApproveMinutes, ConveneMeeting, RecordAttendance
from governance.service.house import new_id
from governance.views.committee import Committee
from governance.views.meetings import Meeting, Meetings
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId
from portal.forms.deeds import AttendanceForm, ConveneForm, MinutesForm
from portal.languages import N_
from portal.page import Page
from portal.pages.committee import choosing
from portal.pages.deeds import Deed, Desk
from portal.pages.lists import listed
from portal.presenters import meetings as words
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.RECORD_ATTENDANCE,
        title=N_("Record who is present"),
        says=N_("The quorum is counted from it."),
        button=N_("Record"),
        form=AttendanceForm,
        choices=choosing.attendants,
        command=lambda visit, thing, form: RecordAttendance(
            meeting_id=thing, present=frozenset(map(SubjectId, form["present"].data))
        ),
    ),
    Deed(
        act=Act.APPROVE_MINUTES,
        title=N_("Approve the minutes"),
        says=N_("An opinion takes effect only with its minutes."),
        button=N_("Approve"),
        form=MinutesForm,
        command=lambda visit, thing, form: ApproveMinutes(
            meeting_id=thing, minutes=text(form["minutes"].data)
        ),
    ),
)
MEETING_DESK = Desk("committee-meeting", "/committee/meetings/{thing}", Act.READ_REQUEST, DEEDS)


async def all_meetings(visit: Visit) -> Response:
    """The newest first."""
    return await listed(
        visit,
        "committee/meetings.html",
        Meetings(page=visit.paging()),
        words.line,
        name="committee-meetings",
        may_convene=Act.CONVENE_MEETING in visit.myself.acts,
    )


async def meeting(visit: Visit) -> Response:
    """Agenda, who was there, quorum and minutes."""
    thing = visit.named("thing")
    shown = await visit.ask(Meeting(thing))
    return visit.draw(
        "committee/meeting.html",
        meeting=words.line(shown, visit.tongue),
        summary=words.summary(shown, visit.tongue),
        agenda=words.agenda(shown),
        deeds=MEETING_DESK.offered(visit, thing, shown.may),
    )


async def convene(visit: Visit) -> Response:
    """When, and about what."""
    return await _convene(visit, await _form(visit))


async def take_convened(visit: Visit) -> Response:
    """The meeting is convened."""
    form = await _form(visit)
    if not form.validate():
        return await _convene(visit, form)
    agenda = frozenset(form["agenda"].data)
    command = ConveneMeeting(meeting_id=new_id(), day=form["day"].data, agenda=agenda)
    done = await visit.must(command)
    thing = done.recorded[0].stream.partition("/")[2]
    return RedirectResponse(visit.url("committee-meeting", thing=thing), 303)


async def _form(visit: Visit) -> ConveneForm:
    form = ConveneForm(visit.tongue, visit.form or None)
    form.offering("agenda", (await choosing.reviews_to_discuss(visit))["agenda"])
    return form


async def _convene(visit: Visit, form: ConveneForm) -> Response:
    return visit.draw(
        "committee/convene.html",
        status=422 if form.errors else 200,
        form=form,
        back=visit.url("committee-meetings"),
        key=visit.new_key(),
    )


async def sitting(visit: Visit) -> Response:
    """Who sits on the committee, and what they declared: everybody may read it."""
    shown = await visit.ask(Committee())
    return visit.draw("committee/members.html", members=words.members(shown, visit.tongue))


PAGES: tuple[Page, ...] = (
    Page(
        name="committee-members",
        path="/committee/members",
        needs=Act.READ_REGISTER,
        show=sitting,
    ),
    Page(
        name="committee-meetings",
        path="/committee/meetings",
        needs=Act.READ_REQUEST,
        show=all_meetings,
    ),
    Page(
        name="convene-meeting",
        path="/committee/meetings/new",
        needs=Act.READ_REQUEST,
        show=convene,
        take=take_convened,
        acts=frozenset({Act.CONVENE_MEETING}),
    ),
    Page(
        name="committee-meeting",
        path="/committee/meetings/{thing}",
        needs=Act.READ_REQUEST,
        show=meeting,
    ),
)
