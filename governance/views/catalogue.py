"""The catalogue: which datasets there are, and one of them in full. Open to everybody."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from governance.lives import datasets
from governance.lives.datasets.events import (
    DatasetDescribed,
    DatasetRegistered,
    DatasetVersionAdded,
)
from governance.lives.datasets.state import State
from governance.lives.datasets.words import Media, Variable
from governance.policy.visibility.small_counts import shown_count
from governance.policy.visibility_facts import View
from governance.storage import ledger
from governance.storage.ledger import Recorded
from governance.views.paging import FIRST, Page, Paged, paged
from governance.views.people import Person, people_of
from governance.views.question import Looking, Question, Shown
from governance.views.standing import recorded_by_then
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import DataCategory, EhdsCategory


@dataclass(frozen=True, slots=True)
class Version:
    """One file that was imported. ``rows`` is None where they are too few to be told."""

    number: int
    added_on: date
    rows: int | None
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The letters of GDPR 6(1) and 9(2)."""

    article_6: str
    article_9: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetShown(Shown):
    """The fields of ``View.DATASET``."""

    title: str | None = None
    holder: Person | None = None
    media: Media | None = None
    country: str | None = None
    ehds_categories: frozenset[EhdsCategory] | None = None
    legal_basis: LegalBasis | None = None
    duo_terms: frozenset[str] | None = None
    family_linked: bool | None = None
    protected_content: bool | None = None
    variables: tuple[Variable, ...] | None = None
    versions: tuple[Version, ...] | None = None
    retired: bool | None = None
    checked_on: date | None = None
    """When its holder last described it (EHDS 60(3))."""
    issuer: str | None = None
    id_column: str | None = None
    """Of the newest version; variants have none."""
    source_hash: tuple[str, ...] | None = None
    """SHA-256 of the file of each version, in order."""


@dataclass(frozen=True, slots=True)
class Dataset(Question[DatasetShown]):
    """One dataset."""

    ACT: ClassVar[Act] = Act.READ_DATASETS
    ABOUT: ClassVar[str] = datasets.NAME
    dataset_id: str

    @property
    def key(self) -> str:
        """The dataset."""
        return self.dataset_id

    async def answer(self, looking: Looking) -> DatasetShown | None:
        """None where there is no such dataset."""
        [shown] = await self.together(looking, [self])
        return shown

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[DatasetShown]]
    ) -> list[DatasetShown | None]:
        """Several datasets, in a handful of statements."""
        looking = await recorded_by_then(looking)
        keys = [one.key for one in asked]
        states: dict[str, State] = await looking.then.states(datasets, keys)
        described = [key for key, state in states.items() if state.description is not None]
        await looking.now.load(f"{datasets.NAME}/{key}" for key in described)
        found = {
            one.id: replace(one, may=await looking.acts_on((datasets.NAME, one.id)))
            for one in await shown_datasets(looking, described)
        }
        return [found.get(key) for key in keys]


@dataclass(frozen=True, slots=True)
class Catalogue(Question[Paged[DatasetShown]]):
    """The datasets that a reader looks for: by title, the newest first, or the oldest."""

    ACT: ClassVar[Act] = Act.READ_DATASETS
    ABOUT: ClassVar[str] = datasets.NAME
    text: str = ""
    """Words that all stand in the title or in the names of variables; accents do not count."""
    category: EhdsCategory | None = None
    data: DataCategory | None = None
    """A kind of data that some variable holds."""
    holder: SubjectId | None = None
    retired: bool = False
    """Whether datasets that are no longer in use are listed too."""
    page: Page = FIRST

    async def answer(self, looking: Looking) -> Paged[DatasetShown]:
        """A catalogue is short: it is looked through whole."""
        looking = await recorded_by_then(looking)
        ids = await ledger.stream_ids(looking.then.session, datasets.NAME)
        states = await looking.then.states(datasets, ids)
        found = [key for key in ids if self._wants(states[key])]
        by_title = sorted(found, key=lambda key: (_title(states[key]), key))
        page = paged(found[::-1] if self.page.order else by_title, self.page)
        return Paged(await shown_datasets(looking, page.rows), page.total, page.page)

    def _wants(self, state: State) -> bool:
        described = state.description
        if described is None or (state.retired and not self.retired):
            return False
        words = " ".join((described.title, *(v.name for v in described.variables)))
        return (
            all(word in plain(words) for word in plain(self.text).split())
            and (self.category is None or self.category in described.ehds_categories)
            and (self.data is None or any(v.category is self.data for v in described.variables))
            and self.holder in (None, state.holder)
        )


def plain(text: str) -> str:
    """A text as it is looked for: small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _title(state: State) -> str:
    return plain(state.description.title) if state.description else ""


async def shown_datasets(looking: Looking, ids: Sequence[str]) -> tuple[DatasetShown, ...]:
    """These datasets as this reader sees them; every one of them must be described."""
    states = await looking.then.states(datasets, ids)
    holders = await people_of(looking, [one.holder for one in states.values() if one.holder])
    shown = []
    for key, state in states.items():
        history = await looking.then.history(datasets, key)
        whole = _whole(key, state, history, holders)
        about = (datasets.NAME, key)
        one = await looking.redacted(whole, View.DATASET, about)
        if one is not None:
            shown.append(one)
    return tuple(shown)


def _whole(
    key: str, state: State, history: Sequence[Recorded], holders: dict[SubjectId, Person]
) -> DatasetShown:
    described = state.description
    if described is None:
        raise ValueError(f"{key} is not described")
    checked = [
        entry.event.at
        for entry in history
        if isinstance(entry.event, (DatasetRegistered, DatasetDescribed))
    ]
    return DatasetShown(
        id=key,
        title=described.title,
        holder=holders[state.holder] if state.holder else None,
        media=described.media,
        country=described.country,
        ehds_categories=described.ehds_categories,
        legal_basis=LegalBasis(described.legal_basis_6, described.legal_basis_9),
        duo_terms=described.duo_terms,
        family_linked=described.family_linked,
        protected_content=described.protected_content,
        variables=described.variables,
        versions=tuple(_versions(history)),
        retired=state.retired,
        checked_on=day_of(checked[-1]),
        issuer=described.issuer,
        id_column=state.versions[-1].id_column if state.versions else None,
        source_hash=tuple(version.sha256 for version in state.versions),
    )


def _versions(history: Sequence[Recorded]) -> list[Version]:
    return [
        Version(
            entry.event.version.number,
            day_of(entry.event.at),
            shown_count(entry.event.version.rows),
            entry.event.version.columns,
        )
        for entry in history
        if isinstance(entry.event, DatasetVersionAdded)
    ]
