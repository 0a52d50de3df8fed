"""Facts shared by whoever has said the same and stands the same: made once, given to many.

A citizen's facts hang on the phrases she has said, in their order, on her age band, on who may
decide for her, and on whether she was opted out at the cut-off; never on her name. When things were
said matters only for the dead: what was said after a death does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from governance.eligibility.asked import Asked, Person, facts_of
from governance.eligibility.phrases import SELF, Phrase, at_times, giver_of, in_order
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.policy.release_facts import CitizenFacts
from governance.storage.queries.population import KnownPerson, Told
from governance.vocabulary.answers import AgeBand, age_band
from governance.vocabulary.instants import (
    age_on,
    day_of,
    from_microseconds,
    microseconds,
    start_of,
)
from governance.vocabulary.people import Capacity, SubjectId

Mandates = frozenset[tuple[SubjectId, Capacity]]
NOBODY: Mandates = frozenset()
DAY = timedelta(days=1)


class Profile(NamedTuple):
    """What the facts of a living citizen hang on."""

    said: str | None
    band: AgeBand | None
    mandates: Mandates = NOBODY
    protected: bool | None = None
    out: bool | None = None
    """Opted out at the cut-off; None where she had never said so by then."""


@dataclass(frozen=True, slots=True)
class Ties:
    """How citizens stand on the day that counts, by number."""

    mandates: Mapping[int, str]
    """``slot capacity``, in order, with commas between."""
    protected: frozenset[int]
    out: Mapping[int, bool]
    _read: dict[tuple[str, bool], Mandates] = field(default_factory=dict)

    def apart(self) -> frozenset[int]:
        """Whoever differs from her neighbour in more than her age and what she has said."""
        return self.protected.union(self.mandates, self.out)

    def profile(self, number: int, said: str | None, band: AgeBand | None) -> Profile:
        """Her profile."""
        adult = band is AgeBand.ADULT
        protected = None if band is None else adult and number in self.protected
        mandates = NOBODY if band is None else self._mandates(self.mandates.get(number), adult)
        return Profile(said, band, mandates, protected, self.out.get(number))

    def _mandates(self, told: str | None, adult: bool) -> Mandates:
        if told is None:
            return NOBODY
        read = self._read.get((told, adult))
        if read is None:
            pairs = [one.split(" ") for one in told.split(",")]
            read = self._read[told, adult] = frozenset(
                (giver_of(int(slot)), Capacity(capacity))
                for slot, capacity in pairs
                if not (adult and capacity in ENDING_AT_MAJORITY)
            )
        return read


class Profiles:
    """The facts made so far for one question, by profile."""

    def __init__(self, asked: Asked, phrases: Mapping[int, Phrase], ties: Ties) -> None:
        self._asked = asked
        self._phrases = phrases
        self._ties = ties
        self._made: dict[Profile, CitizenFacts] = {}
        self._of_the_dead: dict[tuple[object, ...], CitizenFacts] = {}

    def of_the_living(
        self, people: Iterable[KnownPerson], said: Mapping[int, str]
    ) -> Iterator[tuple[SubjectId, CitizenFacts]]:
        """The facts of everybody who has not died, but for their relatives."""
        day, apart, profile = (
            day_of(self._asked.instant.time),
            self._ties.apart(),
            self._ties.profile,
        )
        bands: dict[str | None, AgeBand | None] = {None: None}
        of_band: dict[AgeBand | None, dict[str | None, CitizenFacts]] = {}
        alike: dict[str | None, dict[str | None, CitizenFacts]] = {}
        for number, subject, born, died in people:
            if died is not None and born is not None:
                continue
            told = said.get(number)
            same = alike.get(born)
            if same is None:
                bands[born] = _band(born, day)
                same = alike[born] = of_band.setdefault(bands[born], {})
            facts = None if number in apart else same.get(told)
            if facts is None:
                facts = self._facts(profile(number, told, bands[born]))
                if number not in apart:
                    same[told] = facts
            yield SubjectId(subject), facts

    def of_the_dead(self, one: KnownPerson, told: list[Told]) -> CitizenFacts:
        """The facts of somebody who died, as she stood on the day of death."""
        number, _, born, ended = one
        died = date.fromisoformat(ended or "")
        band = _band(born, min(died, day_of(self._asked.instant.time)))
        stood = self._ties.profile(number, None, band)._replace(out=None)
        times = [when for _, when in told]
        before = sum(when < microseconds(start_of(died + DAY)) for when in times)
        cut_off = self._asked.cut_off
        by_then = 0 if cut_off is None else sum(when <= microseconds(cut_off) for when in times)
        key = (tuple(phrase for phrase, _ in told), stood, before, by_then)
        made = self._of_the_dead.get(key)
        if made is None:
            said = at_times((self._phrases[n], from_microseconds(when)) for n, when in told)
            made = self._of_the_dead[key] = facts_of(_person(stood, died), said, self._asked)
        return made

    def _facts(self, profile: Profile) -> CitizenFacts:
        made = self._made.get(profile)
        if made is None:
            made = self._made[profile] = self._make(profile)
        return made

    def _make(self, profile: Profile) -> CitizenFacts:
        numbers = profile.said.split(",") if profile.said else []
        phrases = [self._phrases[int(number)] for number in numbers]
        said = in_order(phrases, self._asked.instant.time)
        made = facts_of(_person(profile, None), said, self._asked)
        if self._asked.cut_off is None:
            return made
        return replace(made, opted_out_at_issue=bool(profile.out))  # ranks are not times


def _person(stood: Profile, died: date | None) -> Person:
    return Person(
        selves=frozenset({SELF}),
        identity_known=stood.band is not None,
        age=stood.band,
        died_on=died,
        mandates=stood.mandates,
        protected=stood.protected,
    )


def _band(born: str | None, day: date) -> AgeBand | None:
    return None if born is None else age_band(age_on(date.fromisoformat(born), day))
