"""What falls due is recorded by the clock; no rule waits for it. Doing it twice changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

from governance.eligibility.reader import Reader
from governance.lives import access_requests, permits
from governance.lives.access_requests.commands import CloseRequest
from governance.lives.access_requests.words import RequestStatus
from governance.lives.permits.commands import ExpirePermit
from governance.lives.permits.words import PermitStatus
from governance.principals import CLOCK
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.preparation import notify_removals
from governance.service.web_state import sweep
from governance.storage import ledger
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of

FORGOTTEN = "forgotten-web-state"
"""Rows of lapsed sessions, sign-ins, parked forms and quotas: no act, and no entry."""


async def do_due(house: House) -> Counter[str]:
    """Carry out what has fallen due, one command at a time; how many of each act were done.

    Raises Refused where not everybody could be told of removals, when all the rest is done.
    """
    done: Counter[str] = Counter()
    async for command in _due(house):
        if isinstance(await carry_out(house, command, by=CLOCK), Done):
            done[command.ACT.value] += 1
    if forgotten := await sweep(house):
        done[FORGOTTEN] = forgotten
    if notices := await notify_removals(house):
        done[Act.NOTIFY_REMOVAL.value] = notices
    return done


async def _due(house: House) -> AsyncIterator[Command]:
    today = day_of(house.clock())
    async with house.database.reading() as session:
        reader = Reader(session)
        ids = await ledger.stream_ids(session, permits.NAME)
        known = await reader.states(permits, ids)
        asked = await ledger.stream_ids(session, access_requests.NAME)
        requests = await reader.states(access_requests, asked)
    for key, permit in known.items():
        live = permit.status in (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
        if live and permit.has_ended(today):
            yield ExpirePermit(permit_id=key)
    for key, request in requests.items():
        late = request.complete_by is not None and today > request.complete_by
        if request.status is RequestStatus.RETURNED and late:
            yield CloseRequest(request_id=key)
