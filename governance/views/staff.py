"""Who has which role since when, which systems may ask how far, and which attempts were refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from governance.eligibility.reader import Reader
from governance.lives.ethics import committee
from governance.lives.programme import partners, staff
from governance.lives.programme.attempts import AttemptRefused
from governance.lives.programme.partners import (
    PartnerEnded,
    PartnerRegistered,
    PartnerScope,
    ProviderClient,
)
from governance.lives.programme.staff import StaffAppointed, StaffEnded
from governance.policy.visibility_facts import View
from governance.storage import ledger
from governance.storage.ledger import Recorded
from governance.storage.queries.entries import following, newest_with
from governance.views.actors import Actor
from governance.views.paging import NEWEST, Newest, Part
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import ALL, end_of, standing
from governance.views.workers import workers_of
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Role, SubjectId

WHOLE = (staff.NAME, "")


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role of one person from a day to another; a seat on the committee is one too."""

    role: Role
    since: date
    until: date | None
    """Its last day; None while it goes on."""


@dataclass(frozen=True, slots=True)
class PartnerShown:
    """A system of another organisation, and what it may ask."""

    id: SubjectId
    organisation: str
    scopes: frozenset[PartnerScope]
    client: ProviderClient | None
    """As which client of which identity provider it comes."""
    since: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sensitive act that was refused by these rules."""

    position: int
    at: datetime
    person: Actor
    """Citizens have no name here."""
    act: Act
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffShown(Shown):
    """The fields of ``View.STAFF`` about one person, about partners, or about attempts."""

    person: Person | None = None
    roles: tuple[RoleHeld, ...] | None = None
    """Every one that she ever had, those of now among them."""
    since: date | None = None
    """When the first of them began."""
    until: date | None = None
    """When the last of them ended; None while any goes on."""
    partners: tuple[PartnerShown, ...] | None = None
    refused_attempts: Newest[Attempt] | None = None


@dataclass(frozen=True, slots=True)
class Staff(Question[tuple[StaffShown, ...]]):
    """Everybody who ever had a role or a seat, by name; who has one now comes first."""

    ACT: ClassVar[Act] = Act.READ_STAFF
    ABOUT: ClassVar[str] = staff.NAME

    async def answer(self, looking: Looking) -> tuple[StaffShown, ...]:
        """A few hundred at most."""
        reader = await standing(looking)
        held = _appointed(await reader.history(staff, staff.STREAM))
        seats: committee.State = await reader.state(committee, committee.STREAM)
        for one in seats.memberships:
            held.setdefault(one.person, []).append(RoleHeld(one.seat, one.since, one.until))
        people = await people_of(looking, held)
        today = day_of(looking.instant.time)
        whole = [_shown(people[who], roles, today) for who, roles in held.items()]
        whole.sort(key=lambda one: (one.until is not None, _name(one)))
        shown = [await looking.redacted(one, View.STAFF, WHOLE) for one in whole]
        return tuple(one for one in shown if one)


@dataclass(frozen=True, slots=True)
class Partners(Question[StaffShown]):
    """The partner systems that were ever registered, in that order."""

    ACT: ClassVar[Act] = Act.READ_STAFF
    ABOUT: ClassVar[str] = partners.NAME

    async def answer(self, looking: Looking) -> StaffShown | None:
        """What each may ask as of the instant looked at."""
        reader = await standing(looking)
        ids = await ledger.stream_ids(reader.session, partners.NAME)
        await reader.load(f"{partners.NAME}/{one}" for one in ids)
        known = [found for one in ids if (found := await _partner(reader, SubjectId(one)))]
        return await looking.redacted(StaffShown(partners=tuple(known)), View.STAFF, WHOLE)


@dataclass(frozen=True, slots=True)
class RefusedAttempts(Question[StaffShown]):
    """Sensitive acts that somebody tried and was refused, the newest first or the oldest."""

    ACT: ClassVar[Act] = Act.READ_STAFF
    ABOUT: ClassVar[str] = staff.NAME
    part: Part = NEWEST

    async def answer(self, looking: Looking) -> StaffShown | None:
        """A part of the list; ``next`` is a position."""
        session, limit, after = looking.now.session, self.part.limit, self.part.after
        before = min(self.part.before or ALL, end_of(await standing(looking)))
        codes = (AttemptRefused.CODE,)
        if after is None:
            newest = await newest_with(session, codes, before=before, limit=limit + 1)
            found = [position for position, _ in newest]
        else:
            bounds = {"after": min(after, ALL), "up_to": before - 1}
            oldest = await following(session, codes, **bounds, limit=limit + 1)
            found = [heading.position for heading in oldest]
        places = found[:limit]
        entries = await ledger.read_at(session, places)
        told = await _attempts(looking, entries if after is not None else entries[::-1])
        part = Newest(told, places[-1] if found[limit:] else None)
        return await looking.redacted(StaffShown(refused_attempts=part), View.STAFF, WHOLE)


def _appointed(history: Sequence[Recorded]) -> dict[SubjectId, list[RoleHeld]]:
    """The roles of everybody who was ever appointed, in the order in which they began."""
    held: dict[SubjectId, list[RoleHeld]] = {}
    for entry in history:
        match entry.event:
            case StaffAppointed(person=person, role=role, at=at):
                held.setdefault(person, []).append(RoleHeld(role, day_of(at), None))
            case StaffEnded(person=person, role=role, at=at):
                held[person] = [
                    RoleHeld(role, one.since, day_of(at))
                    if (one.role, one.until) == (role, None)
                    else one
                    for one in held.get(person, [])
                ]
    return held


def _shown(person: Person, roles: list[RoleHeld], today: date) -> StaffShown:
    ended = [one.until for one in roles if one.until is not None and one.until < today]
    return StaffShown(
        id=person.id,
        person=person,
        roles=tuple(roles),
        since=min(one.since for one in roles),
        until=max(ended) if len(ended) == len(roles) else None,
    )


def _name(shown: StaffShown) -> str:
    return (shown.person.name if shown.person else None) or ""


async def _partner(reader: Reader, who: SubjectId) -> PartnerShown | None:
    state: partners.State = await reader.state(partners, who)
    if state.organisation is None:
        return None
    happened = [entry.event for entry in await reader.history(partners, who)]
    [since] = [event.at for event in happened if isinstance(event, PartnerRegistered)]
    ended = [event.at for event in happened if isinstance(event, PartnerEnded)]
    ended_at = ended[0] if ended else None
    return PartnerShown(who, state.organisation, state.scopes, state.client, since, ended_at)


async def _attempts(looking: Looking, entries: Sequence[Recorded]) -> tuple[Attempt, ...]:
    tried = [(SubjectId(e.stream.partition("/")[2]), e) for e in entries]
    workers = await workers_of(looking, ((who, entry.event.at) for who, entry in tried))
    return tuple(
        Attempt(
            entry.position,
            entry.event.at,
            workers[who, entry.event.at],
            entry.event.act,
            entry.event.rules,
        )
        for who, entry in tried
        if isinstance(entry.event, AttemptRefused)
    )
