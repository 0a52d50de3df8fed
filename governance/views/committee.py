"""Who sits on the ethics committee, and which interests its members have declared. Public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.lives.ethics import committee
from governance.lives.ethics.committee import Expertise
from governance.lives.ethics.reviews.events import InterestDeclared
from governance.lives.ethics.reviews.words import InterestGround
from governance.policy.visibility_facts import View
from governance.storage import ledger
from governance.storage.queries.entries import newest_with
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Role

MOST_DECLARATIONS = 100
"""The newest; older ones stand in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberShown:
    """One seat."""

    person: Person
    seat: Role
    expertise: frozenset[Expertise]
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Declaration:
    """A member took no part in a request; in which one is the committee's own affair."""

    member: Person
    ground: InterestGround
    declared_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeShown(Shown):
    """The fields of ``View.STAFF`` that are about the committee."""

    committee_members: tuple[MemberShown, ...] | None = None
    """Chair and secretary first."""
    committee_declarations: tuple[Declaration, ...] | None = None
    """Of those who sit on it, the newest first."""


@dataclass(frozen=True, slots=True)
class Committee(Question[CommitteeShown]):
    """The committee on the day looked at (RD 1090/2015 15.5)."""

    ACT: ClassVar[Act] = Act.READ_REGISTER
    ABOUT: ClassVar[str] = committee.NAME

    async def answer(self, looking: Looking) -> CommitteeShown | None:
        """Everybody sees it."""
        looking = await recorded_by_then(looking)
        seats: committee.State = await looking.then.state(committee, committee.STREAM)
        sitting = seats.sitting(day_of(looking.instant.time))
        people = await people_of(looking, (one.person for one in sitting))
        order = (Role.CHAIR, Role.SECRETARY, Role.MEMBER)
        found = await newest_with(
            looking.then.session,
            [InterestDeclared.CODE],
            before=looking.instant.position + 1,
            limit=MOST_DECLARATIONS,
        )
        declared = await ledger.read_at(looking.then.session, [position for position, _ in found])
        about = (committee.NAME, committee.STREAM)
        whole = CommitteeShown(
            id=committee.STREAM,
            may=await looking.acts_on(about),
            committee_members=tuple(
                MemberShown(
                    person=people[one.person],
                    seat=one.seat,
                    expertise=one.expertise,
                    since=one.since,
                    until=one.until,
                )
                for one in sorted(sitting, key=lambda one: (order.index(one.seat), one.person))
            ),
            committee_declarations=tuple(
                Declaration(people[entry.event.by], entry.event.ground, day_of(entry.event.at))
                for entry in reversed(declared)
                if isinstance(entry.event, InterestDeclared) and entry.event.by in people
            ),
        )
        return await looking.redacted(whole, View.STAFF, about)
