"""One citizen's facts from the fold of her own streams: exact, and slow for a population."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from governance.eligibility.asked import Asked, Person, answer_of, facts_of, with_relatives
from governance.eligibility.reader import Reader
from governance.lives import citizens, consents
from governance.lives.citizens.state import State as CitizenState
from governance.lives.consents.state import State as ConsentState
from governance.policy.release_facts import CitizenFacts
from governance.storage.ledger import Recorded
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId


async def citizen_facts(reader: Reader, who: SubjectId, asked: Asked) -> CitizenFacts:
    """The facts of one citizen, at the instant asked about; ``reader`` reads up to its position."""
    known = await whole_entry(reader, who)
    facts = await _alone(reader, who, known, asked)
    if not asked.family_linked:
        return facts
    selves = known.duplicates | {who}
    kin = {await survivor_of(reader, kinship.relative) for kinship in known.kin} - selves
    relatives: list[CitizenFacts | None] = []
    for relative in sorted(kin):
        other = await whole_entry(reader, relative)
        relatives.append(await _alone(reader, relative, other, asked))
    return with_relatives(facts, answer_of(relatives))


async def whole_entry(reader: Reader, who: SubjectId) -> CitizenState:
    """A citizen's entry, with the mandates, measures and relatives of her merged duplicates."""
    known: CitizenState = await reader.state(citizens, who)
    if not known.duplicates:
        return known
    joined = await reader.states(citizens, sorted(known.duplicates))
    entries = (known, *joined.values())
    return replace(
        known,
        representations=tuple(one for entry in entries for one in entry.representations),
        protections=tuple(one for entry in entries for one in entry.protections),
        kin=frozenset().union(*(entry.kin for entry in entries)),
    )


async def survivor_of(reader: Reader, who: SubjectId) -> SubjectId:
    """The entry that lives on: her own, or the one that it was merged into."""
    known: CitizenState = await reader.state(citizens, who)
    while known.merged_into is not None:
        who = known.merged_into
        known = await reader.state(citizens, who)
    return who


async def _alone(reader: Reader, who: SubjectId, known: CitizenState, asked: Asked) -> CitizenFacts:
    said = await everything_said(reader, who, known)
    return facts_of(person_of(who, known, day_of(asked.instant.time)), said, asked)


async def everything_said(reader: Reader, who: SubjectId, known: CitizenState) -> ConsentState:
    """Her acts and those of her merged duplicates, as one state."""
    said = consents.EMPTY
    for entry in await acts_of(reader, who, known):
        said = consents.evolve(said, entry.event)
    return said


async def acts_of(reader: Reader, who: SubjectId, known: CitizenState) -> list[Recorded]:
    """Her acts and those of her merged duplicates, in the ledger's order."""
    selves = (who, *sorted(known.duplicates))
    await reader.load(f"{consents.NAME}/{one}" for one in selves)
    entries = [entry for one in selves for entry in await reader.history(consents, one)]
    return sorted(entries, key=attrgetter("position"))


def person_of(who: SubjectId, known: CitizenState, day: date) -> Person:
    """Who she is on that day."""
    return Person(
        selves=frozenset({who}) | known.duplicates,
        identity_known=known.identity_known and known.merged_into is None,
        age=known.age_band_on(day),
        died_on=known.died_on,
        mandates=known.mandates_on(day) or frozenset(),
        protected=known.protected_on(day),
    )
