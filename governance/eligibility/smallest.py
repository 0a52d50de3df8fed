"""The smallest release that could use some cells of a permit: judged before there is any."""

from __future__ import annotations

from collections.abc import Collection

from governance.eligibility.release import categories_of
from governance.lives.datasets.state import State as DatasetState
from governance.lives.datasets.words import Media
from governance.lives.permits.words import PermitContent
from governance.lives.releases.state import State as ReleaseState
from governance.lives.releases.words import Recipe, Source
from governance.vocabulary.purposes import Cell


def newest_source(dataset_id: str, dataset: DatasetState) -> Source:
    """The newest version of a dataset, nothing of it taken yet; of nothing, version 0."""
    media = dataset.description.media if dataset.description else Media.TABLE
    version = dataset.versions[-1].number if dataset.versions else 0
    return Source(dataset_id=dataset_id, version=version, media=media)


def narrowed(
    source: Source, dataset: DatasetState, content: PermitContent, cells: Collection[Cell]
) -> Source | None:
    """The source with what these cells are about, of what the permit lists; None where nothing."""
    categories = {cell.category for cell in cells}
    if source.media != Media.TABLE:
        return source if categories & categories_of(source, dataset) else None
    permitted = {v.name for v in content.variables if v.dataset_id == source.dataset_id}
    columns = tuple(
        sorted(name for name in permitted if dataset.categories(frozenset({name})) & categories)
    )
    if not columns:
        return None
    return Source(
        dataset_id=source.dataset_id, version=source.version, media=source.media, columns=columns
    )


def smallest_release(
    permit_id: str, content: PermitContent, cells: Collection[Cell], sources: Collection[Source]
) -> ReleaseState:
    """A release of these cells from these sources that nobody has prepared or signed."""
    recipe = Recipe(
        permit_id=permit_id,
        requester=content.principal_investigator,
        cells=frozenset(cells),
        sources=tuple(sources),
        environment_id=content.environment.id,
        k=1,
        minimum_cohort=1,
        preview_considered=1,
        preview_allowed=1,
    )
    return ReleaseState(recipe=recipe)
