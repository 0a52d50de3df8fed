"""The facts of a list of citizens, or of everyone, from the projections.

People of one profile share their facts, which are made once. Tested against the fold of every
citizen's streams.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from governance.eligibility.asked import Asked, with_relatives
from governance.eligibility.phrases import Phrase, read_phrases
from governance.eligibility.profiles import Profiles, Ties
from governance.eligibility.reader import Reader
from governance.eligibility.streams import citizen_facts
from governance.policy.release_facts import CitizenFacts
from governance.storage.people import known_numbers
from governance.storage.queries import population as query
from governance.storage.queries.population import KnownPerson, Numbers
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

Found = dict[SubjectId, CitizenFacts]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of rows hold no cycles: looking for some among them takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


async def gather(
    session: AsyncSession, asked: Asked, only: Iterable[SubjectId] | None = None
) -> Found:
    """The facts of these citizens, or of everyone. Who is not registered has none."""
    kin = await _kin(session, asked) if asked.family_linked else []
    numbers = None
    if only is not None:
        only = dict.fromkeys(only)
        wanted = {*only, *(relative for citizen, relative in kin if citizen in only)}
        numbers = sorted((await known_numbers(session, wanted)).values())
        if not numbers:
            return {}
    with _uncollected():
        people = await query.people(session, asked.instant, numbers)
        found = await _facts(session, asked, people, numbers)
    await _survivors(session, asked, found)
    if asked.family_linked:
        found = _relatives(found, kin)
    return found if only is None else {who: found[who] for who in only if who in found}


async def _kin(session: AsyncSession, asked: Asked) -> list[tuple[SubjectId, SubjectId]]:
    """Who is whose relative, each by the entry that lives on."""
    position = asked.instant.position
    merged = dict(await query.duplicates(session, position))

    def survivor(who: str) -> SubjectId:
        while who in merged:
            who = merged[who]
        return SubjectId(who)

    declared = await query.kinships(session, position)
    pairs = {(survivor(citizen), survivor(relative)) for citizen, relative in declared}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


async def _facts(
    session: AsyncSession, asked: Asked, people: list[KnownPerson], numbers: Numbers
) -> Found:
    phrases = read_phrases(await query.phrases(session))
    profiles = Profiles(asked, phrases, await _ties(session, asked, phrases))
    said = await query.said(session, asked.instant, numbers)
    found = dict(profiles.of_the_living(people, said))
    dead = [one for one in people if one[2] is not None and one[3] is not None]
    told = await query.said_at(session, asked.instant, [number for number, *_ in dead])
    for one in dead:
        found[SubjectId(one[1])] = profiles.of_the_dead(one, told.get(one[0], []))
    return found


async def _ties(session: AsyncSession, asked: Asked, phrases: dict[int, Phrase]) -> Ties:
    position, day = asked.instant.position, day_of(asked.instant.time)
    mandates = await query.mandates(session, position, day)
    protected = await query.protected(session, position, day)
    return Ties(mandates, protected, await _out_at_cut_off(session, asked, phrases))


async def _out_at_cut_off(
    session: AsyncSession, asked: Asked, phrases: dict[int, Phrase]
) -> dict[int, bool]:
    """Whether each citizen who ever opted out by the cut-off was opted out at that instant."""
    if asked.cut_off is None:
        return {}
    switches = [number for number, phrase in phrases.items() if phrase["kind"] == "opt-out"]
    until = replace(asked.instant, time=asked.cut_off)
    said = await query.said_until(session, until, switches)
    return {citizen: phrases[int(told.split(",")[-1])]["on"] for citizen, told in said.items()}


async def _survivors(session: AsyncSession, asked: Asked, found: Found) -> None:
    """Whoever has merged duplicates is folded from her streams: there are few."""
    merged = await query.duplicates(session, asked.instant.position)
    survivors = {SubjectId(survivor) for _, survivor in merged} & set(found)
    reader = Reader(session, up_to=asked.instant.position)
    for who in survivors:
        found[who] = await citizen_facts(reader, who, asked)


def _relatives(found: Found, kin: list[tuple[SubjectId, SubjectId]]) -> Found:
    declared: dict[SubjectId, list[CitizenFacts | None]] = {}
    for citizen, relative in kin:
        declared.setdefault(citizen, []).append(found.get(relative))
    none: list[CitizenFacts | None] = []
    return {who: with_relatives(facts, declared.get(who, none)) for who, facts in found.items()}
