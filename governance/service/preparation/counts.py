"""How many a release took in and each rule left out: kept at its delivery, or counted again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from governance.eligibility.inclusion import frozen_instant
from governance.eligibility.reader import Reader
from governance.eligibility.verdicts import PeopleJudged
from governance.lives import releases
from governance.lives.releases.state import State as ReleaseState
from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.ask import ask
from governance.service.house import House
from governance.service.preparation.cohort import (
    SourceFile,
    judged,
    read_sources,
)
from governance.service.preparation.manifests import read_manifest
from governance.storage import release_counts
from governance.storage.release_counts import ReleaseCounts
from governance.views.releases import Release, ReleaseShown
from governance.views.releases.counting import JUDGED


def counts_of(
    sources: Sequence[SourceFile], verdicts: PeopleJudged, *, included: int, blanked: int | None
) -> ReleaseCounts:
    """The counts of what was read and judged."""
    return ReleaseCounts(
        considered=len(verdicts.verdicts),
        included=included,
        not_registered=max(source.rows - len(source.people) for source in sources),
        blanked=blanked,
        by_rule=verdicts.refused_by_rule(),
    )


async def keep_counts(house: House, release_id: str, counts: ReleaseCounts) -> None:
    """Keep them beside the ledger."""
    async with house.database.beside() as session:
        await release_counts.keep(session, release_id, counts)


async def in_and_out(house: House, release_id: str, *, by: Principal) -> ReleaseShown | Refusal:
    """A release with its counts, made again from its sources where none were kept.

    Where a source is gone they stay None. Refused with ``not-found``.
    """
    shown = await ask(house, Release(release_id), by=by)
    if isinstance(shown, Refusal) or shown.status not in JUDGED or "considered" not in shown.shown:
        return shown
    async with house.database.reading() as session:
        if await release_counts.counts_of(session, [release_id]):
            return shown
    try:
        counts = await _count(house, release_id)
    except Refused:
        return shown
    await keep_counts(house, release_id, counts)
    return await ask(house, Release(release_id), by=by)


async def _count(house: House, release_id: str) -> ReleaseCounts:
    async with house.database.reading() as session:
        reader = Reader(session)
        state: ReleaseState = await reader.state(releases, release_id)
        frozen = await frozen_instant(reader, release_id)
        sources = await read_sources(house, session, state)
        if frozen is None:
            raise Refused(Refusal("release-not-frozen", field="release_id"))
        everybody = {who for source in sources for who in source.people.values()}
        verdicts = await judged(session, state, frozen, everybody)
    manifest = await asyncio.to_thread(read_manifest, house, release_id)
    blanked = manifest.table.cells_blanked if manifest and manifest.table else None
    return counts_of(sources, verdicts, included=state.people or 0, blanked=blanked)
