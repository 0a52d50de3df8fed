"""A citizen's record: who she is, who stands to her, and who has read about her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.eligibility.streams import whole_entry
from governance.lives import citizens, consents
from governance.lives.citizens.state import State as CitizenState
from governance.lives.citizens.words import KinshipKind, Protection, Representation
from governance.policy.visibility_facts import View
from governance.storage import access_log
from governance.views.actors import Actor, actors_of
from governance.views.citizen import OfCitizen
from governance.views.paging import FIRST, Page, Paged
from governance.views.people import Person, people_of
from governance.views.question import Looking, Shown
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.matters import Order
from governance.vocabulary.people import Capacity, Language, Sex, SubjectId
from governance.vocabulary.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Relative:
    """A declared relative."""

    person: Person
    kind: KinshipKind


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who may decide for her, might, or could once."""

    person: Person
    capacity: Capacity
    since: date
    until: date | None
    in_force: bool
    """On the day looked at: majority and death count as the law says, whatever the dates."""


@dataclass(frozen=True, slots=True)
class ReadOfRecord:
    """Somebody read about her, or tried to."""

    by: Actor
    at: datetime
    act: Act
    allowed: bool
    purposes: frozenset[Purpose] = frozenset()
    """What it was for, where that was said: a partner system says it."""
    reason: LookUpReason | None = None
    """Why she was looked up, where somebody had to say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShown(Shown):
    """The fields of ``View.CITIZEN``."""

    given_name: str | None = None
    family_name: str | None = None
    contact: str | None = None
    language: Language | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    municipality: str | None = None
    identifiers: tuple[tuple[str, str], ...] | None = None
    death_date: date | None = None
    kinship: tuple[Relative, ...] | None = None
    representatives: tuple[Representative, ...] | None = None
    protection: tuple[Protection, ...] | None = None
    access_log: Paged[ReadOfRecord] | None = None
    """The newest first, without her own reads."""


DETAILS = (
    "given_name",
    "family_name",
    "contact",
    "language",
    "birth_date",
    "sex",
    "municipality",
    "identifiers",
    "death_date",
)


@dataclass(frozen=True, slots=True)
class CitizenRecord(OfCitizen[RecordShown]):
    """A citizen's record, as of an instant."""

    page: Page = FIRST
    """Of the reads."""

    async def answer(self, looking: Looking) -> RecordShown | None:
        """Details of the entry that lives on; whoever stands to any of her entries."""
        meant = await self.meant(looking)
        if meant is None or not await looking.sees(View.CITIZEN, meant.about):
            return None
        known = await whole_entry(looking.then, meant.who)
        people = await people_of(looking, _named(known))
        details: dict[str, Any] = {name: getattr(known.details, name, None) for name in DETAILS}
        whole = RecordShown(
            id=meant.who,
            may=await looking.acts_on(meant.about),
            kinship=tuple(Relative(people[one.relative], one.kind) for one in sorted(known.kin)),
            representatives=_representatives(known, people, day_of(looking.instant.time)),
            protection=known.protections,
            access_log=await _reads(looking, {meant.who, *known.duplicates}, self.page),
            **details,
        )
        return await looking.redacted(whole, View.CITIZEN, meant.about)


def _named(known: CitizenState) -> set[SubjectId]:
    representing = {one.representative for one in known.representations}
    return representing | {kinship.relative for kinship in known.kin}


def _representatives(
    known: CitizenState, people: dict[SubjectId, Person], day: date
) -> tuple[Representative, ...]:
    mandates = known.mandates_on(day) or frozenset()
    counted = known.reckoned(day)

    def shown(one: Representation) -> Representative:
        holds = (one.representative, one.capacity) in mandates and one.covers(counted)
        person = people[one.representative]
        return Representative(person, one.capacity, one.since, one.until, holds)

    return tuple(map(shown, known.representations))


def things_of(selves: set[SubjectId]) -> list[str]:
    """What the access log calls everything that is about her."""
    return [f"{life.NAME}/{one}" for life in (citizens, consents) for one in sorted(selves)]


async def _reads(looking: Looking, selves: set[SubjectId], page: Page) -> Paged[ReadOfRecord]:
    reads, total = await access_log.reads_of(
        looking.now.session,
        things_of(selves),
        until=looking.instant.time,
        besides=selves,
        limit=page.limit,
        offset=page.offset,
        oldest_first=page.order is Order.OLDEST_FIRST,
    )
    actors = await actors_of(looking, ((one.reader, one.at) for one in reads))
    rows = tuple(
        ReadOfRecord(
            actors[one.reader, one.at], one.at, one.act, one.allowed, one.purposes, one.reason
        )
        for one in reads
    )
    return Paged(rows, total, page)
