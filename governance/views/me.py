"""Whoever is asking: in which roles she is known, and what those roles can do somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.eligibility.access import roles_of
from governance.eligibility.reach import acts_within_reach
from governance.views.people import people_of
from governance.views.question import Looking, Question
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role


@dataclass(frozen=True, slots=True)
class Myself:
    """Her name, her roles now, and the acts that a menu may offer her, by the program she uses."""

    name: str | None
    roles: frozenset[Role]
    acts: frozenset[Act]


@dataclass(frozen=True, slots=True)
class WhoAmI(Question[Myself]):
    """Asked by anybody, about herself alone: nothing of it is anybody else's."""

    ACT: ClassVar[Act] = Act.READ_REGISTER

    async def answer(self, looking: Looking) -> Myself:
        """Roles end by themselves: they are read anew each time."""
        roles = await roles_of(looking.now, looking.by, at=looking.at)
        people = await people_of(looking, [looking.by.subject])
        acts = await acts_within_reach(looking.now, looking.by, roles)
        return Myself(people[looking.by.subject].name, roles, acts)
