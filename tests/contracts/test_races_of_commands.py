"""Commands at once: what was read must not have changed, or it is decided again."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace

from governance.eligibility.reader import Reader
from governance.lives import access_requests, permits, releases
from governance.lives.access_requests.commands import DecideRequest, WithdrawRequest
from governance.lives.consents.commands import WithdrawEverything
from governance.lives.consents.words import Given
from governance.lives.ethics.reviews.commands import SuspendDecision
from governance.lives.permits.commands import AmendPermit, RevokePermit
from governance.lives.programme.staff import AppointStaff, EndStaff
from governance.principals import Principal
from governance.refusals import Conflict, Refusal
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.service.preparation.cohort import judged
from governance.storage import ledger
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Capacity, Channel, Role, SubjectId
from portal.demo.cast import principal
from portal.demo.region import studies
from portal.demo.studies import CARDIOMETABOLIC
from tests.contracts.interposed import overtaken
from tests.portal.world import World


def by(world: World, name: str) -> Principal:
    """Somebody of the region, with identity confirmed anew."""
    return principal(world.known.people[name])


async def events_of(world: World, life: object, key: str) -> list[str]:
    """The codes of one stream, in order."""
    async with world.house.database.reading() as session:
        history = await Reader(session).history(life, key)  # type: ignore[arg-type]
    return [entry.event.CODE for entry in history]


async def amendment(world: World) -> AmendPermit:
    """One tool less for the study that is going on: it reads much, and says little."""
    permit_id = world.known.permits[CARDIOMETABOLIC.name]
    async with world.house.database.reading() as session:
        permit: permits.State = await Reader(session).state(permits, permit_id)
    assert permit.content is not None
    content = replace(permit.content, tools=permit.content.tools[:1])
    return AmendPermit(permit_id=permit_id, content=content, reason=text("One tool less."))


async def test_of_officers_and_an_applicant_who_end_one_request_at_once_one_does(
    region_world: World,
) -> None:
    world = region_world
    request_id = world.known.requests[studies.SCREENING.name]
    second = SubjectId(new_id())
    appoint = AppointStaff(person=second, role=Role.OFFICER)
    assert isinstance(await carry_out(world.house, appoint, by=by(world, "steward")), Done)
    refuse = DecideRequest(request_id=request_id, granted=False, reason=text("Not shown."))
    withdraw = WithdrawRequest(request_id=request_id)
    asked = [
        (refuse, by(world, "access-officer")),
        (refuse, principal(second)),
        (withdraw, by(world, "co-researcher")),
    ] * 3
    random.Random(7).shuffle(asked)

    outcomes = await asyncio.gather(*(carry_out(world.house, c, by=who) for c, who in asked))

    assert sum(isinstance(one, Done) for one in outcomes) == 1
    assert {one.code for one in outcomes if isinstance(one, (Refusal, Conflict))} <= {
        "request-not-decidable",
        "request-not-open",
        "conflict",
    }
    codes = await events_of(world, access_requests, request_id)
    assert (
        codes.count("access-request.decided.v1") + codes.count("access-request.withdrawn.v1") == 1
    )


async def test_nothing_is_decided_on_what_has_changed_meanwhile(region_world: World) -> None:
    world = region_world
    amend = await amendment(world)
    officer, maite = by(world, "access-officer"), world.known.people["maite"]
    given = Given(
        giver=maite,
        capacity=Capacity.SELF,
        channel=Channel.ONLINE,
        effective_at=world.clock(),
    )
    withdraw = WithdrawEverything(citizen=maite, given=given)
    assert await is_allowed(world, maite)
    done = await overtaken(world.house, (amend, officer), (withdraw, principal(maite)))
    assert isinstance(done, Done), "it does not hang on what she says"
    assert not await is_allowed(world, maite), "what she says hangs on nothing"

    request_id = amend.content.request_id
    suspend = SuspendDecision(request_id=request_id, reason=text("New findings."))
    chair = by(world, "member-0")
    outcome = await overtaken(world.house, (amend, officer), (suspend, chair))
    assert isinstance(outcome, Refusal)
    assert outcome.code == "ethics-not-favourable"

    revoke = RevokePermit(permit_id=amend.permit_id, reason=text("It came to light."))
    outcome = await overtaken(world.house, (revoke, officer), (revoke, officer))
    assert outcome == Refusal("permit-is-over")
    codes = await events_of(world, permits, amend.permit_id)
    assert codes.count("permit.amended.v1") == codes.count("permit.revoked.v1") == 1


async def test_whoever_loses_her_role_meanwhile_has_decided_nothing(region_world: World) -> None:
    world = region_world
    officer = by(world, "access-officer")
    dismissed = EndStaff(person=officer.subject, role=Role.OFFICER)
    before = len(await events_of(world, permits, (await amendment(world)).permit_id))
    outcome = await overtaken(
        world.house, (await amendment(world), officer), (dismissed, by(world, "steward"))
    )
    assert isinstance(outcome, Refusal)
    assert outcome.code == "not-allowed"
    assert len(await events_of(world, permits, (await amendment(world)).permit_id)) == before


async def is_allowed(world: World, citizen: SubjectId) -> bool:
    """Whether she would be in the release that waits for its second signature."""
    async with world.house.database.reading() as session:
        state = await Reader(session).state(releases, world.known.releases[-1])
        now = Instant((await ledger.head(session)).position, world.clock())
        found = await judged(session, state, now, [citizen])
    return citizen in found.allowed
