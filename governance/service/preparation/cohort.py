"""Who is in a release: the people of its sources, each judged as of one instant."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from governance.eligibility.asking import asked_of
from governance.eligibility.population import gather
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_facts
from governance.eligibility.verdicts import PeopleJudged, judge_people
from governance.extraction.inspection import inspect_table
from governance.extraction.variants import inspect_variants
from governance.lives import datasets
from governance.lives.datasets.state import State as DatasetState
from governance.lives.datasets.words import DatasetVersion, Media
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Source
from governance.refusals import Refusal, Refused
from governance.service.house import House
from governance.service.sources import find_source
from governance.storage.driver import Session
from governance.storage.people import resolve
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One source of a release, where it lies, and the citizens that its ids name."""

    source: Source
    dataset: DatasetState
    version: DatasetVersion
    path: Path
    people: dict[str, SubjectId]
    """Holder's id -> citizen; ids that nobody registered are left out."""
    rows: int


async def read_sources(house: House, session: Session, release: ReleaseState) -> list[SourceFile]:
    """The files behind a recipe. Raises Refused where one is no longer there."""
    found: list[SourceFile] = []
    reader = Reader(session)
    for source in release.recipe.sources if release.recipe else ():
        dataset: DatasetState = await reader.state(datasets, source.dataset_id)
        version = dataset.version(source.version)
        path = find_source(house.sources, version.sha256) if version else None
        if version is None or path is None or dataset.description is None:
            raise Refused(Refusal("source-unknown", items=(source.dataset_id,)))
        ids = await asyncio.to_thread(_ids, source, path, version.id_column)
        people = await resolve(session, dataset.description.issuer, ids)
        found.append(SourceFile(source, dataset, version, path, people, len(ids)))
    return found


def _ids(source: Source, path: Path, id_column: str | None) -> frozenset[str]:
    if source.media == Media.TABLE:
        return inspect_table(path, id_column or "").ids
    return frozenset(inspect_variants(path).samples)


async def judged(
    session: Session, release: ReleaseState, instant: Instant, people: Iterable[SubjectId]
) -> PeopleJudged:
    """The verdict of each of these people, for this release, as of that instant."""
    reader = Reader(session, up_to=instant.position)
    asked = await asked_of(reader, release, instant)
    facts = await gather(session, asked, list(dict.fromkeys(people)))
    whole = await whole_facts(reader, release, instant.time, people=None)
    return judge_people(whole, facts, day_of(instant.time))
