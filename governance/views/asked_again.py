"""What a new major version of a sheet asks again: answers that count no longer because of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.eligibility.said import Said
from governance.lives import consents
from governance.policy.visibility_facts import View
from governance.views.citizen import OfCitizen
from governance.views.consents import CellStands, Stands, StudyStands, studies_of, what_stands
from governance.views.question import Looking, Shown
from governance.vocabulary.answers import CellAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAgain(Shown):
    """Cells and studies of ``View.CONSENTS`` to be answered anew."""

    cells: tuple[CellStands, ...] | None = None
    study_answers: tuple[StudyStands, ...] | None = None

    @property
    def anything(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self.cells or self.study_answers)


@dataclass(frozen=True, slots=True)
class NewSheetNeedsAnswer(OfCitizen[AskedAgain]):
    """Which of her answers a major version made invalid."""

    ABOUT: ClassVar[str] = consents.NAME

    async def answer(self, looking: Looking) -> AskedAgain | None:
        """Answers under a sheet that was given up without another are not asked again."""
        meant = await self.meant(looking)
        if meant is None:
            return None
        said, cells = await what_stands(looking, meant.who)
        whole = AskedAgain(
            id=meant.who,
            may=await looking.acts_on(meant.about),
            cells=tuple(one for one in cells if _asked_again(one, said)),
            study_answers=tuple(one for one in studies_of(said) if _asked_again(one, said)),
        )
        return await looking.redacted(whole, View.CONSENTS, meant.about)


def _asked_again(stood: Stands, said: Said) -> bool:
    if stood.answer is not CellAnswer.SHEET_INVALID or stood.sheet is None:
        return False
    sheet = said.sheets.get(stood.sheet.sheet_id)
    return sheet is not None and sheet.major_in_force(said.context.at) is not None
