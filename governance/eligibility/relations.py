"""How somebody stands to a citizen, a request, a permit, a release, a sheet or a dataset."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from governance.eligibility.reader import Reader
from governance.eligibility.streams import whole_entry
from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.citizens.state import State as CitizenState
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.lives.programme import webhooks
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, Role, SubjectId
from governance.vocabulary.relations import Relation

MANDATES = {
    Capacity.PARENT: Relation.PARENT,
    Capacity.GUARDIAN: Relation.GUARDIAN,
    Capacity.SUPPORT: Relation.SUPPORT,
}
SEATS = {
    Role.MEMBER: Relation.COMMITTEE_MEMBER,
    Role.CHAIR: Relation.CHAIR,
    Role.SECRETARY: Relation.SECRETARY,
}
OWN_MATTER = frozenset({Relation.INTERESTED, Relation.APPLICANT, Relation.NAMED_PERSON})
"""What keeps a member out of a deliberation."""
Relations = frozenset[Relation]
VERDICTS = "verdicts"
"""What may leave: of one citizen, or of nobody in particular where the key is empty."""
NONE: Relations = frozenset()


async def relations_to(
    reader: Reader, who: SubjectId, about: tuple[str, str], *, at: datetime
) -> Relations | None:
    """What ties somebody to one stream of a life; None where it cannot be established."""
    work = partial(_relations, reader, who, about, at)
    return await reader.once(("relations", who, about, at), work)


async def _relations(
    reader: Reader, who: SubjectId, about: tuple[str, str], at: datetime
) -> Relations | None:
    life, key = about
    if life == VERDICTS:
        return await _to_citizen(reader, who, SubjectId(key), at) if key else NONE
    match life:
        case citizens.NAME | consents.NAME:
            return await _to_citizen(reader, who, SubjectId(key), at)
        case information_sheets.NAME:
            sheet = await reader.state(information_sheets, key)
            wrote = any(version.author == who for version in sheet.versions)
            return frozenset({Relation.AUTHOR}) if wrote else NONE
        case datasets.NAME:
            dataset = await reader.state(datasets, key)
            return frozenset({Relation.HOLDER}) if dataset.holder == who else NONE
        case access_requests.NAME:
            return await _to_request(reader, who, key)
        case reviews.NAME:
            return await _to_review(reader, who, key, at)
        case meetings.NAME:
            return await _to_meeting(reader, who, key, at)
        case permits.NAME:
            return await _to_permit(reader, who, key)
        case webhooks.NAME:
            return frozenset({Relation.SELF}) if who == key else NONE
        case releases.NAME:
            return await _to_release(reader, who, key)
        case _:
            return NONE


async def _to_citizen(
    reader: Reader, who: SubjectId, citizen: SubjectId, at: datetime
) -> Relations | None:
    known: CitizenState = await whole_entry(reader, citizen)
    if not known.registered:
        return NONE
    if not known.identity_known:
        return None
    day = day_of(at)
    found: set[Relation] = {Relation.SELF} if who in {citizen, *known.duplicates} else set()
    mandates = known.mandates_on(day) or frozenset()
    mine = {MANDATES[capacity] for person, capacity in mandates if person == who}
    died = known.died_on is not None and known.died_on < day
    found |= {Relation.HEIR} if died and mine else mine
    band = known.age_band_on(day)
    adult = band is AgeBand.ADULT
    found.add(Relation.CITIZEN_IS_ADULT if adult else Relation.CITIZEN_IS_MINOR)
    if band is AgeBand.UNDER_14:
        found.add(Relation.CITIZEN_UNDER_14)
    if band in (AgeBand.FROM_16, AgeBand.ADULT):
        found.add(Relation.CITIZEN_OVER_16)
    if known.protected_on(day):
        found.add(Relation.CITIZEN_PROTECTED)
    if died:
        found.add(Relation.CITIZEN_DECEASED)
    return frozenset(found)


async def _to_request(reader: Reader, who: SubjectId, key: str) -> Relations:
    request = await reader.state(access_requests, key)
    found: set[Relation] = set()
    if request.applicant == who:
        found.add(Relation.APPLICANT)
    if who in request.named_persons:
        found.add(Relation.NAMED_PERSON)
    if who in request.assessors:
        found.add(Relation.ASSESSOR)
    return frozenset(found)


async def _to_review(reader: Reader, who: SubjectId, key: str, at: datetime) -> Relations:
    review = await reader.state(reviews, key)
    found = set(await _to_request(reader, who, key))
    seats: committee.State = await reader.state(committee, committee.STREAM)
    held = seats.seats_of(who, day_of(at))
    found |= {SEATS[seat] for seat in held}
    if held & {Role.CHAIR}:
        found.add(Relation.COMMITTEE_MEMBER)
    if who in review.interested:
        found.add(Relation.INTERESTED)
    open_now = review.status is ReviewStatus.BALLOT_OPEN
    found.add(Relation.BALLOT_OPEN if open_now else Relation.BALLOT_CLOSED)
    if review.meeting_id is not None:
        meeting: meetings.State = await reader.state(meetings, review.meeting_id)
        if who in meeting.present:
            found.add(Relation.PRESENT)
    return frozenset(found)


async def _to_meeting(reader: Reader, who: SubjectId, key: str, at: datetime) -> Relations:
    """Whatever ties her to a request on the agenda ties her to the meeting about it."""
    meeting: meetings.State = await reader.state(meetings, key)
    seats: committee.State = await reader.state(committee, committee.STREAM)
    found = {SEATS[seat] for seat in seats.seats_of(who, day_of(at))}
    if who in meeting.present:
        found.add(Relation.PRESENT)
    for request_id in sorted(meeting.agenda):
        found |= await _to_review(reader, who, request_id, at) & OWN_MATTER
    return frozenset(found)


async def _to_permit(reader: Reader, who: SubjectId, key: str) -> Relations:
    permit = await reader.state(permits, key)
    if permit.content is None:
        return NONE
    found = set(await _to_request(reader, who, permit.content.request_id))
    found.discard(Relation.NAMED_PERSON)
    if permit.content.applicant == who:
        found.add(Relation.APPLICANT)
    if who in permit.content.named_persons:
        found.add(Relation.NAMED_PERSON)
    if who in permit.undertakings:
        found.add(Relation.UNDERTAKING_SIGNED)
    return frozenset(found)


async def _to_release(reader: Reader, who: SubjectId, key: str) -> Relations:
    release = await reader.state(releases, key)
    if release.recipe is None:
        return NONE
    found = set(await _to_permit(reader, who, release.recipe.permit_id))
    if release.prepared_by == who:
        found.add(Relation.PREPARER)
    if who in release.signed_by:
        found.add(Relation.SIGNER)
    return frozenset(found)
