"""The question what waits for somebody: every kind is looked for, and each find is judged."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.eligibility.access import roles_of
from governance.lives import access_requests, consents, information_sheets, permits, releases
from governance.lives.ethics import reviews
from governance.lives.programme import switches
from governance.policy.access import acts_within
from governance.policy.visibility_facts import View
from governance.storage import ledger
from governance.views.acting_for import ActingFor
from governance.views.asked_again import NewSheetNeedsAnswer
from governance.views.question import About, Looking, Question
from governance.views.tasks import committee, requests
from governance.views.tasks import permits as granted
from governance.views.tasks.desk import Desk, Kind
from governance.views.tasks.task import Task, TaskCode
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId

KINDS: tuple[Kind, ...] = (*requests.KINDS, *committee.KINDS, *granted.KINDS)


@dataclass(frozen=True, slots=True)
class Tasks(Question[tuple[Task, ...]]):
    """What waits for her now, the soonest due first. Asked by anybody, about herself alone."""

    ACT: ClassVar[Act] = Act.READ_REGISTER

    async def answer(self, looking: Looking) -> tuple[Task, ...]:
        """Machines have no tasks; an instant of the past changes nothing."""
        if looking.by.machine_role is not None:
            return ()
        desk = Desk(looking)
        offered = acts_within(await roles_of(looking.now, looking.by, at=looking.at))
        found = [task async for task in _asked_again(desk)]
        for kind in KINDS:
            if kind.mine or kind.act in offered:
                found += [task async for task in _of_kind(desk, kind)]
        found += [task async for task in _of_the_programme(desk, offered)]
        return tuple(sorted(found, key=_soonest))


def _soonest(task: Task) -> tuple[date, str, About]:
    return (task.due or date.max, task.code, task.about)


async def _of_kind(desk: Desk, kind: Kind) -> AsyncIterator[Task]:
    keys: Collection[str] = await _candidates(desk, kind)
    if kind.narrowed is not None and keys:
        keys = await kind.narrowed(desk, keys)
    states = await desk.looking.now.states(kind.life, keys)
    for key, state in states.items():
        waits = await kind.waits(desk, key, state)
        about = ((kind.about or kind.life).NAME, key)
        if waits is not None and await desk.may(kind.act, about, waits.command):
            study = await _study(desk, about)
            yield Task(code=kind.code, act=kind.act, about=about, due=waits.due, study=study)


async def _candidates(desk: Desk, kind: Kind) -> Collection[str]:
    if kind.among is not None:
        return await kind.among(desk)
    if kind.of is None:
        return await desk.find(kind.life, kind.statuses, mine=kind.mine)
    mine = await desk.find(kind.of, None, mine=kind.mine)
    return await desk.find(kind.life, kind.statuses, within=mine) if mine else ()


async def _study(desk: Desk, about: About) -> str | None:
    """The name of the study behind it, where the tables let her see it."""
    life, key = about
    if life == releases.NAME:
        release: releases.State = await desk.state(releases, key)
        life, key = permits.NAME, release.recipe.permit_id if release.recipe else ""
    if life == permits.NAME:
        permit: permits.State = await desk.state(permits, key)
        seen = await desk.looking.sees(View.PERMIT, (permits.NAME, key))
        return permit.content.study if permit.content and "study" in seen else None
    if life not in (access_requests.NAME, reviews.NAME):
        return None
    request: access_requests.State = await desk.state(access_requests, key)
    seen = await desk.looking.sees(View.REQUEST, (access_requests.NAME, key))
    return request.application.study if request.application and "study" in seen else None


async def _asked_again(desk: Desk) -> AsyncIterator[Task]:
    """A new sheet asks again: her, and whom she may answer for."""
    looking = desk.looking
    mandates = await ActingFor().answer(looking)
    for citizen in dict.fromkeys([looking.by.subject, *(SubjectId(m.id) for m in mandates)]):
        about = (consents.NAME, citizen)
        if await looking.may(Act.RECORD_CHOICE, about):
            again = await NewSheetNeedsAnswer(citizen).answer(looking)
            if again is not None and again.anything:
                yield _without_day(TaskCode.ANSWER_AGAIN, Act.RECORD_CHOICE, about)


async def _of_the_programme(desk: Desk, offered: frozenset[Act]) -> AsyncIterator[Task]:
    board = (switches.NAME, switches.STREAM)
    if Act.LIFT_STOP in offered:
        state: switches.State = await desk.state(switches, switches.STREAM)
        if state.stopped and await desk.may(Act.LIFT_STOP, board):
            yield _without_day(TaskCode.LIFT_STOP, Act.LIFT_STOP, board)
    if Act.PUBLISH_SHEET in offered:
        keys = await ledger.stream_ids(desk.looking.now.session, information_sheets.NAME)
        for key, sheet in (await desk.looking.now.states(information_sheets, keys)).items():
            about = (information_sheets.NAME, key)
            drafted = sheet.retired_at is None and sheet.versions[-1].published_at is None
            if drafted and await desk.may(Act.PUBLISH_SHEET, about):
                yield _without_day(TaskCode.PUBLISH_SHEET, Act.PUBLISH_SHEET, about)


def _without_day(code: TaskCode, act: Act, about: About) -> Task:
    return Task(code=code, act=act, about=about, due=None, study=None)
