"""The facts of a list of citizens, or of everyone, from the projections.

People of one profile share their facts, which are made once. Tested against the fold of every
citizen's streams.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from governance.eligibility.asked import Asked, answer_of, with_relatives
from governance.eligibility.meanings import Meanings
from governance.eligibility.profiles import Found, Profiles, spoke_after_death
from governance.eligibility.reader import Reader
from governance.eligibility.streams import citizen_facts
from governance.eligibility.ties import Ties
from governance.lives import citizens, consents
from governance.policy.release_facts import CitizenFacts
from governance.storage.driver import Session
from governance.storage.people import known_numbers
from governance.storage.queries import population as query
from governance.storage.queries.population import EARLIER, Dead, Living, Numbers
from governance.vocabulary.answers import Relatives
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

A_LIST = 100_000
"""From so many people on, looking at everyone is faster than looking for each of them."""


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


async def gather(session: Session, asked: Asked, only: Iterable[SubjectId] | None = None) -> Found:
    """The facts of these citizens, or of everyone. Who is not registered has none."""
    kin = await _kin(session, asked) if asked.family_linked else []
    numbers = None
    if only is not None:
        only = dict.fromkeys(only)
    if only is not None and len(only) < A_LIST:
        wanted = {*only, *(relative for citizen, relative in kin if citizen in only)}
        numbers = sorted((await known_numbers(session, wanted)).values())
        if not numbers:
            return {}
    with _uncollected():
        found = await _facts(session, asked, numbers)
    await _survivors(session, asked, found)
    if asked.family_linked:
        found = _relatives(found, kin)
    return found if only is None else {who: found[who] for who in only if who in found}


async def _kin(session: Session, asked: Asked) -> list[tuple[SubjectId, SubjectId]]:
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


async def _facts(session: Session, asked: Asked, numbers: Numbers) -> Found:
    meanings = Meanings(await query.phrases(session), asked)
    living = await query.living(session, asked.instant, numbers)
    dead = await query.dead(session, asked.instant, numbers)
    earlier = [one[0] for one in living if one[3] == EARLIER]
    said = await query.said(session, asked.instant, _few(earlier))
    out = await _out_at_cut_off(session, asked, meanings, living, dead)
    ties = await _ties(session, asked, numbers, out, dead=False)
    profiles = Profiles(asked, meanings)
    found = profiles.of_the_living(living, said, ties)
    if dead:
        late = [one[0] for one in dead if spoke_after_death(one)]
        told = await query.said_at(session, asked.instant, late)
        stood = await _ties(session, asked, [one[0] for one in dead], out, dead=True)
        for one in dead:
            found[one[1]] = profiles.of_the_dead(one, told.get(one[0], []), stood)
    return found


async def _ties(
    session: Session, asked: Asked, numbers: Numbers, out: dict[int, bool], *, dead: bool
) -> Ties:
    when = asked.instant.position, day_of(asked.instant.time)
    mandates = await query.mandates(session, *when, numbers, dead=dead)
    return Ties(mandates, await query.protected(session, *when, numbers, dead=dead), out)


def _few(numbers: list[int]) -> Numbers:
    return numbers if len(numbers) < A_LIST else None


async def _out_at_cut_off(
    session: Session, asked: Asked, meanings: Meanings, living: list[Living], dead: list[Dead]
) -> dict[int, bool]:
    """Whether each citizen who ever opted out by the cut-off was opted out at that instant."""
    if asked.cut_off is None:
        return {}
    stances = {one[3] for one in living}.union(one[4] for one in dead)
    switched = {told for told in stances if told and meanings.opted_out(told) is not None}
    switched.add(EARLIER)
    asked_about = [one[0] for one in living if one[3] in switched]
    asked_about += [one[0] for one in dead if one[4] in switched]
    until = replace(asked.instant, time=asked.cut_off)
    said = await query.said(session, until, _few(asked_about))
    return {
        number: out
        for number in asked_about
        if (out := meanings.opted_out(said.get(number, ""))) is not None
    }


async def _survivors(session: Session, asked: Asked, found: Found) -> None:
    """Whoever has merged duplicates is folded from her streams: there are few."""
    merged = await query.duplicates(session, asked.instant.position)
    reader = Reader(session, up_to=asked.instant.position)
    survivors = [who for who in dict.fromkeys(one for _, one in merged) if who in found]
    entries = [*survivors, *(gone for gone, stays in merged if stays in found)]
    await reader.load(f"{life.NAME}/{one}" for life in (citizens, consents) for one in entries)
    for who in survivors:
        found[SubjectId(who)] = await citizen_facts(reader, SubjectId(who), asked)


def _relatives(found: Found, kin: list[tuple[SubjectId, SubjectId]]) -> Found:
    """The facts of all, joined with their relatives' answers; shared values stay shared."""
    declared: dict[SubjectId, list[CitizenFacts | None]] = {}
    for citizen, relative in kin:
        if citizen in found:
            declared.setdefault(citizen, []).append(found.get(relative))
    made: dict[tuple[int, Relatives], CitizenFacts] = {}
    for facts in {id(facts): facts for facts in found.values()}.values():
        for answer in Relatives:
            made[id(facts), answer] = with_relatives(facts, answer)
    alone = Relatives.NONE_DECLARED
    linked = {who: made[id(facts), alone] for who, facts in found.items()}
    for who, relatives in declared.items():
        linked[who] = made[id(found[who]), answer_of(relatives)]
    return linked
