"""The facts of the access table: who asks, in which roles, and how she stands to the matter."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from governance.eligibility.reader import Reader
from governance.eligibility.relations import VERDICTS, relations_to
from governance.lives import citizens, consents, permits
from governance.lives.ethics import committee
from governance.lives.permits.commands import IssuePermit
from governance.lives.programme import partners, staff, webhooks
from governance.lives.programme.partners import PartnerScope
from governance.lives.releases.commands import PrepareRelease
from governance.policy.access_facts import AccessFacts
from governance.principals import Principal
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.relations import Relation
from governance.vocabulary.token_scopes import SCOPE_OF

About = tuple[str, str]
"""Name of an aggregate, and the id of one of its streams."""
STAFF = f"{staff.NAME}/{staff.STREAM}"
COMMITTEE = f"{committee.NAME}/{committee.STREAM}"
CHANGES = "changes"
"""The feed of events; each is judged by what it is about as well."""
SCOPES = {
    citizens.NAME: PartnerScope.CONSENTS,
    consents.NAME: PartnerScope.CONSENTS,
    permits.NAME: PartnerScope.PERMITS,
    CHANGES: PartnerScope.CHANGES,
    VERDICTS: PartnerScope.VERDICTS,
    webhooks.NAME: PartnerScope.CHANGES,
}
"""What a partner must be allowed to ask, to ask about one of these."""


async def access_facts(
    reader: Reader,
    by: Principal,
    act: Act,
    about: About,
    *,
    at: datetime,
    command: Command | None = None,
) -> AccessFacts:
    """Roles and relations of the principal at this instant; everything read joins the read set."""
    await reader.load(_sure_to_be_read(by, about))
    relations: set[Relation] = set()
    known = True
    for one in (about, *_concerns(command)):
        found = await stands(reader, by, one, at=at)
        known = known and found is not None
        relations |= found or frozenset()
    relations |= beyond_token(by, act) | await _of_the_act(reader, by, act, command)
    roles = await roles_of(reader, by, at=at)
    return AccessFacts(act, roles, frozenset(relations) if known else None)


def beyond_token(by: Principal, act: Act) -> frozenset[Relation]:
    """Whether a program acts for her beyond what its token allows; a partner has its own scopes."""
    if by.scopes is None or by.machine_role is not None or SCOPE_OF.get(act) in by.scopes:
        return frozenset()
    return frozenset({Relation.BEYOND_TOKEN_SCOPE})


def _sure_to_be_read(by: Principal, about: About) -> list[str]:
    """The streams that every such question reads, to be read in one statement."""
    streams = [] if by.machine_role else [STAFF, COMMITTEE]
    life, key = about
    if life in (citizens.NAME, consents.NAME):
        streams.append(f"{citizens.NAME}/{key}")
    if key:
        streams.append(f"{life}/{key}")
    return streams


async def stands(
    reader: Reader, by: Principal, about: About, *, at: datetime
) -> frozenset[Relation] | None:
    """What ties the principal to one thing, a partner's scopes included; None is unknown."""
    found = await relations_to(reader, by.subject, about, at=at)
    scope = SCOPES.get(about[0])
    if found is None or by.machine_role is not Role.PARTNER or scope is None:
        return found
    within = scope in await partner_scopes(reader, by)
    return found | {Relation.IN_PARTNER_SCOPE} if within else found


async def partner_scopes(reader: Reader, by: Principal) -> frozenset[str]:
    """What a partner is registered for and its token contains; nothing for anybody else."""
    if by.machine_role is not Role.PARTNER:
        return frozenset()
    partner: partners.State = await reader.state(partners, by.subject)
    registered = partner.scopes if partner.active else frozenset()
    return registered if by.scopes is None else registered & by.scopes


async def roles_of(reader: Reader, by: Principal, *, at: datetime) -> frozenset[Role]:
    """A machine's own role; a person's appointed roles and seats, and that of a citizen."""
    if by.machine_role is not None:
        return frozenset({by.machine_role})
    who, day = by.subject, day_of(at)
    return await reader.once(("roles", who, day), partial(_appointed, reader, who, day))


async def _appointed(reader: Reader, who: SubjectId, day: date) -> frozenset[Role]:
    appointed: staff.State = await reader.state(staff, staff.STREAM)
    seats: committee.State = await reader.state(committee, committee.STREAM)
    own = frozenset({Role.CITIZEN})
    return own | appointed.roles_of(who) | seats.seats_of(who, day)


def _concerns(command: Command | None) -> tuple[About, ...]:
    """What a command is about besides its own stream, which does not exist yet."""
    match command:
        case IssuePermit(content=content):
            return (("access-requests", content.request_id),)
        case PrepareRelease(recipe=recipe):
            return (("permits", recipe.permit_id),)
        case _:
            return ()


async def _of_the_act(reader: Reader, by: Principal, act: Act, command: Any) -> frozenset[Relation]:
    found: set[Relation] = set()
    if by.stepped_up:
        found.add(Relation.STEPPED_UP)
    if act is Act.APPOINT_STAFF and command is not None:
        appointed: staff.State = await reader.state(staff, staff.STREAM)
        founding = by.channel is Channel.OPERATOR and command.role is Role.STEWARD
        if founding and not appointed.has_steward:
            found.add(Relation.NO_STEWARD_YET)
        if command.person == by.subject:
            found.add(Relation.SELF)
    if act is Act.SIGN_UNDERTAKING and command is not None and command.person == by.subject:
        found.add(Relation.SIGNING_OWN)
    return frozenset(found)
