"""What a citizen, or somebody who may decide for her, can say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.consents.words import Given, Says, SheetVersion
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import Command
from governance.vocabulary.people import Language, SubjectId
from governance.vocabulary.purposes import Cell, Reach


@dataclass(frozen=True, slots=True)
class GiverFacts:
    """Who may say something for this citizen on the day that it counts from. None is unknown."""

    registered: bool | None
    """``citizen.registered.v1``, not merged into another entry, details not erased."""
    alive: bool | None
    """No day of death before that day."""
    age: AgeBand | None
    """Her band of ages on that day."""
    giver_may_decide: bool | None
    """``citizen.representative-appointed.v1`` covers giver and capacity on that day; not asked of
    the citizen herself, for whom it is True."""
    sheet_published: bool | None
    """``sheet.published.v1`` of that version; True where no sheet is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _ConsentCommand(Command):
    FACTS: ClassVar[type] = GiverFacts
    citizen: SubjectId
    given: Given

    @property
    def stream(self) -> str:
        """The citizen's own."""
        return self.citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChoice(_ConsentCommand):
    """Allow, refuse or withdraw a set of cells. Withdrawing needs no sheet."""

    ACT: ClassVar[Act] = Act.RECORD_CHOICE
    cells: frozenset[Cell]
    says: Says
    sheet: SheetVersion | None = None
    language: Language | None = None
    valid_until: date | None = None
    minor_took_part: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerStudy(_ConsentCommand):
    """Answer one study; the answer stands over the general cells for that study."""

    ACT: ClassVar[Act] = Act.ANSWER_STUDY
    study: str
    says: Says
    sheet: SheetVersion | None = None
    language: Language | None = None
    valid_until: date | None = None
    minor_took_part: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawEverything(_ConsentCommand):
    """Withdraw every cell and every study answer at once."""

    ACT: ClassVar[Act] = Act.WITHDRAW_EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReach(_ConsentCommand):
    """Say how far data may go."""

    ACT: ClassVar[Act] = Act.SET_REACH
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut(_ConsentCommand):
    """Object to all secondary use; no reason is asked (EHDS 71)."""

    ACT: ClassVar[Act] = Act.OPT_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftOptOut(_ConsentCommand):
    """End the opt-out."""

    ACT: ClassVar[Act] = Act.LIFT_OPT_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMinorRefusal(_ConsentCommand):
    """A minor says no herself (Ley 14/2007 58.5)."""

    ACT: ClassVar[Act] = Act.RECORD_MINOR_REFUSAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftMinorRefusal(_ConsentCommand):
    """The minor takes her no back."""

    ACT: ClassVar[Act] = Act.LIFT_MINOR_REFUSAL


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExpiry(_ConsentCommand):
    """An answer expired by date; rules compare the date and never wait for this."""

    ACT: ClassVar[Act] = Act.NOTE_EXPIRY
    expired_on: date


COMMANDS = (
    RecordChoice,
    AnswerStudy,
    WithdrawEverything,
    SetReach,
    OptOut,
    LiftOptOut,
    RecordMinorRefusal,
    LiftMinorRefusal,
    NoteExpiry,
)
