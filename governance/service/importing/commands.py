"""Lines of a region's files as the commands that a desk would have given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from governance.lives.citizens.commands import (
    AppointRepresentative,
    DeclareKinship,
    RecordProtection,
    RegisterCitizen,
)
from governance.lives.citizens.words import Kinship, KinshipKind
from governance.lives.consents.commands import (
    AnswerStudy,
    LiftMinorRefusal,
    LiftOptOut,
    OptOut,
    RecordChoice,
    RecordMinorRefusal,
    SetReach,
    WithdrawEverything,
)
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.service.importing.rows import Row
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import Details, Erasable
from governance.vocabulary.people import Capacity, Channel, Language, Sex, SubjectId
from governance.vocabulary.purposes import ALL_CELLS, Cell, Reach

PLAIN: dict[str, Any] = {
    "withdraw-everything": WithdrawEverything,
    "opt-out": OptOut,
    "lift-opt-out": LiftOptOut,
    "minor-refusal": RecordMinorRefusal,
    "lift-minor-refusal": LiftMinorRefusal,
}
MANDATES = {
    "parent-of": Capacity.PARENT,
    "guardian-of": Capacity.GUARDIAN,
    "support-of": Capacity.SUPPORT,
}
KIN = {
    "parent-of": (KinshipKind.PARENT, KinshipKind.CHILD),
    "child-of": (KinshipKind.CHILD, KinshipKind.PARENT),
    "sibling-of": (KinshipKind.SIBLING, KinshipKind.SIBLING),
}
"""What the person is to the other, and the other to the person."""
CAPACITIES = {one.value: one for one in Capacity}
REACHES = {one.value: one for one in Reach}
CHANNELS = {one.value: one for one in Channel}
SAYS = {one.value: one for one in Says}
LANGUAGES = {one.value: one for one in Language}
"""Looked up many million times: an enumeration takes ten times as long to find a value."""
YEARS = range(1900, 3000)
TOOK_PART = {"yes": True, "no": False, "": None}
PROTECTED = {"yes": True, "no": False, "": False}
Known = Mapping[str, SubjectId]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str) -> datetime:
    """An instant with its zone, in the life of somebody. Raises ValueError for anything else."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None or at.year not in YEARS:
        raise ValueError("not an instant")
    return at


def person_commands(row: Row, citizen: SubjectId, issuer: str) -> list[Command]:
    """Enter somebody into the register, under the id that the source gave her."""
    details = Details(
        given_name=row["given_name"],
        family_name=row["family_name"],
        birth_date=date.fromisoformat(row["birth_date"]),
        sex=Sex(row["sex"]),
        municipality=row["municipality"],
        language=Language(row["language"]),
        identifiers=((issuer, row["person"]),),
        death_date=_day(row["death_date"]),
    )
    commands: list[Command] = [RegisterCitizen(citizen=citizen, details=Erasable(details))]
    if PROTECTED[row["protected"]]:
        born = details.birth_date
        since = date(born.year + 18, born.month, min(born.day, 28))
        month_later = since.replace(year=since.year + 1)
        commands.append(RecordProtection(citizen=citizen, since=month_later))
    return commands


def relation_commands(row: Row, known: Known) -> list[Command]:
    """Somebody may decide for another, or is a relative: said on both entries."""
    person, other, kind = known[row["person"]], known[row["other"]], row["kind"]
    commands: list[Command] = []
    if kind in MANDATES:
        appoint = AppointRepresentative(
            citizen=other,
            representative=person,
            capacity=MANDATES[kind],
            since=date.fromisoformat(row["since"]),
            until=_day(row["until"]),
        )
        commands.append(appoint)
    if kind in KIN:
        to_other, to_person = KIN[kind]
        commands.append(DeclareKinship(citizen=other, kinship=Kinship(to_other, person)))
        commands.append(DeclareKinship(citizen=person, kinship=Kinship(to_person, other)))
    if not commands:
        raise ValueError("unknown kind of relation")
    return commands


@lru_cache(maxsize=4096)  # few combinations are said by many people
def _cells(text: str) -> frozenset[Cell]:
    return ALL_CELLS if text == "all" else frozenset(Cell.parse(one) for one in text.split())


def _sheet(row: Row) -> SheetVersion | None:
    if not row["sheet"]:
        return None
    major, _, minor = row["sheet_version"].partition(".")
    return SheetVersion(row["sheet"], int(major), int(minor))


def act_command(row: Row, known: Known) -> Command:
    """One thing that a citizen, or somebody for her, has said."""
    citizen = known[row["person"]]
    given = Given(
        giver=known[row["by"]] if row["by"] else citizen,
        capacity=CAPACITIES[row["capacity"]],
        channel=CHANNELS[row["channel"]],
        effective_at=_instant(row["effective_at"]),
    )
    shared: dict[str, Any] = {"citizen": citizen, "given": given}
    act = row["act"]
    if act in PLAIN:
        command: Command = PLAIN[act](**shared)
        return command
    if act == "reach":
        return SetReach(reach=REACHES[row["reach"]], **shared)
    answer = {
        **shared,
        "says": SAYS[row["says"]],
        "sheet": _sheet(row),
        "language": LANGUAGES[row["language"]],
        "valid_until": _day(row["valid_until"]),
        "minor_took_part": TOOK_PART[row["minor_took_part"]],
    }
    if act == "choice":
        return RecordChoice(cells=_cells(row["cells"]), **answer)
    if act == "study":
        return AnswerStudy(study=row["study"], **answer)
    raise ValueError("unknown act")
