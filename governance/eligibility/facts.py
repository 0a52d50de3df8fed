"""The facts that lives need to decide: what other lives say, as plain values.

One gatherer for each facts type; a command names its type, so nothing here knows commands by name
that it does not read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from governance.eligibility.grants import wider_than
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_verdict
from governance.eligibility.sessions import session_of
from governance.eligibility.streams import survivor_of, whole_entry
from governance.lives import (
    access_requests,
    citizens,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.access_requests.commands import (
    AttachFacts,
    DueFacts,
    EthicsFacts,
    ExtendDeadline,
    ReturnRequest,
)
from governance.lives.access_requests.words import RequestStatus
from governance.lives.citizens.commands import DetailsFacts, MergeFacts
from governance.lives.citizens.state import State as CitizenState
from governance.lives.consents.commands import GiverFacts
from governance.lives.datasets.words import VariableRole
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.ethics.reviews.commands import (
    AssignFacts,
    BallotFacts,
    OpenBallot,
    VoteFacts,
)
from governance.lives.permits.commands import GrantFacts, IssuePermit
from governance.lives.programme import partners
from governance.lives.programme.webhooks.commands import PartnerFacts
from governance.lives.releases.commands import RecipeFacts, VerdictFacts
from governance.policy import deadlines
from governance.vocabulary.entries import NO_FACTS, Command, NoFacts
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, SubjectId

Gatherer = Callable[[Reader, Any, SubjectId, datetime], Awaitable[Any]]


async def facts_for(reader: Reader, command: Command, by: SubjectId, *, at: datetime) -> Any:
    """The facts that this command's life wants to know."""
    if command.FACTS is NoFacts:
        return NO_FACTS
    return await GATHERERS[command.FACTS](reader, command, by, at)


async def _giver(reader: Reader, command: Any, by: SubjectId, at: datetime) -> GiverFacts:
    known: CitizenState = await whole_entry(reader, command.citizen)
    given = command.given
    day = day_of(given.effective_at)
    there = known.identity_known and known.merged_into is None
    mandates = known.mandates_on(day)
    mandate = None if mandates is None else (given.giver, given.capacity) in mandates
    died = known.died_on
    sheet = getattr(command, "sheet", None)
    published: bool | None = True
    if sheet is not None:
        state = await reader.state(information_sheets, sheet.sheet_id)
        published = state.was_published(sheet.major, sheet.minor, given.effective_at)
    return GiverFacts(
        registered=there,
        alive=died is None or day <= died if there else True,
        age=known.age_band_on(day),
        giver_may_decide=True if given.capacity is Capacity.SELF or not there else mandate,
        sheet_published=published,
    )


async def _merge(reader: Reader, command: Any, by: SubjectId, at: datetime) -> MergeFacts:
    survivor: CitizenState = await reader.state(citizens, command.survivor)
    return MergeFacts(survivor.identity_known and survivor.merged_into is None)


async def _details(reader: Reader, command: Any, by: SubjectId, at: datetime) -> DetailsFacts:
    stated = command.details.value
    borne = await reader.bearers(stated.identifiers if stated else ())
    others = {who for who in borne.values() if who is not None} - {command.citizen}
    return DetailsFacts({await survivor_of(reader, who) for who in others} <= {command.citizen})


async def _due(reader: Reader, command: Any, by: SubjectId, at: datetime) -> DueFacts:
    today = day_of(at)
    if isinstance(command, ReturnRequest):
        return DueFacts(deadlines.due(deadlines.COMPLETE_REQUEST, today))
    if isinstance(command, ExtendDeadline):
        request = await reader.state(access_requests, command.request_id)
        until: date | None = request.decide_by
        return DueFacts(until and deadlines.extended(deadlines.DECIDE_REQUEST, until))
    return DueFacts(deadlines.due(deadlines.DECIDE_REQUEST, today))


async def favourable(reader: Reader, request_id: str) -> bool:
    """Whether a favourable decision, for the newest protocol and with minutes, is in force."""
    review = await reader.state(reviews, request_id)
    if not (review.favourable and review.covers_protocol) or review.decided_in is None:
        return False
    meeting: meetings.State = await reader.state(meetings, review.decided_in)
    return meeting.minuted


async def _ethics(reader: Reader, command: Any, by: SubjectId, at: datetime) -> EthicsFacts:
    return EthicsFacts(await favourable(reader, command.request_id))


async def _attach(reader: Reader, command: Any, by: SubjectId, at: datetime) -> AttachFacts:
    review = await reader.state(reviews, command.request_id)
    return AttachFacts(bool(review.open_conditions))


async def _assign(reader: Reader, command: Any, by: SubjectId, at: datetime) -> AssignFacts:
    request = await reader.state(access_requests, command.request_id)
    return AssignFacts(request.status is RequestStatus.UNDER_ETHICS_REVIEW)


async def _ballot(reader: Reader, command: Any, by: SubjectId, at: datetime) -> BallotFacts:
    review = await reader.state(reviews, command.request_id)
    opening = isinstance(command, OpenBallot)
    meeting_id = command.meeting_id if opening else review.meeting_id
    if meeting_id is None:
        return BallotFacts(None, None, None, None, None)
    meeting: meetings.State = await reader.state(meetings, meeting_id)
    if meeting.day is None:
        return BallotFacts(False, False, (), False, None)
    held = await session_of(reader, meeting)
    on_agenda = command.request_id in meeting.agenda
    return BallotFacts(on_agenda, held.quorum, held.gaps, meeting.minuted, held.chair)


async def _vote(reader: Reader, command: Any, by: SubjectId, at: datetime) -> VoteFacts:
    review = await reader.state(reviews, command.request_id)
    if review.meeting_id is None:
        return VoteFacts(False, False)
    meeting: meetings.State = await reader.state(meetings, review.meeting_id)
    seats: committee.State = await reader.state(committee, committee.STREAM)
    has_vote = meeting.day is not None and by in seats.voting(meeting.day)
    return VoteFacts(by in meeting.present, has_vote)


async def _grant(reader: Reader, command: Any, by: SubjectId, at: datetime) -> GrantFacts:
    content = command.content
    request = await reader.state(access_requests, content.request_id)
    review = await reader.state(reviews, content.request_id)
    described = await reader.states(datasets, sorted(content.datasets))
    known = all(state.description is not None for state in described.values())
    identifiers = frozenset(
        f"{key}/{name}"
        for key, state in described.items()
        for name in state.variables(VariableRole.IDENTIFIER)
    )
    return GrantFacts(
        request_granted=request.grants,
        request_protocol=review.protocol,
        ethics_in_force=await favourable(reader, content.request_id),
        identifier_variables=identifiers if known else None,
        wider_than_request=wider_than(
            request.application,
            request.applicant,
            content,
            issuing=isinstance(command, IssuePermit),
        ),
    )


async def _recipe(reader: Reader, command: Any, by: SubjectId, at: datetime) -> RecipeFacts:
    recipe = command.recipe
    permit = await reader.state(permits, recipe.permit_id)
    described = await reader.states(datasets, [s.dataset_id for s in recipe.sources])
    there = all(described[s.dataset_id].version(s.version) is not None for s in recipe.sources)
    return RecipeFacts(permit_exists=permit.content is not None, sources_exist=there)


async def _verdict(reader: Reader, command: Any, by: SubjectId, at: datetime) -> VerdictFacts:
    release = await reader.state(releases, command.release_id)
    if release.recipe is None:
        return VerdictFacts(())
    verdict = await whole_verdict(reader, release, at, people=getattr(command, "people", None))
    return VerdictFacts(verdict.refused_by)


async def _partner(reader: Reader, command: Any, by: SubjectId, at: datetime) -> PartnerFacts:
    partner: partners.State = await reader.state(partners, command.partner_id)
    return PartnerFacts(partner.active)


GATHERERS: dict[type, Gatherer] = {
    GiverFacts: _giver,
    MergeFacts: _merge,
    DetailsFacts: _details,
    DueFacts: _due,
    EthicsFacts: _ethics,
    AttachFacts: _attach,
    AssignFacts: _assign,
    BallotFacts: _ballot,
    VoteFacts: _vote,
    GrantFacts: _grant,
    RecipeFacts: _recipe,
    VerdictFacts: _verdict,
    PartnerFacts: _partner,
}
