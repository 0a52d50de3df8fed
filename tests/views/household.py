"""A few citizens who stand to each other in every way that matters, entered by real commands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from governance.lives.citizens import commands as register
from governance.lives.consents import commands as say
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.lives.programme.partners import PartnerScope, RegisterPartner
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, ask
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.service.ledger_check import ledger_size
from governance.views.question import Question
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import Details, Erasable
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, Channel, Language, Role, Sex, SubjectId
from governance.vocabulary.purposes import Cell
from portal.demo.cast import Cast, StoryClock, appoint, principal, publish_sheet
from tests.releases.signed import house_at

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
FOUNDED = NOW - timedelta(days=100)
GENOMIC, CLINICAL = (
    Cell.parse(f"scientific-research:{category}:public-research")
    for category in ("genomic", "clinical")
)
BORN = {
    "ane": date(1980, 4, 10),
    "leire": date(1984, 1, 2),
    "unai": date(2018, 6, 1),
    "nahia": date(2009, 2, 3),
    "mikel": date(1950, 7, 7),
    "ander": date(1979, 9, 9),
    "josu": date(1940, 3, 3),
    "eki": date(2014, 5, 5),
    "jon": date(1990, 12, 12),
}
STANDS = (
    ("leire", "unai", Capacity.PARENT),
    ("leire", "nahia", Capacity.PARENT),
    ("ander", "mikel", Capacity.SUPPORT),
    ("ander", "josu", Capacity.SUPPORT),
    ("ander", "eki", Capacity.GUARDIAN),
)
"""Leire is the mother of Unai, 8, and Nahia, 17; Ander supports Mikel, represented Josu, who died,
and guards Eki, 12. Jon stands to nobody."""
DIED = date(2026, 10, 1)


@dataclass
class Household:
    """The house, its staff, and the citizens by name."""

    cast: Cast
    people: dict[str, SubjectId] = field(default_factory=dict)
    partners: dict[str, Principal] = field(default_factory=dict)

    def by(self, name: str) -> Principal:
        """Somebody of the staff, of the citizens, or a partner system."""
        if name in self.partners:
            return self.partners[name]
        return principal(self.people[name]) if name in self.people else self.cast.by(name)

    async def do(self, command: Command, by: str) -> Done:
        """Carry out what a test needs."""
        outcome = await carry_out(self.cast.house, command, by=self.by(by))
        assert isinstance(outcome, Done), outcome
        return outcome

    async def asks(self, by: str, question: Question[T], as_of: Instant | None = None) -> T:
        """What somebody is shown."""
        answer = await ask(self.cast.house, question, by=self.by(by), as_of=as_of)
        assert not isinstance(answer, Refusal), answer
        return answer

    async def finds_nothing(self, by: str, question: Question[T]) -> bool:
        """Whether somebody is told that there is nothing, or nothing of hers."""
        return await ask(self.cast.house, question, by=self.by(by)) == NOT_FOUND

    def given(
        self, giver: str, capacity: Capacity = Capacity.SELF, at: datetime | None = None
    ) -> Given:
        """How somebody says something online, now."""
        return Given(
            giver=self.people[giver],
            capacity=capacity,
            channel=Channel.ONLINE,
            effective_at=at or self.cast.clock(),
        )

    async def says(
        self,
        citizen: str,
        says: Says,
        *cells: Cell,
        given: Given | None = None,
        by: str | None = None,
        until: date | None = None,
        major: int = 1,
    ) -> int:
        """One choice is recorded; where it stands in the ledger."""
        choice = say.RecordChoice(
            citizen=self.people[citizen],
            given=given or self.given(citizen),
            cells=frozenset(cells),
            says=says,
            sheet=SheetVersion(self.cast.sheet, major, 0),
            language=Language.BASQUE,
            valid_until=until,
            minor_took_part=True,
        )
        return (await self.do(choice, by or citizen)).position

    async def now(self) -> Instant:
        """The newest position, and the time."""
        return Instant(await ledger_size(self.cast.house), self.cast.clock())


def details_of(name: str, died: date | None = None) -> Details:
    """What the register holds of one of them."""
    return Details(
        given_name=name.capitalize(),
        family_name="Goñi",
        birth_date=BORN[name],
        death_date=died,
        sex=Sex.FEMALE,
        municipality="Baztan",
        language=Language.BASQUE,
        identifiers=(("registry", name),),
        contact=f"{name}@example.org",
    )


async def a_household(url: str, folder: Path) -> Household:
    """Everybody registered, every mandate in force, nobody has said anything."""
    clock = StoryClock(FOUNDED)
    home = Household(Cast(house_at(url, folder, clock), clock))
    await appoint(home.cast)
    await publish_sheet(home.cast, 1)
    for name in BORN:
        home.people[name] = SubjectId(new_id())
        entry = Erasable(details_of(name))
        await home.do(register.RegisterCitizen(citizen=home.people[name], details=entry), "desk")
    for giver, citizen, capacity in STANDS:
        await home.do(
            register.AppointRepresentative(
                citizen=home.people[citizen],
                representative=home.people[giver],
                capacity=capacity,
                since=BORN[citizen] if capacity is Capacity.PARENT else date(2020, 1, 1),
                until=None,
            ),
            "desk",
        )
    mikel, josu = home.people["mikel"], home.people["josu"]
    await home.do(register.RecordProtection(citizen=mikel, since=date(2026, 1, 1)), "desk")
    died = Erasable(details_of("josu", DIED))
    clock.set(NOW - timedelta(days=30))
    await home.do(register.RecordDeath(citizen=josu, details=died), "desk")
    for name, scope in (("consents", PartnerScope.CONSENTS), ("permits", PartnerScope.PERMITS)):
        await _partner(home, f"partner-of-{name}", scope)
    clock.set(NOW)
    return home


async def _partner(home: Household, name: str, scope: PartnerScope) -> None:
    who = SubjectId(new_id())
    scopes = frozenset({scope})
    await home.do(RegisterPartner(partner_id=who, organisation=name, scopes=scopes), "steward")
    home.partners[name] = Principal(
        subject=who, channel=Channel.API, machine_role=Role.PARTNER, stepped_up=True
    )
