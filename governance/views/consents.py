"""A citizen's consents: what stands of every cell and study, the switches, and every act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from governance.eligibility.said import Said, said_by
from governance.lives import consents
from governance.lives.consents.standing import (
    Standing,
    opted_out,
    own_refusal,
    reach,
    standings,
    study_answer,
)
from governance.lives.consents.state import Switched
from governance.lives.consents.words import Answer, SheetVersion
from governance.policy.visibility_facts import View
from governance.storage.ledger import Recorded
from governance.views.acts import OF_A_MINOR, ConsentAct, as_acts, given_of
from governance.views.citizen import OfCitizen
from governance.views.paging import FIRST, Page, Paged, paged
from governance.views.question import Looking, Shown
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.cellsets import ORDER
from governance.vocabulary.people import Capacity, SubjectId
from governance.vocabulary.purposes import ALL_CELLS, Cell, Reach

ASKED = tuple(cell for cell in ORDER if cell in ALL_CELLS)
"""Every cell that can be asked, in the order of purposes, categories, recipients."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """What stands, and where it comes from; nothing of that where nobody has said anything."""

    answer: CellAnswer
    since: datetime | None = None
    """From when the newest of the answers behind it counts."""
    valid_until: date | None = None
    """Its last day; None where it has none."""
    sheet: SheetVersion | None = None
    capacities: frozenset[Capacity] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStands(Stands):
    """What stands for one cell."""

    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyStands(Stands):
    """What stands for one study."""

    study: str


@dataclass(frozen=True, slots=True)
class SwitchStands:
    """Whether a switch is on, and since when it stands so; None where it was never touched."""

    on: bool
    since: datetime | None


@dataclass(frozen=True, slots=True)
class OwnRefusal(SwitchStands):
    """A minor's own no, and the acts by which it was said."""

    acts: tuple[ConsentAct, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsShown(Shown):
    """The fields of ``View.CONSENTS``."""

    cells: tuple[CellStands, ...] | None = None
    study_answers: tuple[StudyStands, ...] | None = None
    reach: Reach | None = None
    opt_out: SwitchStands | None = None
    acts: Paged[ConsentAct] | None = None
    """The newest first; a minor's own no stands apart."""
    receipts: tuple[int, ...] | None = None
    """Positions of the acts shown for which a receipt can be asked."""
    minor_refusal: OwnRefusal | None = None


@dataclass(frozen=True, slots=True)
class Consents(OfCitizen[ConsentsShown]):
    """What a citizen has said and what stands of it, as of an instant."""

    ABOUT: ClassVar[str] = consents.NAME
    page: Page = FIRST
    """Of her acts."""

    async def answer(self, looking: Looking) -> ConsentsShown | None:
        """Every cell is answered, those too about which nobody has said anything."""
        meant = await self.meant(looking)
        if meant is None:
            return None
        said, cells = await what_stands(looking, meant.who)
        effective = [one for one in reversed(said.acts) if _counts_by(one, looking)]
        others = [one for one in effective if not isinstance(one.event, OF_A_MINOR)]
        of_a_minor = [one for one in effective if isinstance(one.event, OF_A_MINOR)]
        page = paged(others, self.page)
        acts = await as_acts(looking, page.rows)
        whole = ConsentsShown(
            id=meant.who,
            may=await looking.acts_on(meant.about),
            cells=cells,
            study_answers=studies_of(said),
            reach=reach(said.state, said.context),
            opt_out=_opt_out(said),
            acts=Paged(acts, page.total, page.page),
            receipts=tuple(act.position for act in acts),
            minor_refusal=OwnRefusal(
                own_refusal(said.state, said.context),
                _since(said.state.minor_refusals, said),
                await as_acts(looking, of_a_minor),
            ),
        )
        return await looking.redacted(whole, View.CONSENTS, meant.about)


def _counts_by(entry: Recorded, looking: Looking) -> bool:
    return given_of(entry).effective_at <= looking.instant.time


async def what_stands(looking: Looking, who: SubjectId) -> tuple[Said, tuple[CellStands, ...]]:
    """Everything that she has said, and her cells; worked out once for all that is asked."""
    reader, at = looking.then, looking.instant.time

    async def work() -> tuple[Said, tuple[CellStands, ...]]:
        said = await said_by(reader, who, at)
        return said, cells_of(said)

    return await reader.once(("what stands", who, at), work)


def cells_of(said: Said) -> tuple[CellStands, ...]:
    """What stands for each cell that can be asked."""
    stood = standings(said.state, ASKED, said.context)
    each = {id(one): one for one in stood.values()}
    behind = {key: _behind(one) for key, one in each.items()}
    return tuple(CellStands(cell=cell, **behind[id(one)]) for cell, one in stood.items())


def studies_of(said: Said) -> tuple[StudyStands, ...]:
    """What stands for each study that was ever answered, by name."""
    studies = sorted({answer.study for answer in said.state.answers if answer.study})
    stood = ((study, study_answer(said.state, study, said.context)) for study in studies)
    return tuple(StudyStands(study=study, **_behind(one)) for study, one in stood if one)


def _behind(stood: Standing) -> dict[str, Any]:
    if not stood.said:
        return {"answer": stood.answer}
    newest = max(stood.said, key=Answer.sort_key)
    days = [answer.valid_until for answer in stood.said]
    return {
        "answer": stood.answer,
        "since": newest.given.effective_at,
        "valid_until": None if None in days else max(day for day in days if day),
        "sheet": newest.sheet,
        "capacities": frozenset(answer.given.capacity for answer in stood.said),
    }


def _opt_out(said: Said) -> SwitchStands:
    on = opted_out(said.state, said.context)
    return SwitchStands(on, _since(said.state.opt_outs, said))


def _since(switched: Iterable[Switched], said: Said) -> datetime | None:
    until = [one.given.effective_at for one in switched]
    return max((at for at in until if at <= said.context.at), default=None)
