"""Import of a dataset's file: checked whole, kept under its hash, entered as a version."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

from governance.eligibility.reader import Reader
from governance.extraction.inspection import inspect_table
from governance.extraction.variants import inspect_variants
from governance.lives import datasets
from governance.lives.datasets.commands import AddDatasetVersion, RegisterDataset
from governance.lives.datasets.words import Description, Media
from governance.principals import Principal
from governance.service.carry_out import Done, Outcome, carry_out
from governance.service.house import House
from governance.service.sources import keep_source
from governance.storage import driver, source_people
from governance.storage.people import chunks

PEOPLE_AT_ONCE = 20_000


async def import_dataset(
    house: House,
    path: Path,
    *,
    dataset_id: str,
    description: Description,
    id_column: str | None,
    by: Principal,
) -> Outcome:
    """Register the dataset where it is new, and enter the file as its next version.

    Raises MalformedInput, with file, line and reason, before anything is kept or entered.
    """
    if description.media is Media.TABLE:
        table = await asyncio.to_thread(inspect_table, path, id_column or "")
        sha256, rows, columns, ids = table.sha256, table.rows, table.columns, table.ids
    else:
        variants = await asyncio.to_thread(inspect_variants, path)
        sha256, rows, columns = variants.sha256, len(variants.samples), ()
        ids = frozenset(variants.samples)
    async with house.database.reading() as session:
        known = await Reader(session).state(datasets, dataset_id)
    if known.description is None:
        registered = await carry_out(
            house, RegisterDataset(dataset_id=dataset_id, description=description), by=by
        )
        if not isinstance(registered, Done):
            return registered
    keep_source(house.sources, path)
    await _take_down(house, sha256, description.issuer, ids)
    version = AddDatasetVersion(
        dataset_id=dataset_id, sha256=sha256, rows=rows, columns=columns, id_column=id_column
    )
    return await carry_out(house, version, by=by)


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
