"""What falls due is recorded by the clock; no rule waits for it. Doing it twice changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date

from governance.eligibility.phrases import read_phrases
from governance.eligibility.reader import Reader
from governance.lives import access_requests, consents, permits
from governance.lives.access_requests.commands import CloseRequest
from governance.lives.access_requests.words import RequestStatus
from governance.lives.citizens.commands import NoteMajority
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.lives.consents.commands import NoteExpiry
from governance.lives.consents.words import Given
from governance.lives.permits.commands import ExpirePermit
from governance.lives.permits.words import PermitStatus
from governance.principals import CLOCK
from governance.service.anchoring import anchor
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.preparation import notify_removals
from governance.service.web_state import sweep
from governance.storage import ledger
from governance.storage.queries import expiring, population
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import MAJORITY
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of, latest_birth
from governance.vocabulary.people import Capacity, SubjectId

FORGOTTEN = "forgotten-web-state"
"""Rows of lapsed sessions, sign-ins, parked forms and quotas: no act, and no entry."""

SIGNED = "signed-checkpoint"
"""A checkpoint of the ledger was given out: no act, and no entry."""


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
    try:
        if notices := await notify_removals(house):
            done[Act.NOTIFY_REMOVAL.value] = notices
    finally:
        if await anchor(house):
            done[SIGNED] = 1
    return done


async def _due(house: House) -> AsyncIterator[Command]:
    today = day_of(house.clock())
    async with house.database.reading() as session:
        reader = Reader(session)
        ids = await ledger.stream_ids(session, permits.NAME)
        known = await reader.states(permits, ids)
        asked = await ledger.stream_ids(session, access_requests.NAME)
        requests = await reader.states(access_requests, asked)
        of_age = await expiring.came_of_age(
            session, latest_birth(today, MAJORITY), ENDING_AT_MAJORITY
        )
    for key, permit in known.items():
        live = permit.status in (PermitStatus.IN_FORCE, PermitStatus.SUSPENDED)
        if live and permit.has_ended(today):
            yield ExpirePermit(permit_id=key)
    for key, request in requests.items():
        late = request.complete_by is not None and today > request.complete_by
        if request.status is RequestStatus.RETURNED and late:
            yield CloseRequest(request_id=key)
    for citizen in of_age:
        yield NoteMajority(citizen=citizen)
    async for expired in _expired(house, today):
        yield expired


async def _expired(house: House, today: date) -> AsyncIterator[Command]:
    """For each answer that still counts but for its last day, until that was noted."""
    async with house.database.reading() as session:
        phrases = read_phrases(await population.phrases(session))
        over = {
            str(number): date.fromisoformat(phrase["until"])
            for number, phrase in phrases.items()
            if phrase.get("until") and date.fromisoformat(phrase["until"]) < today
        }
        stances = await expiring.distinct_stances(session) if over else []
    for stance in stances:
        days = {over[number] for number in stance.split(",") if number in over}
        if not days:
            continue
        async with house.database.reading() as session:
            people = await expiring.whose_stance(session, stance)
            known = await Reader(session).states(consents, people)
        given = _by_the_clock(house)
        for citizen, state in known.items():
            for day in sorted(days - state.expiries_noted):
                yield NoteExpiry(citizen=SubjectId(citizen), given=given, expired_on=day)


def _by_the_clock(house: House) -> Given:
    return Given(
        giver=CLOCK.subject,
        capacity=Capacity.SELF,
        channel=CLOCK.channel,
        effective_at=house.clock(),
    )
