"""Import of a dataset's file: checked whole, then described and entered in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from governance.eligibility.reader import Reader
from governance.extraction.inspection import inspect_table
from governance.extraction.variants import inspect_variants
from governance.lives import datasets
from governance.lives.datasets.commands import (
    AddDatasetVersion,
    DescribeDataset,
    RegisterDataset,
)
from governance.lives.datasets.words import Description, Media
from governance.principals import Principal
from governance.refusals import MalformedInput, Refusal
from governance.service.batches import BatchReader, decide_batch, read_for
from governance.service.carry_out import Done
from governance.service.house import House
from governance.service.sources import copy_in, draft_of, keep
from governance.storage import driver, source_people
from governance.storage.driver import Session
from governance.storage.people import chunks, resolve
from governance.vocabulary.entries import Command

PEOPLE_AT_ONCE = 20_000
Progress = Callable[[int, int], None]
"""Told of (bytes of the file that were checked, its size)."""


@dataclass(frozen=True, slots=True)
class _File:
    """What a file turned out to hold."""

    version: AddDatasetVersion
    ids: frozenset[str]
    ids_line: int | None
    """The line that names everybody, where one line does."""


async def import_dataset(
    house: House,
    path: Path,
    *,
    dataset_id: str,
    description: Description,
    id_column: str | None,
    by: Principal,
    progress: Progress = lambda done, size: None,
) -> Done | Refusal:
    """Describe the dataset as it is told here, and enter the file as its next version.

    Raises MalformedInput, with file, line and reason. Malformed or refused, nothing is left: no
    entry, no file, nobody taken down.
    """
    file = await _checked(path, dataset_id, description.media, id_column, progress)
    async with house.database.reading() as session:
        reader = BatchReader(session)
        if refusal := await _decide(house, reader, file, description, by):
            return refusal
        await _refuse_unknown_samples(session, path, description, file)
    with draft_of(house.sources, file.version.sha256) as draft:
        await asyncio.to_thread(copy_in, path, draft, file.version.sha256)
        await _take_down(house, file.version.sha256, description.issuer, file.ids)
        async with house.database.writing() as session:
            reader = BatchReader(session)
            refusal = await _decide(house, reader, file, description, by)
            if refusal is None:
                recorded = await reader.append()
                keep(draft, path, file.version.sha256)
                return Done(tuple(recorded))
            if not await _is_held(reader, file.version.sha256):
                await source_people.forget(session, file.version.sha256)
    return refusal


async def _checked(
    path: Path, dataset_id: str, media: Media, id_column: str | None, progress: Progress
) -> _File:
    """Read the whole file beside the loop; whoever stops the import stops the reading."""
    stopped = Event()

    def tell(done: int, size: int) -> None:
        if stopped.is_set():
            raise InterruptedError
        progress(done, size)

    try:
        return await asyncio.to_thread(_inspect, path, dataset_id, media, id_column, tell)
    finally:
        stopped.set()


def _inspect(
    path: Path, dataset_id: str, media: Media, id_column: str | None, progress: Progress
) -> _File:
    if media is Media.TABLE:
        table = inspect_table(path, id_column or "", on_progress=progress)
        sha256, rows, columns, ids, line = table.sha256, table.rows, table.columns, table.ids, None
    else:
        found = inspect_variants(path, on_progress=progress)
        sha256, rows, columns = found.sha256, len(found.samples), ()
        ids, line = frozenset(found.samples), found.samples_line
    version = AddDatasetVersion(
        dataset_id=dataset_id, sha256=sha256, rows=rows, columns=columns, id_column=id_column
    )
    return _File(version, ids, line)


async def _decide(
    house: House, reader: BatchReader, file: _File, description: Description, by: Principal
) -> Refusal | None:
    """What is wrong with the import as things stand; else the reader holds what was decided."""
    dataset_id = file.version.dataset_id
    known: datasets.State = await reader.state(datasets, dataset_id)
    commands: list[Command] = [file.version]
    if known.description is None:
        commands.insert(0, RegisterDataset(dataset_id=dataset_id, description=description))
    elif known.description != description:
        commands.insert(0, DescribeDataset(dataset_id=dataset_id, description=description))
    at = await reader.now(house.clock())
    await read_for(reader, commands)
    outcomes = await decide_batch(reader, commands, by=by, at=at)
    return next((one for one in outcomes if one is not None), None)


async def _refuse_unknown_samples(
    session: Session, path: Path, description: Description, file: _File
) -> None:
    """Whoever is not in the register cannot have consented. Source: Ley 14/2007 art. 48, 50."""
    if description.media is not Media.VARIANTS:
        return
    known = await resolve(session, description.issuer, file.ids)
    if unknown := len(file.ids - known.keys()):
        reason = f"unknown sample: {unknown} of the samples are nobody in the register"
        raise MalformedInput(file=path.name, line=file.ids_line, reason=reason)


async def _take_down(house: House, sha256: str, issuer: str, ids: Iterable[str]) -> None:
    """Remember who is in the file, some thousands at a time: writers wait for none of it long."""
    async with house.database.writing() as session:
        number = await source_people.begin(session, sha256, issuer)
    if number is None:
        return
    everybody = sorted(filter(driver.keepable, ids))  # no citizen has an id that is not kept
    for part in chunks(everybody, PEOPLE_AT_ONCE):
        async with house.database.writing() as session:
            await source_people.add(session, number, part)
    async with house.database.writing() as session:
        await source_people.finish(session, number, len(everybody))


async def _is_held(reader: Reader, sha256: str) -> bool:
    """Whether some dataset has a version that is this file."""
    known = await reader.states(datasets, await reader.ids(datasets))
    return any(v.sha256 == sha256 for state in known.values() for v in state.versions)
