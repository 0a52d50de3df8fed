"""Writing a request: a name, then sections that are saved one by one."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.responses import RedirectResponse, Response

from governance.lives.access_requests.commands import DraftRequest, EditRequest
from governance.service.house import new_id
from governance.views.catalogue import Catalogue, DatasetShown
from governance.views.paging import MOST_ROWS
from governance.views.paging import Page as Paging
from governance.views.request_documents import CompletenessCheck
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from portal.forms.drafts import NewRequestForm
from portal.forms.form import Form
from portal.languages import N_
from portal.messages.names import name
from portal.page import Page
from portal.pages.requests.sections import SECTIONS, Section, unknown_columns
from portal.presenters import requests as words
from portal.presenters.drafts import Draft, code_of, draft_of, new_draft, task_of
from portal.visit import NotShown, Visit

NO_SUCH_COLUMN = N_("No dataset that you chose has a column called so: %(names)s")
STOOD = "stood"
"""The hidden field that says what a section said when its form was shown."""
EVERY_DATASET = Catalogue(page=Paging(1, MOST_ROWS))


async def new(visit: Visit) -> Response:
    """What it is called."""
    return _new(visit, NewRequestForm(visit.tongue))


async def take_new(visit: Visit) -> Response:
    """A draft that has only a name."""
    form = NewRequestForm(visit.tongue, visit.form)
    if not form.validate():
        return _new(visit, form)
    draft = new_draft(code_of(form["study"].data), visit.me, visit.today)
    done = await visit.must(DraftRequest(request_id=new_id(), **draft.fields()))
    thing = done.recorded[0].stream.partition("/")[2]
    return RedirectResponse(visit.url("write-request", thing=thing), 303)


def _new(visit: Visit, form: NewRequestForm) -> Response:
    return visit.draw(
        "requests/new.html",
        status=422 if form.errors else 200,
        form=form,
        back=visit.url("requests"),
        key=visit.new_key(),
    )


async def sections(visit: Visit) -> Response:
    """The sections, what each still lacks, and the way to hand the request in."""
    thing = visit.named("thing")
    shown, check = await visit.ask(Request(thing)), await visit.ask(CompletenessCheck(thing))
    missing = check.missing_items or frozenset()
    back = check.returned_items
    return visit.draw(
        "requests/sections.html",
        request=words.line(shown, visit.tongue),
        sections=[
            task_of(
                visit.tongue.gettext(one.title),
                visit.url("write-section", thing=thing, section=key),
                [name(visit.tongue, item) for item in sorted(missing & one.items)],
                visit.tongue,
            )
            for key, one in SECTIONS.items()
        ],
        missing=[name(visit.tongue, item) for item in sorted(missing)],
        asked_for=[name(visit.tongue, item) for item in sorted(back.items)] if back else [],
        documents=visit.url("request-documents", thing=thing),
        back=visit.url("request", thing=thing),
        submit=visit.url("request-submit-request", thing=thing),
    )


async def section(visit: Visit) -> Response:
    """One section as it stands."""
    draft = await _draft(visit)
    return await _section(visit, draft, None)


async def take_section(visit: Visit) -> Response:
    """Another section; the others stay as they are.

    Where it was saved meanwhile, in another window or by somebody else, neither text is lost: she
    is told, and hers stands in the form. Whoever goes back and writes on sends the same form with
    another text: that is a new edit. The same text once more changes nothing, and nothing is
    recorded.
    """
    draft = await _draft(visit)
    part = _part(visit)
    form, described = await _form(visit, part, draft, visit.form)
    valid = form.validate()
    if unknown := unknown_columns(form, described):
        form.blame("columns", visit.tongue.gettext(NO_SUCH_COLUMN) % {"names": ", ".join(unknown)})
    if not valid or unknown:
        return await _section(visit, draft, form)
    changed = draft.changed(**part.changes(form, described))
    if changed != draft:
        if visit.form.get(STOOD) not in (None, _stands(part, draft)):
            return await _section(visit, draft, form, overtaken=True)
        edit = EditRequest(request_id=visit.named("thing"), **changed.fields())
        await visit.must(edit, step=new_id())
    return RedirectResponse(visit.url("write-request", thing=visit.named("thing")), 303)


async def _section(
    visit: Visit, draft: Draft, sent: Form | None, *, overtaken: bool = False
) -> Response:
    part, thing = _part(visit), visit.named("thing")
    form = sent or (await _form(visit, part, draft, None))[0]
    key = visit.named("section")
    return visit.draw(
        "requests/section.html",
        status=422 if form.errors else 409 if overtaken else 200,
        title=visit.tongue.gettext(part.title),
        overtaken=overtaken,
        stood=_stands(part, draft),
        form=form,
        action=visit.url("write-section", thing=thing, section=key),
        back=visit.url("write-request", thing=thing),
        key=visit.new_key(),
    )


def _stands(part: Section, draft: Draft) -> str:
    """A digest of what a section says now, by which a form knows what it was begun from."""
    return hashlib.sha256(repr(sorted(part.begins(draft).items())).encode()).hexdigest()


def _part(visit: Visit) -> Section:
    part = SECTIONS.get(visit.named("section"))
    if part is None:
        raise NotShown
    return part


async def _draft(visit: Visit) -> Draft:
    return draft_of(await visit.ask(Request(visit.named("thing"))), visit.me)


async def _form(visit: Visit, part: Section, draft: Draft, sent: Any) -> tuple[Form, Any]:
    form = part.form(visit.tongue, sent or None, **part.begins(draft))
    described: tuple[DatasetShown, ...] = ()
    if "leads" in form:
        people = await _people(visit)
        form.offering("leads", people)
        form.offering("named", [one for one in people if one[0] != visit.me])
    if "datasets" in form:
        described = (await visit.ask(EVERY_DATASET)).rows
        form.offering("datasets", [(one.id, one.title or one.id) for one in described])
    return form, described


async def _people(visit: Visit) -> list[tuple[str, str]]:
    """Herself, and everybody whom the request names already."""
    shown = await visit.ask(Request(visit.named("thing")))
    others = {one.id: one.name or one.id for one in shown.named_persons or ()}
    myself = visit.tongue.gettext("You (%(who)s)") % {"who": visit.myself.name or visit.me}
    return list((others | {visit.me: myself}).items())


EDITS = frozenset({Act.EDIT_REQUEST})
PAGES = (
    Page(
        name="new-request",
        path="/requests/new",
        needs=Act.DRAFT_REQUEST,
        show=new,
        take=take_new,
        acts=frozenset({Act.DRAFT_REQUEST}),
    ),
    Page(
        name="write-request", path="/requests/{thing}/write", needs=Act.READ_REQUEST, show=sections
    ),
    Page(
        name="write-section",
        path="/requests/{thing}/write/{section}",
        needs=Act.READ_REQUEST,
        show=section,
        take=take_section,
        acts=EDITS,
    ),
)
