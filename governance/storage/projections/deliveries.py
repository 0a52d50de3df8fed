"""What was delivered, from which files and under which permit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from governance.lives import datasets, releases
from governance.lives.datasets.state import State as DatasetState
from governance.lives.releases.events import ReleaseDelivered, ReleasePrepared
from governance.lives.releases.words import Recipe, Source
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.people import insert_all
from governance.storage.tables.releases import DeliveryRow


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Take in what was delivered; its recipe was recorded before."""
    for entry in recorded:
        if isinstance(entry.event, ReleaseDelivered):
            await _delivered(session, entry)


async def _delivered(session: Session, entry: Recorded) -> None:
    recipe = await _recipe(session, entry.stream)
    rows: list[dict[str, Any]] = []
    for source in recipe.sources:
        dataset = await _dataset(session, source, entry.position)
        version = dataset.version(source.version)
        if version is None or dataset.description is None:
            continue  # a release of what nobody holds is never delivered
        row = {
            "release": entry.stream.removeprefix(f"{releases.NAME}/"),
            "sha256": version.sha256,
            "issuer": dataset.description.issuer,
            "permit": recipe.permit_id,
            "position": entry.position,
        }
        if row not in rows:
            rows.append(row)
    await insert_all(session, DeliveryRow, rows)


async def _recipe(session: Session, stream: str) -> Recipe:
    found = await ledger.read(session, [stream])
    [recipe] = [one.event.recipe for one in found[stream] if isinstance(one.event, ReleasePrepared)]
    return recipe


async def _dataset(session: Session, source: Source, position: int) -> DatasetState:
    stream = f"{datasets.NAME}/{source.dataset_id}"
    found = await ledger.read(session, [stream], up_to=position)
    state = datasets.EMPTY
    for entry in found.get(stream, []):
        state = datasets.evolve(state, entry.event)
    return state


async def clear(session: Session) -> None:
    """Forget all of it."""
    await driver.clear(session, DeliveryRow)


CONTENTS = (
    "SELECT release, sha256, issuer, permit, position FROM deliveries ORDER BY release, sha256",
)
"""Reads all of it, for comparing."""
