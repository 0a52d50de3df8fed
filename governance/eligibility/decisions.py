"""May this leave? Judged before any release is laid down, exactly as a release would be judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from governance.eligibility.asking import asked_of
from governance.eligibility.population import gather
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_facts
from governance.eligibility.smallest import narrowed, newest_source, smallest_release
from governance.eligibility.verdicts import PeopleJudged, judge_people, judge_use
from governance.lives import datasets, permits
from governance.lives.datasets.state import State as DatasetState
from governance.lives.permits.state import State as PermitState
from governance.lives.permits.words import PermitContent
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Source
from governance.policy.verdict import Verdict
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What somebody would do with records under a permit."""

    permit_id: str
    cells: frozenset[Cell] | None = None
    """Purpose, category and recipient. None means all that the permit lists, all of which a citizen
    must then allow. A release serves one purpose: over several, the use itself is refused."""
    datasets: frozenset[str] | None = None
    """From which they would come: some reveal relatives. None means all of the permit that hold
    anything of these cells."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The use itself, and everybody known among those asked about."""

    release: ReleaseState
    """As which it was judged."""
    whole: Verdict
    people: PeopleJudged


async def release_of(reader: Reader, use: Use) -> ReleaseState | None:
    """The smallest release of this use, as of the reader's position; None without such a permit."""
    permit: PermitState = await reader.state(permits, use.permit_id)
    content = permit.content
    if content is None:
        return None
    cells = content.cells if use.cells is None else use.cells
    sources = await _sources(reader, content, cells, use.datasets)
    return smallest_release(use.permit_id, content, cells, sources)


async def _sources(
    reader: Reader, content: PermitContent, cells: frozenset[Cell], wanted: frozenset[str] | None
) -> list[Source]:
    """Whoever names datasets has all of them judged, those outside the permit too."""
    keys = sorted(content.datasets if wanted is None else wanted)
    described: dict[str, DatasetState] = await reader.states(datasets, keys)
    found: list[Source] = []
    for key, dataset in described.items():
        whole = newest_source(key, dataset)
        taken = narrowed(whole, dataset, content, cells)
        if taken is not None or wanted is not None:
            found.append(taken or whole)
    return found


async def judged_use(
    reader: Reader,
    release: ReleaseState,
    instant: Instant,
    people: Iterable[SubjectId] | None,
) -> Judged:
    """The verdicts at an instant on these people, or on everyone; ``reader`` reads up to it.

    Whoever is not registered, was merged into another, or was erased has none.
    """
    day = day_of(instant.time)
    asked = await asked_of(reader, release, instant)
    facts = await whole_facts(reader, release, instant.time, people=None)
    found = await gather(reader.session, asked, people)
    known = {who: one for who, one in found.items() if one.identity_known}
    return Judged(release, judge_use(facts, day), judge_people(facts, known, day))
