"""For whom somebody may act: children, and people whom she guards, supports or represented."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.eligibility.streams import survivor_of, whole_entry
from governance.lives import citizens, consents
from governance.lives.citizens.state import State as CitizenState
from governance.policy.visibility_facts import View
from governance.storage.queries.mandates import appointed_for
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Shown):
    """The fields of ``View.MANDATE``; ``may`` is what the law lets her do for that person now."""

    person: Person | None = None
    capacity: Capacity | None = None
    age: AgeBand | None = None
    deceased: bool | None = None
    since: date | None = None
    until: date | None = None
    """As appointed; parents and guardians end by themselves at majority."""


@dataclass(frozen=True, slots=True)
class ActingFor(Question[tuple[Mandate, ...]]):
    """Whom the asker may act for, by name; asked by anybody about herself."""

    ACT: ClassVar[Act] = Act.READ_CITIZEN_RECORD
    ABOUT: ClassVar[str] = citizens.NAME
    EACH: ClassVar[bool] = True

    async def answer(self, looking: Looking) -> tuple[Mandate, ...]:
        """Mandates in force on the day looked at, as far as they hold today."""
        found = [one async for one in self._mandates(looking)]
        return tuple(sorted(found, key=lambda one: (one.person and one.person.name) or ""))

    async def _mandates(self, looking: Looking) -> AsyncIterator[Mandate]:
        me, position = looking.by.subject, looking.instant.position
        day = day_of(looking.instant.time)
        appointed = await appointed_for(looking.now.session, me, position)
        survivors = {await survivor_of(looking.then, one) for one in appointed}
        people = await people_of(looking, survivors)
        for who in sorted(survivors):
            known = await whole_entry(looking.then, who)
            about = (citizens.NAME, await survivor_of(looking.now, who))
            may = await looking.acts_on(about) | await looking.acts_on((consents.NAME, about[1]))
            if await looking.may(self.ACT, about):
                may |= {self.ACT}
            for whole in _held(known, me, day, Mandate(id=who, person=people[who], may=may)):
                shown = await looking.redacted(whole, View.MANDATE, about)
                if shown is not None:
                    yield shown


def _held(known: CitizenState, me: SubjectId, day: date, head: Mandate) -> list[Mandate]:
    mandates = known.mandates_on(day) or frozenset()
    counted = known.reckoned(day)
    return [
        Mandate(
            id=head.id,
            person=head.person,
            may=head.may,
            capacity=one.capacity,
            age=known.age_band_on(day),
            deceased=known.died_on is not None and known.died_on < day,
            since=one.since,
            until=one.until,
        )
        for one in known.representations
        if one.representative == me and (me, one.capacity) in mandates and one.covers(counted)
    ]
