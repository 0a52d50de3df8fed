"""What a permit may still take of one citizen, cell by cell: judged as a release of it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.eligibility.asking import asked_of
from governance.eligibility.reader import Reader
from governance.eligibility.release import whole_facts
from governance.eligibility.smallest import narrowed, newest_source, smallest_release
from governance.eligibility.streams import citizen_facts
from governance.eligibility.verdicts import judge_people
from governance.lives import datasets
from governance.lives.datasets.state import State as DatasetState
from governance.lives.permits.words import PermitContent
from governance.lives.releases.state import State as ReleaseState
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
        newest_source(dataset_id, dataset)
        for dataset_id, dataset in described.items()
        if _holds(dataset, holding)
    ]
    found: list[Prospect] = []
    for cell in sorted(content.cells):
        used = [
            taken
            for source in sources
            if (taken := narrowed(source, described[source.dataset_id], content, [cell]))
        ]
        if used:
            found.append(Prospect(cell, smallest_release(permit_id, content, [cell], used)))
    return found


def _holds(dataset: DatasetState, holding: Holding) -> bool:
    """Whether the newest version of a dataset names her."""
    if not dataset.versions or dataset.description is None:
        return False
    return dataset.description.issuer in holding.get(dataset.versions[-1].sha256, frozenset())
