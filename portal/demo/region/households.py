"""Citizens whom one can sign in as: two adults, a mother, her child and her daughter of seventeen.

They are the first people of the files, so that releases may hold them like everybody else.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.vocabulary.instants import years_after
from portal.demo.profiles import MINOR_PROFILES, PROFILES, Profile, Telling
from portal.demo.rows import PersonRow, Region, RelationRow


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One of them: the key by which the demo knows her, and who she is."""

    key: str
    given_name: str
    family_name: str
    sex: str
    age: int
    municipality: str
    language: str
    profile: str

    def born(self, today: date) -> date:
        """A birth date that makes her this old today."""
        return years_after(today - timedelta(days=100), -self.age)


NEIGHBOURS = (
    Neighbour("maite", "Maite", "Etxeberria Lasa", "female", 71, "Baztan", "eu", "accepting"),
    Neighbour("javier", "Javier", "Ibáñez Ruiz", "male", 44, "Tudela", "es", "without-genomics"),
    Neighbour("leire", "Leire", "Goñi Arana", "female", 46, "Pamplona / Iruña", "eu", "accepting"),
    Neighbour("unai", "Unai", "Sola Goñi", "male", 8, "Pamplona / Iruña", "eu", "child"),
    Neighbour("nahia", "Nahia", "Sola Goñi", "female", 17, "Pamplona / Iruña", "eu", "took-part"),
)
MOTHER, CHILDREN, FATHER = "leire", ("unai", "nahia"), "unai-father"


def names_of(samples: tuple[str, ...]) -> dict[str, str]:
    """Which of the file's people each neighbour is."""
    return {one.key: sample for one, sample in zip(NEIGHBOURS, samples, strict=False)}


def _profile(name: str) -> Profile:
    return next(one for one in (*PROFILES, *MINOR_PROFILES) if one.name == name)


def households(samples: tuple[str, ...], *, today: date, study: str, sheet: str) -> Region:
    """The neighbours, the children's father, how they are related, and what each has said."""
    named = names_of(samples)
    telling = Telling(random.Random("households"), today, study, sheet)
    father = Neighbour(
        FATHER, "Mikel", "Sola Iriarte", "male", 47, "Pamplona / Iruña", "es", "accepting-research"
    )
    people, acts = [], []
    for one in (*NEIGHBOURS, father):
        name = named.get(one.key, one.key)
        people.append(_row(one, name, today))
        parents = (named[MOTHER], FATHER) if one.key in CHILDREN else ()
        acts += telling.acts_of(_profile(one.profile), name, parents)
    relations = [
        RelationRow(parent, named[one.key], "parent-of", one.born(today).isoformat(), "")
        for one in NEIGHBOURS
        if one.key in CHILDREN
        for parent in (named[MOTHER], FATHER)
    ]
    return Region(tuple(people), tuple(relations), tuple(acts))


def _row(one: Neighbour, name: str, today: date) -> PersonRow:
    return PersonRow(
        person=name,
        given_name=one.given_name,
        family_name=one.family_name,
        sex=one.sex,
        birth_date=one.born(today).isoformat(),
        death_date="",
        municipality=one.municipality,
        language=one.language,
        protected="",
    )


def joined(first: Region, second: Region) -> Region:
    """Both regions as one; acts in the order of time."""
    acts = sorted((*first.acts, *second.acts), key=lambda act: act.at)
    return replace(
        first,
        people=(*first.people, *second.people),
        relations=(*first.relations, *second.relations),
        acts=tuple(acts),
    )
