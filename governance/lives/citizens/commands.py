"""What can be asked about a citizen's entry in the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.citizens.words import Kinship
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command, NoFacts
from governance.vocabulary.erasable import FreeText, PersonalDetails
from governance.vocabulary.people import Capacity, SubjectId


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """What merging needs to know of the other entry."""

    survivor_can_take: bool | None
    """``citizen.registered.v1`` of the survivor, who is not merged into somebody else."""


@dataclass(frozen=True, slots=True)
class DetailsFacts:
    """What stating details needs to know of other entries."""

    identifiers_free: bool | None
    """No other entry states one of these identifiers; duplicates merged into this one may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _CitizenCommand(Command):
    FACTS: ClassVar[type] = NoFacts
    citizen: SubjectId

    @property
    def stream(self) -> str:
        """The citizen's own."""
        return self.citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCitizen(_CitizenCommand):
    """Enter somebody into the register of people."""

    ACT: ClassVar[Act] = Act.REGISTER_CITIZEN
    FACTS: ClassVar[type] = DetailsFacts
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDetails(_CitizenCommand):
    """Replace the details by right ones (GDPR 16)."""

    ACT: ClassVar[Act] = Act.CORRECT_DETAILS
    FACTS: ClassVar[type] = DetailsFacts
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeath(_CitizenCommand):
    """The citizen died on the day that the details now hold."""

    ACT: ClassVar[Act] = Act.RECORD_DEATH
    FACTS: ClassVar[type] = DetailsFacts
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeDuplicates(_CitizenCommand):
    """This entry and another are the same person; ``citizen`` is the duplicate."""

    ACT: ClassVar[Act] = Act.MERGE_DUPLICATES
    FACTS: ClassVar[type] = MergeFacts
    survivor: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinDuplicate(_CitizenCommand):
    """What a merge obliges: the survivor's entry names the duplicate too."""

    ACT: ClassVar[Act] = Act.JOIN_DUPLICATE
    duplicate: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareKinship(_CitizenCommand):
    """Name a relative whom the citizen's data may concern (Ley 14/2007 5.2)."""

    ACT: ClassVar[Act] = Act.DECLARE_KINSHIP
    kinship: Kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class EndKinship(_CitizenCommand):
    """The kinship was declared by mistake."""

    ACT: ClassVar[Act] = Act.END_KINSHIP
    kinship: Kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointRepresentative(_CitizenCommand):
    """Somebody may decide for the citizen, from a day on."""

    ACT: ClassVar[Act] = Act.APPOINT_REPRESENTATIVE
    representative: SubjectId
    capacity: Capacity
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRepresentation(_CitizenCommand):
    """Its last day is ``until``."""

    ACT: ClassVar[Act] = Act.END_REPRESENTATION
    representative: SubjectId
    capacity: Capacity
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordProtection(_CitizenCommand):
    """A court ordered support measures for the citizen, an adult."""

    ACT: ClassVar[Act] = Act.RECORD_PROTECTION
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftProtection(_CitizenCommand):
    """The measures end; ``until`` is their last day."""

    ACT: ClassVar[Act] = Act.LIFT_PROTECTION
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMajority(_CitizenCommand):
    """The citizen came of age; rules compare dates and never wait for this."""

    ACT: ClassVar[Act] = Act.NOTE_MAJORITY


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseDetails(_CitizenCommand):
    """Erase names, dates and kinship (GDPR 17); from then on nothing leaves about her."""

    ACT: ClassVar[Act] = Act.ERASE_DETAILS
    reason: FreeText


COMMANDS = (
    RegisterCitizen,
    CorrectDetails,
    RecordDeath,
    MergeDuplicates,
    JoinDuplicate,
    DeclareKinship,
    EndKinship,
    AppointRepresentative,
    EndRepresentation,
    RecordProtection,
    LiftProtection,
    NoteMajority,
    EraseDetails,
)
