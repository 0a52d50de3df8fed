"""Removal notices: whoever was in a package and changed her mind since its last pass."""

from __future__ import annotations

from governance.eligibility.inclusion import frozen_instant
from governance.eligibility.reader import Reader
from governance.lives import releases
from governance.lives.releases.commands import NotifyRemoval
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import ReleaseStatus
from governance.principals import ENGINE
from governance.refusals import Refused
from governance.service.carry_out import Done, carry_out
from governance.service.house import House, new_id
from governance.service.preparation.cohort import judged, read_sources
from governance.storage import ledger
from governance.storage.driver import Session
from governance.storage.queries.population import touched_since
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId


async def notify_removals(house: House) -> int:
    """Tell recipients whom to remove; doing it again tells nobody twice. How many notices.

    Raises Refused ``source-unknown``, once everybody else was told, where a source is not there.
    """
    notices, missing = 0, None
    async with house.database.reading() as session:
        ids = await ledger.stream_ids(session, releases.NAME)
    for release_id in ids:
        try:
            async with house.database.reading() as session:
                gone = await _gone(house, session, release_id)
        except Refused as fault:  # a source that is gone; others are told all the same
            missing = missing or fault
            continue
        if gone:
            notice = NotifyRemoval(release_id=release_id, notice_id=new_id(), citizens=gone)
            notices += isinstance(await carry_out(house, notice, by=ENGINE), Done)
    if missing is not None:
        raise missing
    return notices


async def _gone(house: House, session: Session, release_id: str) -> frozenset[SubjectId]:
    """Who was in this package, may not leave any more, and was not told of yet."""
    reader = Reader(session)
    state: ReleaseState = await reader.state(releases, release_id)
    frozen, last = await frozen_instant(reader, release_id), state.last_pass
    if state.status is not ReleaseStatus.DELIVERED or frozen is None or last is None:
        return frozenset()
    touched = {SubjectId(who) for who in await touched_since(session, last.position)}
    sources = await read_sources(house, session, state)
    touched &= {who for source in sources for who in source.people.values()}
    touched -= state.notified
    was_in = (await judged(session, state, frozen, touched)).allowed
    was_in &= (await judged(session, state, last, was_in)).allowed
    head = await ledger.head(session)
    now = Instant(head.position, max(house.clock(), head.at or last.time))
    return was_in - (await judged(session, state, now, was_in)).allowed
