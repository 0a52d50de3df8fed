"""What every question about one citizen has in common: whom it means, and who may ask it."""

from __future__ import annotations

from abc import ABC
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from governance.eligibility.streams import survivor_of
from governance.lives import citizens
from governance.lives.citizens.state import State as CitizenState
from governance.views.question import About, Looking, Question
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId

A_co = TypeVar("A_co", covariant=True)


@dataclass(frozen=True, slots=True)
class OfCitizen(Question[A_co], ABC):
    """A question about one citizen, by any entry that she has or had."""

    ACT: ClassVar[Act] = Act.READ_CITIZEN_RECORD
    ABOUT: ClassVar[str] = citizens.NAME
    citizen: SubjectId

    @property
    def key(self) -> str:
        """The citizen's own streams."""
        return self.citizen

    async def meant(self, looking: Looking) -> Meant | None:
        """Whom the answer is about. None where there is nobody, or nobody of hers.

        The entry that was asked for may have been merged into another: what the other holds is
        shown only to whoever may read the other.
        """
        now = await survivor_of(looking.now, self.citizen)
        about = (self.ABOUT, now)
        if now != self.citizen and not await looking.may(self.ACT, about):
            return None
        then = await survivor_of(looking.then, self.citizen)
        known: CitizenState = await looking.then.state(citizens, then)
        return Meant(then, about) if known.registered else None


@dataclass(frozen=True, slots=True)
class Meant:
    """A citizen as of the instant looked at, and the entry on which rights hang today."""

    who: SubjectId
    about: About
