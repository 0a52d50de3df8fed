"""Carrying a signed release out: the engine works in the background of this process.

It judges everything itself, in its own right; whoever starts it only says when. A process that is
stopped meanwhile leaves the release signed or frozen, and whoever has charge of it starts it again.
"""

from __future__ import annotations

import asyncio
from enum import StrEnum

import structlog
from starlette.responses import RedirectResponse, Response

from governance.lives.releases.words import ReleaseStatus
from governance.refusals import Refusal
from governance.service.house import House
from governance.service.preparation import run_release
from governance.views.releases import Release, ReleaseShown
from governance.vocabulary.acts import Act
from portal.messages.refusals import RefusalInWords, in_words
from portal.presenters import releases as words
from portal.visit import NotShown, Visit

IN_CHARGE = Act.CANCEL_RELEASE
"""Whoever may stop a signed release may also let it go on."""
PATIENCE = 3.0
"""Seconds that a page waits for the engine: small releases are made at once."""
UNFINISHED = frozenset({ReleaseStatus.SIGNED, ReleaseStatus.FROZEN})
log = structlog.get_logger("portal")
Works = dict[str, asyncio.Task[Refusal | None]]
"""What this portal carries out, or was last refused, by release."""


class Progress(StrEnum):
    """How it goes with a release that was signed and has not come to its end."""

    UNDER_WAY = "under-way"
    WAITING = "waiting"
    """Nobody makes it in this process."""


async def show(visit: Visit) -> Response:
    """What will happen, and one button."""
    shown = await _in_charge(visit)
    return visit.draw(
        "releases/carry-out.html",
        release=words.line(shown, visit.tongue),
        action=visit.url("carry-out-release", thing=shown.id),
        back=visit.url("release", thing=shown.id),
        key=visit.new_key(),
    )


async def take(visit: Visit) -> Response:
    """Start it, unless it is under way; the page of the release tells what came of it."""
    shown = await _in_charge(visit)
    await begin(visit, shown.id)
    return RedirectResponse(visit.url("release", thing=shown.id), 303)


async def begin(visit: Visit, release_id: str) -> None:
    """Let the engine begin, or go on, and wait for it a little; a second start changes nothing."""
    works = _works(visit)
    known = works.get(release_id)
    if known is None or known.done():
        works[release_id] = asyncio.create_task(_carry_out(await visit.apart(), release_id))
    await asyncio.wait([works[release_id]], timeout=PATIENCE)


def progress(visit: Visit, shown: ReleaseShown) -> Progress | None:
    """How it goes; None where there is nothing to carry out."""
    if shown.status not in UNFINISHED:
        _works(visit).pop(shown.id, None)
        return None
    task = _works(visit).get(shown.id)
    return Progress.UNDER_WAY if task and not task.done() else Progress.WAITING


def refused(visit: Visit, shown: ReleaseShown) -> RefusalInWords | None:
    """Why the engine was last refused, for those who have charge of the release."""
    task = _works(visit).get(shown.id)
    outcome = task.result() if task and task.done() and not task.exception() else None
    if outcome is None or IN_CHARGE not in visit.myself.acts:
        return None
    return in_words(visit.tongue, outcome)


def _works(visit: Visit) -> Works:
    works: Works = visit.request.app.state.works
    return works


async def _in_charge(visit: Visit) -> ReleaseShown:
    shown = await visit.ask(Release(visit.named("thing")))
    if IN_CHARGE not in visit.myself.acts or shown.status not in UNFINISHED:
        raise NotShown
    return shown


async def _carry_out(house: House, release_id: str) -> Refusal | None:
    try:
        outcome = await run_release(house, release_id)
    except Exception as fault:  # whoever runs the portal is told; the release stays as it is
        log.error("release", release=release_id, kind=type(fault).__name__)
        raise
    return outcome if isinstance(outcome, Refusal) else None  # else it is told by its status
