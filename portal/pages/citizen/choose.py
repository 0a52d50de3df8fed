"""Choosing: read the sheet, answer one question a page, check, and it is recorded."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from governance.lives.consents.commands import RecordChoice, SetReach
from governance.lives.consents.words import Says, SheetVersion
from governance.refusals import Refusal, Refused
from governance.service import web_state
from governance.views.sheets import SheetInForce, SheetShown
from governance.vocabulary.entries import Command
from governance.vocabulary.purposes import DataCategory, PurposeFamily, Reach, RecipientKind
from portal.forms.citizen import DataForm, ExtentForm, ReachForm, RecipientsForm, TookPartForm
from portal.forms.form import Form
from portal.pages.citizen.whose import Whose, whose
from portal.presenters.citizen import choosing, questions
from portal.presenters.citizen.choosing import CHECK, Choosing, FamilyAnswer
from portal.visit import NotShown, Visit

DRAFT, NEW = "choose", "new"


async def begin(visit: Visit) -> Response:
    """What is asked and why: the information sheet in force, before the first question."""
    who, sheet = await whose(visit), await visit.ask(SheetInForce())
    first = next(Choosing().steps())
    return visit.draw(
        "citizen/choose-begin.html",
        whose=who,
        sheet=questions.sheet(sheet, visit.tongue),
        first=who.url("choose", draft=NEW, step=first),
    )


async def show(visit: Visit) -> Response:
    """One question, as it was answered before; or every answer, to be checked."""
    who, so_far = await _so_far(visit)
    if _step(visit) == CHECK:
        return await _check(visit, who, so_far)
    return _question(visit, who, so_far, _form(visit, so_far))


async def take(visit: Visit) -> Response:
    """An answer: keep it and go on, or say what is missing. At the end, record everything."""
    who, so_far = await _so_far(visit)
    if _step(visit) == CHECK:
        return await _record(visit, who, so_far)
    form = _form(visit, so_far)
    if not form.validate():
        return _question(visit, who, so_far, form)
    answered = _answered(so_far, _step(visit), form)
    house = await visit.apart()
    token = await web_state.keep_draft(house, visit.me, DRAFT, answered.to_json())
    return RedirectResponse(who.url("choose", draft=token, step=answered.after(_step(visit))), 303)


def _step(visit: Visit) -> str:
    return visit.named("step")


async def _so_far(visit: Visit) -> tuple[Whose, Choosing]:
    """What she answered on her way here. Raises NotShown for a step that is none of hers."""
    who, token = await whose(visit), visit.named("draft")
    kept = None
    if token != NEW:
        kept = await web_state.draft_of(await visit.apart(), visit.me, DRAFT, token)
        if kept is None:
            raise NotShown
    so_far = choosing.from_json(kept, for_minor=who.is_minor)
    if _step(visit) not in so_far.steps():
        raise NotShown
    return who, so_far


def _form(visit: Visit, so_far: Choosing) -> Form:
    sent = visit.form or None
    family, _, detail = _step(visit).partition(".")
    if family == choosing.REACH:
        return ReachForm(visit.tongue, sent, reach=so_far.reach)
    if family == choosing.TOOK_PART:
        told = {None: None, True: "yes", False: "no"}[so_far.took_part]
        return TookPartForm(visit.tongue, sent, took_part=told)
    said = so_far.of(PurposeFamily(family))
    if detail == choosing.DATA:
        return DataForm(visit.tongue, sent, kinds=sorted(said.data))
    if detail == choosing.RECIPIENTS:
        return RecipientsForm(visit.tongue, sent, recipients=sorted(said.recipients))
    return ExtentForm(visit.tongue, sent, extent=said.extent)


def _answered(so_far: Choosing, step: str, form: Form) -> Choosing:
    family, _, detail = step.partition(".")
    if family == choosing.REACH:
        return replace(so_far, reach=Reach(form["reach"].data))
    if family == choosing.TOOK_PART:
        return replace(so_far, took_part=form["took_part"].data == "yes")
    asked = PurposeFamily(family)
    return so_far.with_family(asked, _family_answer(so_far.of(asked), detail, form))


def _family_answer(said: FamilyAnswer, detail: str, form: Form) -> FamilyAnswer:
    if detail == choosing.DATA:
        return replace(said, data=frozenset(map(DataCategory, form["kinds"].data)))
    if detail == choosing.RECIPIENTS:
        chosen = frozenset(map(RecipientKind, form["recipients"].data))
        return replace(said, recipients=chosen)
    return replace(said, extent=choosing.Extent(form["extent"].data))


def _question(visit: Visit, who: Whose, so_far: Choosing, form: Form) -> Response:
    step, draft = _step(visit), visit.named("draft")
    before = so_far.before(step)
    asked = questions.question(step, visit.tongue, name=who.name)
    return visit.draw(
        "citizen/choose-question.html",
        status=422 if form.errors else 200,
        whose=who,
        form=form.asking(asked.field, asked.title, asked.hint, asked.choices),
        hints=asked.hints,
        question=asked,
        back=who.url("choose", draft=draft, step=before) if before else who.url("choose-begin"),
        action=who.url("choose", draft=draft, step=step),
    )


async def _check(visit: Visit, who: Whose, so_far: Choosing) -> Response:
    draft = visit.named("draft")
    steps = {step: who.url("choose", draft=draft, step=step) for step in so_far.steps()}
    return visit.draw(
        "citizen/choose-check.html",
        whose=who,
        answers=questions.answers(so_far, steps, visit.tongue),
        complete=so_far.complete,
        back=steps[so_far.before(CHECK) or CHECK],
        action=steps[CHECK],
        key=visit.new_key(),
    )


async def _record(visit: Visit, who: Whose, so_far: Choosing) -> Response:
    """All of it at once: an answer to every cell, and how far data may go."""
    if not so_far.complete:
        return await _check(visit, who, so_far)
    sheet = await visit.ask(SheetInForce())
    done = await visit.carry_out_together(_commands(visit, who, so_far, sheet))
    if isinstance(done, Refusal):
        raise Refused(done)
    first = min(entry.position for entry in done.recorded)
    return RedirectResponse(who.url("chosen", position=first), 303)


def _commands(visit: Visit, who: Whose, so_far: Choosing, sheet: SheetShown) -> list[Command]:
    if sheet.id is None or sheet.major is None or sheet.minor is None:
        raise NotShown
    given, version = who.given(), SheetVersion(sheet.id, sheet.major, sheet.minor)
    said = zip((Says.ALLOW, Says.REFUSE), so_far.cells(), strict=True)
    choices: list[Command] = [
        RecordChoice(
            citizen=who.citizen,
            given=given,
            cells=cells,
            says=says,
            sheet=version,
            language=visit.language,
            minor_took_part=so_far.took_part,
        )
        for says, cells in said
        if cells
    ]
    assert so_far.reach is not None, "only complete answers are recorded"
    return [*choices, SetReach(citizen=who.citizen, given=given, reach=so_far.reach)]
