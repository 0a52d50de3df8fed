"""Everybody for whom the matrix has cells: who she is, in which role, and by which token."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from governance.eligibility.reader import Reader
from governance.lives.ethics.committee import AppointMember, EndMembership, Expertise
from governance.lives.programme.partners import PartnerScope
from governance.lives.programme.staff import AppointStaff, EndStaff
from governance.principals import PUBLIC, Principal
from governance.refusals import Conflict
from governance.service import attaching
from governance.service.attaching import DocumentWish
from governance.service.carry_out import Decided, Done, Once, carry_out, decide_with
from governance.service.house import House
from governance.service.preparation import ReleaseWish, as_command
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.token_scopes import TokenScope
from graph.context import Context, Wish
from portal.demo.region.households import NEIGHBOURS
from tests.graph.matrix.grounds import PDF, Ground

ALL_SCOPES = frozenset[str](TokenScope)
NOBODY = SubjectId("e" * 32)
SEATS = (Role.MEMBER, Role.CHAIR, Role.SECRETARY)


@dataclass(frozen=True, slots=True)
class Persona:
    """Whoever has no ``roles`` is who she is in the region. ``her`` applied for the study that is
    *own*, is named in the one that is *same*, and has nothing to do with the *foreign* one,
    whichever role she has.
    """

    who: str = "her"
    roles: tuple[Role, ...] = ()
    ended: bool = False
    """The role was hers, and is no more."""
    stepped_up: bool = True
    scopes: frozenset[str] = ALL_SCOPES
    partner: bool = False
    represents: str = ""
    """Whose record is *own* to her, where it is not herself."""


PERSONAS: Mapping[str, Persona] = {
    "anonymous": Persona("public"),
    "citizen": Persona("maite"),
    "mother": Persona("leire", represents="unai"),
    "mother-of-17": Persona("leire", represents="nahia"),
    "child": Persona("unai"),
    "girl-of-17": Persona("nahia"),
    "researcher": Persona(roles=(Role.RESEARCHER,)),
    "colleague": Persona("colleague"),
    "former": Persona(roles=(Role.OFFICER,), ended=True),
    "member": Persona(roles=(Role.MEMBER,)),
    "interested": Persona("interested"),
    "chair": Persona(roles=(Role.CHAIR,)),
    "secretary": Persona(roles=(Role.SECRETARY,)),
    "officer": Persona(roles=(Role.OFFICER,)),
    "officer-read-only": Persona(roles=(Role.OFFICER,), scopes=frozenset({TokenScope.READ})),
    "holder": Persona(roles=(Role.HOLDER,)),
    "preparer": Persona(roles=(Role.PREPARER,)),
    "release-officer": Persona(roles=(Role.RELEASE_OFFICER,)),
    "unconfirmed": Persona(roles=(Role.RELEASE_OFFICER, Role.MEMBER), stepped_up=False),
    "desk": Persona(roles=(Role.DESK,)),
    "auditor": Persona(roles=(Role.AUDITOR,)),
    "dpo": Persona(roles=(Role.DPO,)),
    "steward": Persona(roles=(Role.STEWARD,)),
    "partner-verdicts": Persona("partner-verdicts", partner=True),
    "partner-all": Persona("partner-all", partner=True),
    "partner-ended": Persona("partner-ended", partner=True),
}
"""An expired token is nobody's: it is refused at the door, whatever it asks (``test_door``)."""


IDENTIFIERS = {
    "her": "ground-0",
    "colleague": "ground-1",
    **{one.key: f"NA{number:06}" for number, one in enumerate(NEIGHBOURS, 1)},
}
WOULD_BE_DONE = Conflict("would-be-done")
"""What no command says by itself."""


@dataclass
class Judging(Context):
    """A request whose commands are judged as always, and then not written."""

    reader: Reader | None = None
    """What all of them are judged by: nothing changes in between."""

    async def carry_out(
        self, command: Command | Wish, *, once: Once | None = None, through: Any = None
    ) -> Any:
        """The decision that the service would come to; what may be done is told as a conflict."""
        assert self.reader is not None
        at = self.house.clock()
        if isinstance(command, ReleaseWish):
            command = as_command(command)
        elif isinstance(command, DocumentWish):
            command = attaching.as_command(command, PDF)
        found = await decide_with(self.reader, command, by=self.principal, at=at)
        return WOULD_BE_DONE if isinstance(found, Decided) else found


@dataclass
class Scene:
    """One persona in a copy of the ground, and what each column means to her."""

    name: str
    persona: Persona
    house: House
    ground: Ground

    @property
    def principal(self) -> Principal:
        """Whom her token names."""
        one = self.persona
        if one.who == "public":
            return PUBLIC
        return Principal(
            subject=self.ground.people[one.who],
            channel=Channel.API,
            stepped_up=one.stepped_up and not one.partner,
            machine_role=Role.PARTNER if one.partner else None,
            scopes=frozenset[str](PartnerScope) if one.partner else one.scopes,
        )

    def context(self) -> Context:
        """A request of hers that only reads."""
        return Context(self.house, self.principal, "tests")

    @asynccontextmanager
    async def judging(self) -> AsyncIterator[Context]:
        """A request of hers that writes nothing."""
        async with self.house.database.reading() as session:
            yield Judging(self.house, self.principal, "tests", reader=Reader(session))

    def citizen(self, column: str) -> SubjectId:
        """Herself, or whom she represents; somebody of the same release; somebody else."""
        own = self.persona.represents or self.persona.who
        people = self.ground.people
        names = {"own": own, "same": "leire" if own == "maite" else "maite", "foreign": "javier"}
        return people.get(names.get(column, ""), NOBODY)

    def partner(self, column: str) -> SubjectId:
        """Herself, or a partner system, another than she is."""
        other = "partner-verdicts" if self.name == "partner-all" else "partner-all"
        names = {"own": self.persona.who, "same": other, "foreign": other}
        return self.ground.people.get(names.get(column, ""), NOBODY)

    def identifier(self, column: str) -> str:
        """What the issuer of the region's files calls that person."""
        who = self.citizen(column)
        names = {self.ground.people[name]: said for name, said in IDENTIFIERS.items()}
        return names.get(who, "nobody")

    async def enter(self) -> None:
        """Give her the roles in which she asks, or gave and took."""
        for role in self.persona.roles:
            await _appoint(self, role)


async def _appoint(scene: Scene, role: Role) -> None:
    her, today = scene.ground.people["her"], day_of(scene.house.clock())
    if role not in SEATS:
        await _do(scene, AppointStaff(person=her, role=role))
        if scene.persona.ended:
            await _do(scene, EndStaff(person=her, role=role))
        return
    if role is not Role.MEMBER:
        sat = scene.ground.people[f"member-{SEATS.index(role) - 1}"]
        await _do(scene, EndMembership(person=sat, until=today - timedelta(days=1)))
    seat = AppointMember(
        person=her, seat=role, expertise=frozenset({Expertise.NURSE}), since=today, until=None
    )
    await _do(scene, seat)


async def _do(scene: Scene, command: Command) -> None:
    steward = Principal(
        subject=scene.ground.people["steward"], channel=Channel.ONLINE, stepped_up=True
    )
    outcome = await carry_out(scene.house, command, by=steward)
    assert isinstance(outcome, Done), (scene.name, outcome)
