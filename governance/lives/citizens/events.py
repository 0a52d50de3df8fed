"""What has happened to a citizen's entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FreeText, PersonalDetails
from governance.vocabulary.people import Capacity, SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenRegistered(Event):
    """Somebody is in the register."""

    CODE: ClassVar[str] = "citizen.registered.v1"
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsCorrected(Event):
    """These details replace the ones before."""

    CODE: ClassVar[str] = "citizen.details-corrected.v1"
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathRecorded(Event):
    """The details now hold the day of death."""

    CODE: ClassVar[str] = "citizen.death-recorded.v1"
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenMerged(Event):
    """This entry is a duplicate; its acts count as acts of the survivor."""

    CODE: ClassVar[str] = "citizen.merged.v1"
    survivor: SubjectId
    with_duplicates: frozenset[SubjectId]
    """Entries that were merged into this one before; they are the survivor's from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateJoined(Event):
    """The acts of the duplicate count here."""

    CODE: ClassVar[str] = "citizen.duplicate-joined.v1"
    duplicate: SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class KinshipDeclared(Event):
    """A relative was named."""

    CODE: ClassVar[str] = "citizen.kinship-declared.v1"
    kinship: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class KinshipEnded(Event):
    """That kinship does not hold."""

    CODE: ClassVar[str] = "citizen.kinship-ended.v1"
    kinship: FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeAppointed(Event):
    """Somebody may decide for the citizen."""

    CODE: ClassVar[str] = "citizen.representative-appointed.v1"
    representative: SubjectId
    capacity: Capacity
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationEnded(Event):
    """Its last day is ``until``."""

    CODE: ClassVar[str] = "citizen.representation-ended.v1"
    representative: SubjectId
    capacity: Capacity
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionRecorded(Event):
    """Support measures hold from this day."""

    CODE: ClassVar[str] = "citizen.protection-recorded.v1"
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionLifted(Event):
    """Support measures hold to this day."""

    CODE: ClassVar[str] = "citizen.protection-lifted.v1"
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorityNoted(Event):
    """The citizen came of age; noted, never waited for."""

    CODE: ClassVar[str] = "citizen.majority-noted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsErased(Event):
    """The values of every entry of this stream are erased with this entry."""

    CODE: ClassVar[str] = "citizen.details-erased.v1"
    reason: FreeText


EVENTS = (
    CitizenRegistered,
    DetailsCorrected,
    DeathRecorded,
    CitizenMerged,
    DuplicateJoined,
    KinshipDeclared,
    KinshipEnded,
    RepresentativeAppointed,
    RepresentationEnded,
    ProtectionRecorded,
    ProtectionLifted,
    MajorityNoted,
    DetailsErased,
)
