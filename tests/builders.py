"""Builders walk real commands, so that no test starts from an impossible state.

A walk is the events of one stream: ``given(*a_permit().suspended())``. A refused walk fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any, Self

from governance.lives.citizens import commands as register
from governance.lives.consents import commands as say
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.lives.information_sheets.commands import DraftSheet, PublishSheet
from governance.lives.information_sheets.words import InformationItem
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.entries import NO_FACTS, Command, Event
from governance.vocabulary.erasable import Details, Erasable, PersonalDetails, text
from governance.vocabulary.people import Capacity, Channel, Language, Sex, SubjectId
from governance.vocabulary.purposes import (
    Cell,
    DataCategory,
    Purpose,
    RecipientKind,
)
from tests.story import NOW, SOMEBODY, life_of


def person(number: int) -> SubjectId:
    """Somebody, always the same for the same number."""
    return SubjectId(f"{number:032x}")


def an_id(number: int) -> str:
    """The id of something that is not a person."""
    return f"{number:032x}"


CITIZEN, MOTHER, FATHER, STRANGER = person(1), person(2), person(3), person(4)
FREE = register.DetailsFacts(identifiers_free=True)
BORN = date(1980, 4, 10)
SHEET = an_id(100)
GENOMIC = Cell(Purpose.SCIENTIFIC_RESEARCH, DataCategory.GENOMIC, RecipientKind.PUBLIC_RESEARCH)
CLINICAL = replace(GENOMIC, category=DataCategory.CLINICAL)


def day(days: int) -> datetime:
    """An instant so many days after ``NOW``."""
    return NOW + timedelta(days=days)


def at_noon(year: int, month: int, number: int) -> datetime:
    """Noon UTC of a day, which is the same day in Madrid."""
    return datetime(year, month, number, 12, tzinfo=UTC)


class Walk:
    """The events of one stream, grown by real commands."""

    def __init__(self, events: tuple[Event, ...] = ()) -> None:
        self.events = events

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def having(
        self,
        command: Command,
        *,
        facts: Any = NO_FACTS,
        by: SubjectId = SOMEBODY,
        at: datetime = NOW,
    ) -> Self:
        """The same walk, one command further."""
        life = life_of(command)
        state = reduce(life.evolve, self.events, life.EMPTY)
        if command.FACTS is register.DetailsFacts:
            facts = FREE
        outcome = life.decide(command, state, facts, by=by, at=at)
        assert isinstance(outcome, list), f"the builder was refused: {outcome}"
        return type(self)((*self.events, *outcome))


def details(*, born: date = BORN, died: date | None = None) -> PersonalDetails:
    """Personal details with these days and nothing remarkable else."""
    return Erasable(
        Details(
            given_name="Nahia",
            family_name="Goñi",
            birth_date=born,
            death_date=died,
            sex=Sex.FEMALE,
            municipality="Baztan",
            language=Language.BASQUE,
        )
    )


def a_citizen(*, who: SubjectId = CITIZEN, born: date = BORN) -> Walk:
    """Somebody in the register."""
    return Walk().having(register.RegisterCitizen(citizen=who, details=details(born=born)))


def a_child(*, parents: tuple[SubjectId, ...] = (MOTHER,), born: date = date(2015, 3, 1)) -> Walk:
    """A minor in the register, with parents who decide for her."""
    walk = a_citizen(born=born)
    for parent in parents:
        walk = walk.having(
            register.AppointRepresentative(
                citizen=CITIZEN,
                representative=parent,
                capacity=Capacity.PARENT,
                since=born,
                until=None,
            )
        )
    return walk


def a_draft(*, major: int = 1, minor: int = 0, sheet: str = SHEET) -> DraftSheet:
    """The command that writes a version explaining everything."""
    return DraftSheet(
        sheet_id=sheet,
        major=major,
        minor=minor,
        items=frozenset(InformationItem),
        text_es=text("Qué se hará con sus datos"),
        text_eu=text("Zer egingo den zure datuekin"),
        text_en=text("What will be done with your data"),
    )


def a_sheet(*majors: int) -> Walk:
    """A sheet with these major versions published, the first by default."""
    walk = Walk()
    for major in majors or (1,):
        walk = walk.having(a_draft(major=major))
        walk = walk.having(PublishSheet(sheet_id=SHEET, major=major, minor=0))
    return walk


MAY = say.GiverFacts(
    registered=True,
    alive=True,
    age=AgeBand.ADULT,
    giver_may_decide=True,
    sheet_published=True,
)
"""The facts of an adult who decides for herself, or of her representative."""
OF_A_MINOR = replace(MAY, age=AgeBand.FROM_14)


def given_by(
    giver: SubjectId = CITIZEN,
    *,
    capacity: Capacity | None = None,
    effective: datetime = NOW,
) -> Given:
    """How something was said; somebody else than the citizen is her parent, unless told."""
    own = Capacity.SELF if giver == CITIZEN else Capacity.PARENT
    return Given(
        giver=giver,
        capacity=capacity or own,
        channel=Channel.ONLINE,
        effective_at=effective,
    )


def a_choice(
    says: Says = Says.ALLOW,
    *cells: Cell,
    given: Given | None = None,
    major: int = 1,
    until: date | None = None,
    took_part: bool | None = None,
) -> say.RecordChoice:
    """The command that says one thing about cells, the genomic one by default."""
    return say.RecordChoice(
        citizen=CITIZEN,
        given=given or given_by(),
        cells=frozenset(cells or (GENOMIC,)),
        says=says,
        sheet=SheetVersion(SHEET, major, 0),
        language=Language.BASQUE,
        valid_until=until,
        minor_took_part=took_part,
    )


def a_study_answer(
    says: Says = Says.ALLOW,
    *,
    study: str = "study",
    given: Given | None = None,
    until: date | None = None,
) -> say.AnswerStudy:
    """The command that answers one study."""
    return say.AnswerStudy(
        citizen=CITIZEN,
        given=given or given_by(),
        study=study,
        says=says,
        sheet=SheetVersion(SHEET, 1, 0),
        language=Language.SPANISH,
        valid_until=until,
        minor_took_part=None,
    )
