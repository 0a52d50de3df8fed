"""Facts shared by whoever stands the same: made once, given to many.

A citizen's facts hang on what she has said that counts, on her age band, on who may decide for her,
and on whether she was opted out at the cut-off; never on her name. When things were said matters
only for the dead: what was said after a death does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from governance.eligibility.asked import Asked, Person, facts_of
from governance.eligibility.meanings import Meanings
from governance.eligibility.phrases import SELF, at_times, in_order
from governance.eligibility.ties import NOBODY, Mandates, Ties
from governance.policy.release_facts import CitizenFacts
from governance.storage.queries.population import EARLIER, Dead, Living, Told
from governance.vocabulary.answers import BANDS, AgeBand, age_band
from governance.vocabulary.instants import (
    age_on,
    day_of,
    from_microseconds,
    microseconds,
    start_of,
)
from governance.vocabulary.people import SubjectId

DAY = timedelta(days=1)
BY_PLACE: dict[int | None, AgeBand | None] = {
    None: None,
    **dict(enumerate((*(band for _, band in BANDS), AgeBand.UNDER_14))),
}
"""Age bands as the query tells them."""
Found = dict[SubjectId, CitizenFacts]


class Profile(NamedTuple):
    """What the facts of a living citizen hang on."""

    said: tuple[int, ...]
    """Phrases that come to what she has said."""
    band: AgeBand | None
    mandates: Mandates = NOBODY
    protected: bool | None = None
    out: bool | None = None
    """Opted out at the cut-off; None where she had never said so by then."""


class Profiles:
    """The facts made so far for one question, by profile."""

    def __init__(self, asked: Asked, meanings: Meanings) -> None:
        self._asked = asked
        self._meanings = meanings
        self._made: dict[Profile, CitizenFacts] = {}

    def of_the_living(self, people: Sequence[Living], said: Mapping[int, str], ties: Ties) -> Found:
        """The facts of everybody who has not died, but for their relatives.

        ``said`` is what those had said whose stance is of a later instant.
        """
        apart = ties.apart()
        like = {place: _Alike(self, BY_PLACE[place]) for place in BY_PLACE}
        found = {
            subject: like[place][stance]
            for number, subject, place, stance in people
            if stance != EARLIER and number not in apart
        }
        known: dict[tuple[object, ...], CitizenFacts] = {}
        for number, subject, place, stance in people:
            if stance == EARLIER or number in apart:
                told = said.get(number) if stance == EARLIER else stance
                stands = (told, place, *ties.of(number))
                facts = known.get(stands)
                if facts is None:
                    profile = self._profile(number, told, BY_PLACE[place], ties)
                    facts = known[stands] = self.of(profile)
                found[subject] = facts
        return found

    def of_the_dead(self, one: Dead, told: list[Told], ties: Ties) -> CitizenFacts:
        """The facts of somebody who died, as she stood on the day of death.

        ``told`` is all she had said, where something of it may count from after her death.
        """
        number, _, born, ended, stance, _ = one
        died = date.fromisoformat(ended)
        day = min(died, day_of(self._asked.instant.time))
        band = age_band(age_on(date.fromisoformat(born), day))
        if not spoke_after_death(one):
            return self.of(self._profile(number, stance, band, ties))
        phrases = self._meanings.phrases
        said = at_times((phrases[n], from_microseconds(when)) for n, when in told)
        stood = self._profile(number, None, band, ties)
        return facts_of(_person(stood, died), said, self._asked)

    def _profile(self, number: int, told: str | None, band: AgeBand | None, ties: Ties) -> Profile:
        said, out = self._meanings.of(told), ties.out.get(number)
        if band is None:
            return Profile(said, None, out=out)
        adult = band is AgeBand.ADULT
        mandates = ties.mandates(number, adult=adult)
        return Profile(said, band, mandates, adult and number in ties.protected, out)

    def of(self, profile: Profile) -> CitizenFacts:
        """The facts of everybody with this profile."""
        made = self._made.get(profile)
        if made is None:
            made = self._made[profile] = self._make(profile)
        return made

    def of_nobody_apart(self, told: str | None, band: AgeBand | None) -> CitizenFacts:
        """The facts of whoever has said this, is so old, and has no ties."""
        protected = None if band is None else False
        return self.of(Profile(self._meanings.of(told), band, protected=protected))

    def _make(self, profile: Profile) -> CitizenFacts:
        phrases = [self._meanings.phrases[number] for number in profile.said]
        said = in_order(phrases, self._asked.instant.time)
        made = facts_of(_person(profile, None), said, self._asked)
        if self._asked.cut_off is None:
            return made
        return replace(made, opted_out_at_issue=bool(profile.out))  # ranks are not times


class _Alike(dict[str | None, CitizenFacts]):
    """Facts of whoever is of one age band and has no ties, by stance."""

    def __init__(self, profiles: Profiles, band: AgeBand | None) -> None:
        super().__init__()
        self._profiles, self._band = profiles, band

    def __missing__(self, stance: str | None) -> CitizenFacts:
        facts = self[stance] = self._profiles.of_nobody_apart(stance, self._band)
        return facts


def spoke_after_death(one: Dead) -> bool:
    """Whether an act of hers counts from after the day of her death, or perhaps does."""
    _, _, _, ended, stance, effective = one
    if stance is None or effective is None:
        return False
    return stance == EARLIER or effective >= _day_after(ended)


@cache
def _day_after(died: str) -> int:
    """When the day of death was over."""
    return microseconds(start_of(date.fromisoformat(died) + DAY))


def _person(stood: Profile, died: date | None) -> Person:
    return Person(
        selves=frozenset({SELF}),
        identity_known=stood.band is not None,
        age=stood.band,
        died_on=died,
        mandates=stood.mandates,
        protected=stood.protected,
    )
