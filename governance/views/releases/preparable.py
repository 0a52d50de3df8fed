"""What a recipe may use: the sources, columns and cells of one permit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from governance.eligibility.release import categories_of
from governance.lives import datasets, permits
from governance.lives.datasets.state import State as DatasetState
from governance.lives.datasets.words import DatasetVersion, Media, Variable, VariableRole
from governance.lives.permits.state import State as PermitState
from governance.lives.permits.words import PermitContent, PermitStatus
from governance.lives.releases.words import Source
from governance.policy.visibility_facts import View
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import standing
from governance.vocabulary.acts import Act
from governance.vocabulary.purposes import Cell, DataCategory


@dataclass(frozen=True, slots=True)
class VersionOffered:
    """A file from which a recipe may take these variables; variants are taken whole."""

    number: int
    rows: int
    variables: tuple[Variable, ...]
    categories: frozenset[DataCategory]
    """Of all of them: the cells of a recipe must cover what it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOffered:
    """A dataset that the permit covers, its newest version first."""

    id: str
    title: str
    media: Media
    retired: bool
    versions: tuple[VersionOffered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparableShown(Shown):
    """Fields of ``View.PERMIT``, as far as a recipe needs them."""

    status: PermitStatus | None = None
    study: str | None = None
    cells: frozenset[Cell] | None = None
    environment: str | None = None
    starts: date | None = None
    ends: date | None = None
    named_persons: tuple[Person, ...] | None = None
    """One of them is the requester of a release."""
    datasets: tuple[SourceOffered, ...] | None = None


@dataclass(frozen=True, slots=True)
class Preparable(Question[PreparableShown]):
    """What a recipe under this permit may use, for whoever may prepare one."""

    ACT: ClassVar[Act] = Act.READ_PERMIT
    ABOUT: ClassVar[str] = permits.NAME
    permit_id: str

    @property
    def key(self) -> str:
        """The permit."""
        return self.permit_id

    async def answer(self, looking: Looking) -> PreparableShown | None:
        """None where she may not prepare a release of it."""
        about = (permits.NAME, self.permit_id)
        if not await looking.may(Act.PREPARE_RELEASE, about):
            return None
        reader = await standing(looking)
        permit: PermitState = await reader.state(permits, self.permit_id)
        content = permit.content
        if content is None:
            return None
        known: dict[str, DatasetState] = await reader.states(datasets, sorted(content.datasets))
        people = await people_of(looking, sorted(content.named_persons))
        whole = PreparableShown(
            id=self.permit_id,
            may=frozenset({Act.PREPARE_RELEASE}),
            status=permit.status,
            study=content.study,
            cells=content.cells,
            environment=content.environment.id,
            starts=content.starts,
            ends=permit.ends,
            named_persons=tuple(people.values()),
            datasets=tuple(_offered(key, state, content) for key, state in known.items()),
        )
        return await looking.redacted(whole, View.PERMIT, about)


def _offered(key: str, dataset: DatasetState, content: PermitContent) -> SourceOffered:
    description = dataset.description
    granted = {variable.name for variable in content.variables if variable.dataset_id == key}
    known = description.variables if description else ()
    kept = [v for v in known if v.name in granted and v.role is not VariableRole.IDENTIFIER]
    return SourceOffered(
        id=key,
        title=description.title if description else "",
        media=description.media if description else Media.TABLE,
        retired=dataset.retired,
        versions=tuple(_version(key, v, dataset, kept) for v in reversed(dataset.versions)),
    )


def _version(
    key: str, version: DatasetVersion, dataset: DatasetState, granted: list[Variable]
) -> VersionOffered:
    media = dataset.description.media if dataset.description else Media.TABLE
    there = [v for v in granted if media is not Media.TABLE or v.name in version.columns]
    columns = tuple(v.name for v in there) if media is Media.TABLE else ()
    source = Source(dataset_id=key, version=version.number, media=media, columns=columns)
    categories = categories_of(source, dataset)
    return VersionOffered(version.number, version.rows, tuple(there), categories)
