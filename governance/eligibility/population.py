"""The facts of a list of citizens, or of everyone, from the projections.

People who have said the same phrases in the same order, with the same mandates and of the same age,
have the same facts: these are made once. Tested against the fold of every citizen's streams.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from governance.eligibility.asked import Asked, Person, facts_of, with_relatives
from governance.eligibility.phrases import SELF, Phrase, at_times, giver_of, in_order, read_phrases
from governance.eligibility.reader import Reader
from governance.eligibility.streams import citizen_facts
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.policy.release_facts import CitizenFacts
from governance.storage.people import known_numbers
from governance.storage.queries import population as query
from governance.storage.queries.population import KnownPerson
from governance.vocabulary.answers import AgeBand, age_band
from governance.vocabulary.instants import age_on, day_of
from governance.vocabulary.people import Capacity, SubjectId

Mandates = frozenset[tuple[SubjectId, Capacity]]
NOBODY: Mandates = frozenset()


class Gathering:
    """What is read once for a population, and the facts made so far."""

    def __init__(self, asked: Asked, phrases: dict[int, Phrase]) -> None:
        self.asked = asked
        self.day = day_of(asked.instant.time)
        self.phrases = phrases
        self.mandates: dict[int, list[Any]] = {}
        self.protections: dict[int, list[Any]] = {}
        self.out_at_cut_off: dict[int, str] = {}
        self._bands: dict[str, AgeBand] = {}
        self._made: dict[Any, CitizenFacts] = {}

    def facts(self, one: KnownPerson) -> CitizenFacts:
        """The facts of a living citizen, but for her relatives."""
        band = self._band(one.birth_date)
        mandates = self._mandates(one, self.day, band) if one.number in self.mandates else NOBODY
        protected = self._protected(one, self.day, band)
        out = self.out_at_cut_off.get(one.number)
        key = (one.said, band, mandates, protected, out)
        made = self._made.get(key)
        if made is None:
            phrases = [self.phrases[int(n)] for n in one.said.split(",")] if one.said else []
            person = self._person(band, None, mandates, protected)
            made = facts_of(person, in_order(phrases, self.asked.instant.time), self.asked)
            made = self._cut_off(made, out)
            self._made[key] = made
        return made

    def facts_of_the_dead(
        self, one: KnownPerson, said: list[tuple[Phrase, datetime]]
    ) -> CitizenFacts:
        """The facts of somebody who died: when things were said matters, and the day of death."""
        died = date.fromisoformat(one.death_date or "")
        day = min(died, self.day)
        band = age_band(age_on(date.fromisoformat(one.birth_date or ""), day))
        person = self._person(
            band, died, self._mandates(one, day, band), self._protected(one, day, band)
        )
        return facts_of(person, at_times(said), self.asked)

    def _cut_off(self, facts: CitizenFacts, out: str | None) -> CitizenFacts:
        """Ranks are not times, so whoever was opted out at the cut-off is read apart."""
        if self.asked.cut_off is None:
            return replace(facts, opted_out_at_issue=None)
        last = self.phrases[int(out.split(",")[-1])]["on"] if out else False
        return replace(facts, opted_out_at_issue=last)

    def _person(
        self, band: AgeBand | None, died: date | None, mandates: Mandates, protected: bool | None
    ) -> Person:
        return Person(
            selves=frozenset({SELF}),
            identity_known=band is not None,
            age=band,
            died_on=died,
            mandates=mandates,
            protected=protected,
        )

    def _band(self, born: str | None) -> AgeBand | None:
        if born is None:
            return None
        band = self._bands.get(born)
        if band is None:
            band = self._bands[born] = age_band(age_on(date.fromisoformat(born), self.day))
        return band

    def _mandates(self, one: KnownPerson, day: date, band: AgeBand | None) -> Mandates:
        if band is None:
            return NOBODY
        return frozenset(
            (giver_of(row.slot), Capacity(row.capacity))
            for row in self.mandates.get(one.number, ())
            if covers(row, day)
            and not (row.capacity in ENDING_AT_MAJORITY and band is AgeBand.ADULT)
        )

    def _protected(self, one: KnownPerson, day: date, band: AgeBand | None) -> bool | None:
        if band is None:
            return None
        rows = self.protections.get(one.number, ())
        return band is AgeBand.ADULT and any(covers(row, day) for row in rows)


def covers(row: Any, day: date) -> bool:
    """Whether a day lies between two ISO days, both included, the second one open if None."""
    text = day.isoformat()
    return bool(row.since <= text and (row.until is None or text <= row.until))


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.citizen, []).append(row)
    return found


async def gather(
    session: AsyncSession, asked: Asked, only: Iterable[SubjectId] | None = None
) -> dict[SubjectId, CitizenFacts]:
    """The facts of these citizens, or of everyone. Who is not registered has none."""
    position = asked.instant.position
    kin = await query.kinships(session, position) if asked.family_linked else []
    numbers = None
    if only is not None:
        known = await known_numbers(session, only)
        related = {number: who for who, number in known.items()}
        relatives = {relative for citizen, relative in kin if citizen in related}
        numbers = sorted({*related, *(await known_numbers(session, relatives)).values()})
        if not numbers:
            return {}
    gathering = await _prepare(session, asked)
    people = await query.people(session, asked.instant, numbers)
    found = await _facts(session, gathering, people)
    await _survivors(session, asked, found)
    if asked.family_linked:
        found = _relatives(found, {p.number: SubjectId(p.subject) for p in people}, kin)
    return found if only is None else {who: found[who] for who in only if who in found}


async def _prepare(session: AsyncSession, asked: Asked) -> Gathering:
    position = asked.instant.position
    phrases = read_phrases(await query.phrases(session))
    gathering = Gathering(asked, phrases)
    gathering.mandates = _grouped(await query.mandates(session, position))
    gathering.protections = _grouped(await query.protections(session, position))
    if asked.cut_off is not None:
        outs = [number for number, phrase in phrases.items() if phrase["kind"] == "opt-out"]
        until = type(asked.instant)(position, asked.cut_off)
        gathering.out_at_cut_off = await query.said_until(session, until, outs)
    return gathering


async def _facts(
    session: AsyncSession, gathering: Gathering, people: list[KnownPerson]
) -> dict[SubjectId, CitizenFacts]:
    dead = [p for p in people if p.death_date is not None and p.birth_date is not None]
    said = await query.said_at(session, gathering.asked.instant, [p.number for p in dead])
    found = {SubjectId(p.subject): gathering.facts(p) for p in people if p.death_date is None}
    for one in dead:
        told = [(gathering.phrases[phrase], when) for phrase, when in said.get(one.number, [])]
        found[SubjectId(one.subject)] = gathering.facts_of_the_dead(one, told)
    return found


async def _survivors(
    session: AsyncSession, asked: Asked, found: dict[SubjectId, CitizenFacts]
) -> None:
    """Whoever has merged duplicates is folded from her streams: there are few."""
    merged = await query.duplicates(session, asked.instant.position)
    survivors = {SubjectId(survivor) for _, survivor in merged} & set(found)
    reader = Reader(session, up_to=asked.instant.position)
    for who in survivors:
        found[who] = await citizen_facts(reader, who, asked)


def _relatives(
    found: dict[SubjectId, CitizenFacts],
    subjects: dict[int, SubjectId],
    kin: list[tuple[int, str]],
) -> dict[SubjectId, CitizenFacts]:
    declared: dict[SubjectId, list[CitizenFacts | None]] = {}
    for citizen, relative in kin:
        if citizen in subjects:
            facts = found.get(SubjectId(relative))
            declared.setdefault(subjects[citizen], []).append(facts)
    none: list[CitizenFacts | None] = []
    return {who: with_relatives(facts, declared.get(who, none)) for who, facts in found.items()}
