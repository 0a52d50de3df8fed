"""What the checker is told about the permit: a small JSON file, see ``read_permit``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tests.checker.region import day_of, instant

GENOMIC_UNDER_EHDS = date(2031, 3, 26)
REST_UNDER_EHDS = date(2029, 3, 26)
LATE_CATEGORIES = frozenset({"genomic", "other-omics"})
IDS = ("eid", "Sample name", "Accession", "Subject id", "EGA sample id")
COORDINATES = (
    "Home location - east co-ordinate-0.0",
    "Home location - north co-ordinate-0.0",
)
QUASI_IDENTIFIERS = (
    "Sex",
    "Ethnic background-0.0",
    "Country of birth (UK/elsewhere)-0.0",
)


@dataclass(frozen=True)
class Permit:
    """The part of a permit on which it depends who may be in the package, and with what."""

    cells: tuple[str, ...]
    """``purpose:category:recipient``, all that the release uses."""
    issued_at: datetime
    """The cut-off: first issue, or the amendment that widened it."""
    columns: dict[str, str]
    """Released columns of the table, with the category of each."""
    study: str
    place: str
    family_linked: bool
    ehds: bool
    strict: bool
    """Ley 14/2007 50.2 also binds EHDS permits."""
    sheets: dict[str, int]
    """The major version in force of each sheet."""
    genetic: frozenset[tuple[str, int]]
    """Sheets and major versions that explain the items of Ley 14/2007 47."""
    id_column: str
    ids: tuple[str, ...]
    coordinates: tuple[str, ...]
    quasi_identifiers: tuple[str, ...]
    k: int

    @property
    def categories(self) -> frozenset[str]:
        """Of the cells."""
        return frozenset(cell.split(":")[1] for cell in self.cells)


def read_permit(path: Path) -> Permit:
    """Required keys: cells, issued_at, columns, study, place, sheets.

    ``sheets`` is {id: {"major": in force, "genetic": [majors that explain article 47]}}. Optional:
    family_linked (no), regime (by date and categories), strict (yes), late (false where the
    datasets carry another letter of EHDS 105 than genomic), id_column, ids, coordinates,
    quasi_identifiers and k = 5, by default those of the public cohort.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    cells = tuple(told["cells"])
    issued_at = instant(told["issued_at"])
    late = told.get("late", False) or {c.split(":")[1] for c in cells} & LATE_CATEGORIES
    begins = GENOMIC_UNDER_EHDS if late else REST_UNDER_EHDS
    by_date = "ehds" if day_of(issued_at) >= begins else "programme"
    sheets = told["sheets"]
    return Permit(
        cells=cells,
        issued_at=issued_at,
        columns=dict(told["columns"]),
        study=told["study"],
        place=told["place"],
        family_linked=told.get("family_linked", False),
        ehds=told.get("regime", by_date) == "ehds",
        strict=told.get("strict", True),
        sheets={name: sheet["major"] for name, sheet in sheets.items()},
        genetic=frozenset((name, major) for name, s in sheets.items() for major in s["genetic"]),
        id_column=told.get("id_column", "Subject id"),
        ids=tuple(told.get("ids", IDS)),
        coordinates=tuple(told.get("coordinates", COORDINATES)),
        quasi_identifiers=tuple(told.get("quasi_identifiers", QUASI_IDENTIFIERS)),
        k=told.get("k", 5),
    )
