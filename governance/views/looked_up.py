"""One citizen, looked up by somebody who watches over the law: all that the tables let her see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from governance.views.citizen import OfCitizen
from governance.views.consents import Consents, ConsentsShown
from governance.views.paging import Page, Paged
from governance.views.question import Looking
from governance.views.record import CitizenRecord, RecordShown
from governance.views.uses import Use, Uses
from governance.vocabulary.acts import Act
from governance.vocabulary.looking_up import LookUpReason

A = TypeVar("A")
MUCH = Page(size=100)
"""A look is not paged: each part of it shows its newest rows, and how many there are."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What is shown of one citizen; None where a part of it is not this reader's to see."""

    record: RecordShown
    consents: ConsentsShown | None
    uses: Paged[Use] | None


@dataclass(frozen=True, slots=True)
class LookUp(OfCitizen[LookedUp]):
    """One look at everything, which is one entry in the log of reads."""

    ACT: ClassVar[Act] = Act.LOOK_UP_CITIZEN
    why: LookUpReason = LookUpReason.CHECK

    @property
    def reason(self) -> LookUpReason:
        """What she reads beside the look."""
        return self.why

    async def answer(self, looking: Looking) -> LookedUp | None:
        """Looking somebody up opens nothing by itself: each part is judged as when asked alone."""
        record = await _asked(looking, CitizenRecord(self.citizen, page=MUCH))
        if record is None:
            return None
        return LookedUp(
            record,
            await _asked(looking, Consents(self.citizen, page=MUCH)),
            await _asked(looking, Uses(self.citizen, page=MUCH)),
        )


async def _asked(looking: Looking, question: OfCitizen[A]) -> A | None:
    about = (question.ABOUT, question.key)
    return await question.answer(looking) if await looking.may(question.ACT, about) else None
