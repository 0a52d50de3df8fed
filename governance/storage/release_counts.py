"""How many a release took in, and how many each rule left out; counted once, when it was judged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.storage import driver
from governance.storage.driver import Session

COLUMNS = "release, considered, included, not_registered, blanked, by_rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCounts:
    """People, as of the frozen instant; ``included`` is what the last pass left in."""

    considered: int
    """Whom the sources name and the register knows."""
    included: int
    not_registered: int
    """Ids of the sources by which nobody is registered."""
    blanked: int | None
    """Cells that disclosure control took; None where they were too few for the manifest to tell,
    and it is all that is left."""
    by_rule: Mapping[str, int]
    """One citizen may count for several rules."""


async def keep(session: Session, release_id: str, counts: ReleaseCounts) -> None:
    """Keep the counts of a release; counted again they are the same."""
    await driver.run(
        session,
        f"INSERT INTO release_counts ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) "
        "ON CONFLICT (release) DO UPDATE SET considered = excluded.considered, "
        "included = excluded.included, not_registered = excluded.not_registered, "
        "blanked = excluded.blanked, by_rule = excluded.by_rule",
        release_id,
        counts.considered,
        counts.included,
        counts.not_registered,
        counts.blanked,
        json.dumps(dict(counts.by_rule), sort_keys=True),
    )


async def counts_of(session: Session, releases: Iterable[str]) -> dict[str, ReleaseCounts]:
    """The counts of those releases that have been counted."""
    columns = ", ".join(f"c.{name}" for name in COLUMNS.split(", "))
    these = f"SELECT {columns} FROM {{texts}} CROSS JOIN release_counts c WHERE release = value"
    rows = await driver.fetch(session, these, list(releases))
    return {
        release: ReleaseCounts(
            considered=considered,
            included=included,
            not_registered=not_registered,
            blanked=blanked,
            by_rule=json.loads(by_rule),
        )
        for release, considered, included, not_registered, blanked, by_rule in rows
    }
