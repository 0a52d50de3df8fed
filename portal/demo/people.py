"""People for a region or a cohort, from a seed: ages, sexes, municipalities, parents, guardians.

The public cohort has none of these that could be used, so they are made here: every kind of citizen
whom the rules know, in proportions that let each kind appear in a region of some hundred people.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from governance.vocabulary.instants import years_after
from portal.demo.names import FAMILY_NAMES, GIVEN_NAMES, MUNICIPALITIES
from portal.demo.profiles import MINOR_PROFILES, PROFILES, Profile, Telling
from portal.demo.rows import ActRow, PersonRow, Region, RelationRow

MINORS_IN_100 = 8


@dataclass
class _Maker:
    """Draws people one after another from one stream of randomness."""

    chance: random.Random
    today: date
    study: str
    sheet: str

    def __post_init__(self) -> None:
        self.people: list[PersonRow] = []
        self.relations: list[RelationRow] = []
        self.acts: list[ActRow] = []

    def born(self, youngest: int, oldest: int) -> date:
        """A birth date of somebody between two ages today, both included."""
        latest = self.today.replace(year=self.today.year - youngest, day=min(self.today.day, 28))
        return latest - timedelta(days=self.chance.randrange(1, (oldest - youngest + 1) * 365))

    def person(
        self,
        name: str,
        born: date,
        *,
        died: date | None = None,
        protected: bool = False,
    ) -> None:
        """Add somebody with a name, a sex, a municipality and a language."""
        sex = self.chance.choice(("female", "male"))
        municipality, basque = self.chance.choice(MUNICIPALITIES)
        language = "eu" if basque and self.chance.random() < 0.6 else "es"
        self.people.append(
            PersonRow(
                person=name,
                given_name=self.chance.choice(GIVEN_NAMES[sex]),
                family_name=" ".join(self.chance.sample(FAMILY_NAMES, 2)),
                sex=sex,
                birth_date=born.isoformat(),
                death_date=died.isoformat() if died else "",
                municipality=municipality,
                language=language,
                protected="yes" if protected else "",
            )
        )

    def relative(
        self, person: str, other: str, kind: str, since: date, until: date | None = None
    ) -> None:
        """``person`` is ``kind`` ``other``."""
        row = RelationRow(
            person, other, kind, since.isoformat(), until.isoformat() if until else ""
        )
        self.relations.append(row)

    def adult(self, name: str) -> None:
        """Somebody of age, with one of the profiles."""
        profile = self._draw(PROFILES)
        born = self.born(20, 94)
        died = self.today - timedelta(days=self.chance.randrange(30, 150)) if profile.died else None
        self.person(name, born, died=died, protected=profile.protected)
        helper = f"{name}-support"
        if profile.supported:
            self.person(helper, self.born(30, 60))
            since = max(self.today - timedelta(days=900), years_after(born, 18))
            self.relative(helper, name, "support-of", since)
        self._tell(profile, name, (helper,))
        if profile.sibling:
            self._sibling(name, born)

    def minor(self, name: str) -> None:
        """Somebody under age, or of age since a short time, with two parents."""
        profile = self._draw(MINOR_PROFILES)
        born = self.born(profile.youngest, profile.oldest)
        self.person(name, born)
        parents = (f"{name}-parent-1", f"{name}-parent-2")
        for parent in parents:
            self.person(parent, self.born(38, 55))
            self.relative(parent, name, "parent-of", born)
        self._tell(profile, name, parents)

    def _sibling(self, name: str, born: date) -> None:
        other = f"{name}-sibling"
        self.person(other, born + timedelta(days=700))
        self.relative(other, name, "sibling-of", born + timedelta(days=700))
        self._tell(self._draw(PROFILES[:3]), other, ())

    def _draw(self, profiles: Sequence[Profile]) -> Profile:
        return self.chance.choices(profiles, [profile.weight for profile in profiles])[0]

    def _tell(self, profile: Profile, name: str, representatives: tuple[str, ...]) -> None:
        telling = Telling(self.chance, self.today, self.study, self.sheet)
        self.acts += telling.acts_of(profile, name, representatives)


def region_of(names: Sequence[str], *, seed: int, today: date, study: str, sheet: str) -> Region:
    """People with these source ids, their relatives, and what they have said until ``today``.

    The same arguments give the same region. ``study`` is the study that some have answered apart,
    ``sheet`` the id of the information sheet in force (major version 2; major 1 was replaced).
    """
    maker = _Maker(random.Random(seed), today, study, sheet)
    for name in names:
        if maker.chance.randrange(100) < MINORS_IN_100:
            maker.minor(name)
        else:
            maker.adult(name)
    acts = sorted(maker.acts, key=lambda act: act.at)
    return Region(tuple(maker.people), tuple(maker.relations), tuple(acts))
