"""Who did something, and in which roles she stood at that time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.lives.ethics import committee
from governance.lives.programme import partners, staff
from governance.principals import CLOCK, ENGINE
from governance.views.people import Person, people_of
from governance.views.question import Looking
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Role, SubjectId

MACHINES = {one.subject: one.machine_role for one in (CLOCK, ENGINE) if one.machine_role}
Doing = tuple[SubjectId, datetime]
"""Somebody, and when she did something."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who did something. A private person has no role; a partner system has its name."""

    person: Person
    roles: frozenset[Role]


async def actors_of(looking: Looking, doings: Iterable[Doing]) -> dict[Doing, Actor]:
    """Everybody who did one of these, with the roles that she held then."""
    wanted = sorted(set(doings), key=lambda doing: doing[1])
    people = await people_of(looking, (who for who, _ in wanted))
    appointed = await _appointed(looking, wanted)
    seats: committee.State = await looking.now.state(committee, committee.STREAM)
    await looking.now.load(f"{partners.NAME}/{who}" for who, _ in wanted)
    found: dict[Doing, Actor] = {}
    for who, at in wanted:
        partner: partners.State = await looking.now.state(partners, who)
        if partner.organisation is not None:
            person = Person(who, partner.organisation)
            found[who, at] = Actor(person, frozenset({Role.PARTNER}))
            continue
        roles = appointed[who, at] | seats.seats_of(who, day_of(at))
        if who in MACHINES:
            roles |= {MACHINES[who]}
        found[who, at] = Actor(people[who], roles)
    return found


async def _appointed(looking: Looking, doings: list[Doing]) -> dict[Doing, frozenset[Role]]:
    """The appointed roles of each at her time; ``doings`` are in the order of time."""
    rest = list(await looking.now.history(staff, staff.STREAM))
    state: staff.State = staff.EMPTY
    found: dict[Doing, frozenset[Role]] = {}
    for who, at in doings:
        while rest and rest[0].event.at <= at:
            state = staff.evolve(state, rest.pop(0).event)
        found[who, at] = state.roles_of(who)
    return found
