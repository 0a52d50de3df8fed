"""What a release asks of every citizen, as of an instant, from the streams behind it."""

from __future__ import annotations

from governance.eligibility.asked import Asked
from governance.eligibility.reader import Reader
from governance.lives import datasets, information_sheets, permits
from governance.lives.consents.words import SheetVersion
from governance.lives.permits.state import State as PermitState
from governance.lives.releases.state import State as ReleaseState
from governance.storage import ledger
from governance.vocabulary.instants import Instant


async def asked_of(reader: Reader, release: ReleaseState, instant: Instant) -> Asked:
    """What this release asks of every citizen, as of an instant."""
    recipe = release.recipe
    if recipe is None:
        raise ValueError("nothing was prepared")
    permit: PermitState = await reader.state(permits, recipe.permit_id)
    described = await reader.states(datasets, [s.dataset_id for s in recipe.sources])
    ids = await ledger.stream_ids(reader.session, information_sheets.NAME)
    sheets = await reader.states(information_sheets, ids)
    return Asked(
        instant=instant,
        cells=tuple(sorted(recipe.cells)),
        study=permit.content.study if permit.content else "",
        cut_off=permit.cut_off,
        sheet_majors={key: sheet.major_in_force(instant.time) for key, sheet in sheets.items()},
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
