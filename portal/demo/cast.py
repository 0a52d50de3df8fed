"""The cast of the story: who works in the programme, and how they are appointed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from governance.lives.ethics.committee import AppointMember, Expertise
from governance.lives.information_sheets.commands import DraftSheet, PublishSheet
from governance.lives.information_sheets.words import InformationItem
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House, new_id
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Channel, Role, SubjectId

STAFF = {
    "steward": Role.STEWARD,
    "desk": Role.DESK,
    "protector": Role.DPO,
    "access-officer": Role.OFFICER,
    "holder": Role.HOLDER,
    "preparer": Role.PREPARER,
    "first-officer": Role.RELEASE_OFFICER,
    "second-officer": Role.RELEASE_OFFICER,
    "researcher": Role.RESEARCHER,
    "co-researcher": Role.RESEARCHER,
    "auditor": Role.AUDITOR,
}
SEATS = (
    (Role.CHAIR, {Expertise.PHYSICIAN, Expertise.BIOETHICS}),
    (Role.SECRETARY, {Expertise.LAWYER}),
    (Role.MEMBER, {Expertise.CLINICAL_PHARMACOLOGIST}),
    (Role.MEMBER, {Expertise.HOSPITAL_PHARMACIST}),
    (Role.MEMBER, {Expertise.PRIMARY_CARE_PHARMACIST}),
    (Role.MEMBER, {Expertise.NURSE}),
    (Role.MEMBER, {Expertise.LAY, Expertise.NON_HEALTH}),
    (Role.MEMBER, {Expertise.LAWYER, Expertise.NON_HEALTH}),
    (Role.MEMBER, {Expertise.DATA_PROTECTION}),
    (Role.MEMBER, {Expertise.PHYSICIAN}),
    (Role.MEMBER, {Expertise.PHYSICIAN}),
)
SHEET_TEXTS = {
    "es": "Para qué se usan sus datos, quién los recibe y cómo retirar su permiso.",
    "eu": "Zertarako erabiltzen diren zure datuak, nork jasotzen dituen eta nola atzera egin.",
    "en": "What your data are used for, who receives them, and how to withdraw.",
}


class StoryRefused(Exception):
    """Something that the story needs was refused: the demo stops, and says what and why."""


class StoryClock:
    """A clock that moves on by itself, a second at each look, and can be set ahead."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """The time now."""
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, at: datetime) -> None:
        """Let time pass until then."""
        self.now = max(self.now, at)


@dataclass
class Cast:
    """The house of one act of the story, its clock, and everybody who works in it."""

    house: House
    clock: StoryClock
    people: dict[str, SubjectId] = field(default_factory=dict)
    members: list[SubjectId] = field(default_factory=list)
    sheet: str = ""

    def by(self, name: str) -> Principal:
        """Somebody of the cast, with identity confirmed anew."""
        return principal(self.people[name])

    async def do(self, command: Command, by: Principal) -> Done:
        """Carry out what the story needs."""
        outcome = await carry_out(self.house, command, by=by)
        if not isinstance(outcome, Done):
            raise StoryRefused(f"{command.ACT}: {outcome}")
        return outcome


def principal(who: SubjectId) -> Principal:
    """Somebody, signed in and confirmed anew."""
    return Principal(subject=who, channel=Channel.ONLINE, stepped_up=True)


async def appoint(cast: Cast) -> None:
    """The operator appoints the first steward, who appoints everybody else and the committee."""
    operator = Principal(
        subject=SubjectId(new_id()), channel=Channel.OPERATOR, stepped_up=True, system_user="demo"
    )
    cast.people = {name: SubjectId(new_id()) for name in STAFF}
    await cast.do(AppointStaff(person=cast.people["steward"], role=Role.STEWARD), operator)
    for name, role in STAFF.items():
        if role is not Role.STEWARD:
            appointed = AppointStaff(person=cast.people[name], role=role)
            await cast.do(appointed, cast.by("steward"))
    since = cast.clock.now.date()
    for seat, expertise in SEATS:
        who = SubjectId(new_id())
        cast.members.append(who)
        await cast.do(_member(who, seat, frozenset(expertise), since), cast.by("steward"))


def _member(
    who: SubjectId, seat: Role, expertise: frozenset[Expertise], since: date
) -> AppointMember:
    return AppointMember(person=who, seat=seat, expertise=expertise, since=since, until=None)


async def publish_sheet(cast: Cast, major: int) -> None:
    """The steward writes a version of the information sheet, the protector publishes it."""
    cast.sheet = cast.sheet or new_id()
    draft = DraftSheet(
        sheet_id=cast.sheet,
        major=major,
        minor=0,
        items=frozenset(InformationItem),
        text_es=text(SHEET_TEXTS["es"]),
        text_eu=text(SHEET_TEXTS["eu"]),
        text_en=text(SHEET_TEXTS["en"]),
    )
    await cast.do(draft, cast.by("steward"))
    await cast.do(PublishSheet(sheet_id=cast.sheet, major=major, minor=0), cast.by("protector"))
