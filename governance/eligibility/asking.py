"""What a release asks of every citizen, as of an instant, from the streams behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from governance.eligibility.asked import Asked
from governance.eligibility.reader import Reader
from governance.lives import datasets, information_sheets, permits
from governance.lives.consents.words import SheetVersion
from governance.lives.information_sheets.state import State as SheetState
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.state import State as ReleaseState
from governance.vocabulary.instants import Instant

Sheets = Mapping[str, SheetState]


async def sheets_known(reader: Reader) -> Sheets:
    """Every information sheet, by its id."""
    return await reader.states(information_sheets, await reader.ids(information_sheets))


def majors_in_force(sheets: Sheets, at: datetime) -> dict[str, int | None]:
    """The major version of each sheet that counts at that time; None where none does."""
    return {key: sheet.major_in_force(at) for key, sheet in sheets.items()}


async def asked_of(reader: Reader, release: ReleaseState, instant: Instant) -> Asked:
    """What this release asks of every citizen, as of an instant."""
    recipe = release.recipe
    if recipe is None:
        raise ValueError("nothing was prepared")
    permit: PermitState = await reader.state(permits, recipe.permit_id)
    described = await reader.states(datasets, [s.dataset_id for s in recipe.sources])
    sheets = await sheets_known(reader)
    return Asked(
        instant=instant,
        cells=tuple(sorted(recipe.cells)),
        study=permit.content.study if permit.content else "",
        cut_off=permit.cut_off,
        sheet_majors=majors_in_force(sheets, instant.time),
        genetic_sheets=frozenset(
            SheetVersion(key, version.major, version.minor)
            for key, sheet in sheets.items()
            for version in sheet.versions
            if sheet.covers_genetics(version.major, version.minor)
        ),
        family_linked=any(
            d.description and d.description.family_linked for d in described.values()
        ),
    )
