"""What is known of a citizen, and the questions that other rooms ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from governance.lives.citizens import events as happened
from governance.lives.citizens.words import (
    ENDING_AT_MAJORITY,
    Kinship,
    Protection,
    Representation,
)
from governance.vocabulary.answers import AgeBand, age_band
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Details
from governance.vocabulary.instants import age_on
from governance.vocabulary.people import Capacity, SubjectId

Mandates = frozenset[tuple[SubjectId, Capacity]]
NOBODY: Mandates = frozenset()


@dataclass(frozen=True, slots=True)
class State:
    """The fold of a citizen's entries, joined with what has not been erased."""

    registered: bool = False
    details: Details | None = None
    erased: bool = False
    merged_into: SubjectId | None = None
    duplicates: frozenset[SubjectId] = frozenset()
    kin: frozenset[Kinship] = frozenset()
    representations: tuple[Representation, ...] = ()
    protections: tuple[Protection, ...] = ()
    majority_noted: bool = False

    @property
    def identity_known(self) -> bool:
        """Registered, and not erased."""
        return self.registered and self.details is not None

    @property
    def died_on(self) -> date | None:
        """The day of death, where there is one."""
        return self.details.death_date if self.details else None

    def reckoned(self, day: date) -> date:
        """The day on which age and mandates are asked: for the dead, the day of death."""
        died = self.died_on
        return died if died is not None and died < day else day

    def age_band_on(self, day: date) -> AgeBand | None:
        """The band of ages on that day; None where the birth date is unknown."""
        if self.details is None:
            return None
        return age_band(age_on(self.details.birth_date, self.reckoned(day)))

    def mandates_on(self, day: date) -> Mandates | None:
        """Who may decide, in which capacity, on that day; None where the age is unknown."""
        if self.details is None:
            return None
        if not self.representations:
            return NOBODY
        band = self.age_band_on(day)
        counted = self.reckoned(day)
        return frozenset(
            (one.representative, one.capacity)
            for one in self.representations
            if one.covers(counted)
            and not (one.capacity in ENDING_AT_MAJORITY and band is AgeBand.ADULT)
        )

    def protected_on(self, day: date) -> bool | None:
        """An adult with support measures in force; None where the age is unknown."""
        if self.details is None:
            return None
        if not self.protections:
            return False
        band = self.age_band_on(day)
        counted = self.reckoned(day)
        return band is AgeBand.ADULT and any(one.covers(counted) for one in self.protections)


EMPTY = State()


def _ended(state: State, event: happened.RepresentationEnded) -> tuple[Representation, ...]:
    return tuple(
        replace(one, until=event.until)
        if (one.representative, one.capacity) == (event.representative, event.capacity)
        and one.covers(event.until)
        else one
        for one in state.representations
    )


def _kin(state: State, text: str | None, *, declared: bool) -> State:
    if text is None:
        return state
    kinship = frozenset({Kinship.parse(text)})
    return replace(state, kin=state.kin | kinship if declared else state.kin - kinship)


def evolve(state: State, event: Event) -> State:
    """The state after one more event."""
    match event:
        case happened.CitizenRegistered():
            return replace(state, registered=True, details=event.details.value)
        case happened.DetailsCorrected() | happened.DeathRecorded():
            return replace(state, details=event.details.value)
        case happened.CitizenMerged():
            return replace(state, merged_into=event.survivor)
        case happened.DuplicateJoined():
            return replace(state, duplicates=state.duplicates | {event.duplicate})
        case happened.KinshipDeclared():
            return _kin(state, event.kinship.value, declared=True)
        case happened.KinshipEnded():
            return _kin(state, event.kinship.value, declared=False)
        case happened.RepresentativeAppointed():
            appointed = Representation(
                event.representative, event.capacity, event.since, event.until
            )
            return replace(state, representations=(*state.representations, appointed))
        case happened.RepresentationEnded():
            return replace(state, representations=_ended(state, event))
        case happened.ProtectionRecorded():
            protection = Protection(event.since, None)
            return replace(state, protections=(*state.protections, protection))
        case happened.ProtectionLifted():
            lifted = tuple(replace(p, until=p.until or event.until) for p in state.protections)
            return replace(state, protections=lifted)
        case happened.MajorityNoted():
            return replace(state, majority_noted=True)
        case happened.DetailsErased():
            return replace(state, details=None, erased=True, kin=frozenset())
        case _:
            return state


_KEEPS_THE_STATE = (
    happened.DetailsCorrected,
    happened.KinshipDeclared,
    happened.KinshipEnded,
    happened.RepresentativeAppointed,
    happened.RepresentationEnded,
    happened.ProtectionRecorded,
    happened.ProtectionLifted,
    happened.MajorityNoted,
    happened.DuplicateJoined,
)
TRANSITIONS: tuple[tuple[str, str, str], ...] = (
    ("unknown", "citizen.registered.v1", "registered"),
    *(
        (status, event.CODE, status)
        for status in ("registered", "deceased")
        for event in _KEEPS_THE_STATE
    ),
    ("registered", "citizen.death-recorded.v1", "deceased"),
    ("registered", "citizen.merged.v1", "merged"),
    ("deceased", "citizen.merged.v1", "merged"),
    ("registered", "citizen.details-erased.v1", "erased"),
    ("deceased", "citizen.details-erased.v1", "erased"),
)
