"""Events to append, as few as will do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from governance.lives.citizens.events import (
    CitizenRegistered,
    DetailsCorrected,
    DetailsErased,
    KinshipDeclared,
)
from governance.lives.programme.staff import StaffAppointed
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Details, Erasable, text
from governance.vocabulary.people import Language, Role, Sex, SubjectId

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANE, BEÑAT, DESK = SubjectId("a" * 32), SubjectId("b" * 32), SubjectId("d" * 32)
STAFF = "programme-staff/programme"
OF_ANE, OF_BEÑAT = f"citizens/{ANE}", f"citizens/{BEÑAT}"


def later(seconds: float) -> datetime:
    """So many seconds after the start."""
    return START + timedelta(seconds=seconds)


def appointed(number: int = 0, *, at: datetime = START) -> tuple[str, Event]:
    """One more member of staff."""
    return STAFF, StaffAppointed(
        at=at, by=DESK, person=SubjectId(f"{number:032x}"), role=Role.OFFICER
    )


def several(count: int, *, at: datetime = START) -> list[tuple[str, Event]]:
    """Several members of staff."""
    return [appointed(number, at=at) for number in range(count)]


def details(name: str = "Ane", *, file_number: str = "1", death: date | None = None) -> Details:
    """Somebody's details, with one identifier of the registry."""
    return Details(
        given_name=name,
        family_name='Etxeberria "Txiki" \\u0000',
        birth_date=date(1980, 2, 29),
        sex=Sex.FEMALE,
        municipality="Iruñea",
        language=Language.BASQUE,
        identifiers=(("registry", file_number),),
        death_date=death,
    )


def registered(
    stream: str = OF_ANE, *, name: str = "Ane", file_number: str = "1", at: datetime = START
) -> tuple[str, Event]:
    """A citizen enters the register."""
    stated = Erasable(details(name, file_number=file_number))
    return stream, CitizenRegistered(at=at, by=DESK, details=stated)


def corrected(stream: str = OF_ANE, *, name: str, at: datetime = START) -> tuple[str, Event]:
    """Her details change."""
    return stream, DetailsCorrected(at=at, by=DESK, details=Erasable(details(name)))


def kin(*, at: datetime = START) -> tuple[str, Event]:
    """Ane names a relative."""
    return OF_ANE, KinshipDeclared(at=at, by=DESK, kinship=text(f"sibling {BEÑAT}"))


def erased(*, at: datetime = START) -> tuple[str, Event]:
    """Ane is to be forgotten."""
    return OF_ANE, DetailsErased(at=at, by=DESK, reason=text("she asked for it"))
