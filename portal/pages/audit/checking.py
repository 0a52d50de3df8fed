"""The check of the whole ledger: in the background of this process, one at a time, for everybody
who reads the ledger. A long ledger takes minutes; the page says how far the check has come.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

import structlog
from starlette.responses import Response

from governance.refusals import Refusal, Refused
from governance.service.ledger_check import Progress, watch_check
from governance.views.ledger import LedgerSummary
from portal.presenters import ledger as words
from portal.visit import Visit

PATIENCE = 3.0
"""Seconds that a page waits for the end: a short ledger is checked at once."""
log = structlog.get_logger("portal")


@dataclass
class Check:
    """The newest check in this process."""

    begun: datetime
    task: asyncio.Task[None]
    last: Progress | None = None

    @property
    def broken(self) -> bool:
        """Whether it ended before its end, by a fault of ours."""
        return self.task.done() and not (self.last and self.last.done)


async def show(visit: Visit) -> Response:
    """What a check compares, how the newest one goes or ended, and one button."""
    await visit.ask(LedgerSummary())
    check: Check | None = visit.request.app.state.ledger_check
    under_way = check is not None and not check.task.done()
    ended = check.last if check and not under_way and not check.broken else None
    return visit.draw(
        "audit/verify.html",
        begun=check.begun if check else None,
        under_way=under_way,
        broken=check.broken if check else False,
        so_far=check.last if check else None,
        result=words.checked(ended, visit.tongue) if ended else None,
        key=visit.new_key(),
        back=visit.url("audit"),
    )


async def take(visit: Visit) -> Response:
    """Begin, unless one is under way; every entry is hashed anew, and nothing is held between."""
    check = _under_way(visit)
    if check is None:
        watched = await watch_check(await visit.apart(), by=visit.principal)
        if isinstance(watched, Refusal):
            raise Refused(watched)
        check = _under_way(visit) or begin(watched, visit.now)  # somebody else was asking too
        visit.request.app.state.ledger_check = check
    await asyncio.wait([check.task], timeout=PATIENCE)
    return visit.leave_for("audit-verify")


def _under_way(visit: Visit) -> Check | None:
    check: Check | None = visit.request.app.state.ledger_check
    return None if check is None or check.task.done() else check


def begin(steps: AsyncIterator[Progress], at: datetime) -> Check:
    """A check that goes on by itself, and remembers how far it has come."""

    async def watch() -> None:
        try:
            async for progress in steps:
                check.last = progress
        except Exception as fault:  # told to whoever runs the portal, and on the page as broken
            log.error("ledger-check", kind=type(fault).__name__)

    check = Check(at, asyncio.create_task(watch()))
    return check
