"""One citizen's facts from the fold of her own streams: exact, and slow for a population."""

from __future__ import annotations

from operator import attrgetter

from governance.eligibility.asked import Asked, Person, facts_of, with_relatives
from governance.eligibility.reader import Reader
from governance.lives import citizens, consents
from governance.lives.citizens.state import State as CitizenState
from governance.lives.consents.state import State as ConsentState
from governance.policy.release_facts import CitizenFacts
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId


async def citizen_facts(reader: Reader, who: SubjectId, asked: Asked) -> CitizenFacts:
    """The facts of one citizen, at the instant asked about; ``reader`` reads up to its position."""
    known: CitizenState = await reader.state(citizens, who)
    facts = await _alone(reader, who, known, asked)
    if not asked.family_linked:
        return facts
    relatives: list[CitizenFacts | None] = []
    for kinship in sorted(known.kin):
        other: CitizenState = await reader.state(citizens, kinship.relative)
        relatives.append(await _alone(reader, kinship.relative, other, asked))
    return with_relatives(facts, relatives)


async def _alone(reader: Reader, who: SubjectId, known: CitizenState, asked: Asked) -> CitizenFacts:
    said = await everything_said(reader, who, known)
    return facts_of(person_of(who, known, asked), said, asked)


async def everything_said(reader: Reader, who: SubjectId, known: CitizenState) -> ConsentState:
    """Her acts and those of her merged duplicates, in the ledger's order."""
    selves = (who, *sorted(known.duplicates))
    await reader.load(f"{consents.NAME}/{one}" for one in selves)
    entries = [entry for one in selves for entry in await reader.history(consents, one)]
    said = consents.EMPTY
    for entry in sorted(entries, key=attrgetter("position")):
        said = consents.evolve(said, entry.event)
    return said


def person_of(who: SubjectId, known: CitizenState, asked: Asked) -> Person:
    """Who she is on the day asked about."""
    day = day_of(asked.instant.time)
    return Person(
        selves=frozenset({who}) | known.duplicates,
        identity_known=known.identity_known and known.merged_into is None,
        age=known.age_band_on(day),
        died_on=known.died_on,
        mandates=known.mandates_on(day) or frozenset(),
        protected=known.protected_on(day),
    )
