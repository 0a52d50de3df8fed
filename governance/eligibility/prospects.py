"""What a permit may still take of one citizen, cell by cell: judged as a release of it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.eligibility.asking import asked_of
from governance.eligibility.reader import Reader
from governance.eligibility.release import categories_of, whole_facts
from governance.eligibility.streams import citizen_facts
from governance.eligibility.verdicts import judge_people
from governance.lives import datasets
from governance.lives.datasets.state import State as DatasetState
from governance.lives.datasets.words import Media
from governance.lives.permits.words import PermitContent
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe, Source
from governance.policy.verdict import Verdict
from governance.vocabulary.instants import Instant, day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell

Holding = Mapping[str, frozenset[str]]
"""Issuers under whose identifiers each file, by its hash, names her."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """One cell of a permit, as the smallest release that could use it."""

    cell: Cell
    release: ReleaseState

    async def verdict(self, reader: Reader, instant: Instant, who: SubjectId) -> Verdict:
        """Whether her records might leave for this cell at that instant; the rules about her."""
        then = reader.as_of(instant.position)
        facts = await citizen_facts(then, who, await asked_of(then, self.release, instant))
        whole = await whole_facts(then, self.release, instant.time, people=None)
        return judge_people(whole, {who: facts}, day_of(instant.time)).verdicts[who]


async def prospects_of(
    reader: Reader, permit_id: str, content: PermitContent, holding: Holding
) -> list[Prospect]:
    """Every cell of the permit for which some file holds her; none where no file does."""
    described: dict[str, DatasetState] = await reader.states(datasets, sorted(content.datasets))
    sources = [
        source
        for dataset_id, dataset in described.items()
        for source in _newest_holding(dataset_id, dataset, holding)
    ]
    found: list[Prospect] = []
    for cell in sorted(content.cells):
        used = [
            narrowed
            for source in sources
            for narrowed in _for_cell(source, described[source.dataset_id], content, cell)
        ]
        if used:
            release = ReleaseState(recipe=_recipe(permit_id, content, cell, tuple(used)))
            found.append(Prospect(cell, release))
    return found


def _newest_holding(dataset_id: str, dataset: DatasetState, holding: Holding) -> list[Source]:
    if not dataset.versions or dataset.description is None:
        return []
    newest, description = dataset.versions[-1], dataset.description
    if description.issuer not in holding.get(newest.sha256, frozenset()):
        return []
    return [Source(dataset_id=dataset_id, version=newest.number, media=description.media)]


def _for_cell(
    source: Source, dataset: DatasetState, content: PermitContent, cell: Cell
) -> list[Source]:
    """The source with what this cell is about, of what the permit lists; nothing where nothing."""
    if source.media != Media.TABLE:
        return [source] if cell.category in categories_of(source, dataset) else []
    permitted = {v.name for v in content.variables if v.dataset_id == source.dataset_id}
    columns = tuple(
        sorted(name for name in permitted if cell.category in dataset.categories(frozenset({name})))
    )
    narrowed = Source(
        dataset_id=source.dataset_id, version=source.version, media=source.media, columns=columns
    )
    return [narrowed] if columns else []


def _recipe(
    permit_id: str, content: PermitContent, cell: Cell, sources: tuple[Source, ...]
) -> Recipe:
    return Recipe(
        permit_id=permit_id,
        requester=content.principal_investigator,
        cells=frozenset({cell}),
        sources=sources,
        environment_id=content.environment.id,
        k=1,
        minimum_cohort=1,
        preview_considered=1,
        preview_allowed=1,
    )
