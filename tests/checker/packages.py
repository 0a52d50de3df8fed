"""A synthetic region, a package made of it by our extraction, and ways to tamper with a package."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pysam

from governance.extraction.plan import TablePlan
from governance.extraction.tabular import extract_table
from governance.extraction.variants import extract_variants
from portal.demo.descriptors import IDENTIFIERS, PERMITTED, QUASI_IDENTIFIERS, category_of
from portal.demo.files import write_table, write_variants
from portal.demo.people import region_of
from tests.checker.allowed import Judge
from tests.checker.permit import read_permit
from tests.checker.region import read_region

TODAY = date(2026, 5, 1)
AS_OF = datetime(2026, 5, 1, 10, tzinfo=UTC)
STUDY, SHEET = "study-1", "sheet-1"
CELLS = [
    f"scientific-research:{category}:public-research"
    for category in ("genomic", "clinical", "epidemiological")
]
PERMIT = {
    "cells": CELLS,
    "issued_at": "2026-04-01T09:00:00Z",
    "columns": {name: category_of(name) for name in PERMITTED},
    "study": STUDY,
    "place": "eu-eea",
    "family_linked": False,
    "sheets": {SHEET: {"major": 2, "genetic": [2]}},
}
Lines = list[list[str]]


@dataclass(frozen=True)
class Sources:
    """A folder with the region's five files and the permit."""

    folder: Path
    names: tuple[str, ...]

    @property
    def variants(self) -> Path:
        return self.folder / "variants.vcf.gz"

    @property
    def table(self) -> Path:
        return self.folder / "table.tsv.gz"

    def allowed(self) -> set[str]:
        """Who may be in the package, as the checker reads it."""
        csv = [self.folder / f"{name}.csv" for name in ("people", "relations", "acts")]
        permit = read_permit(self.folder / "permit.json")
        return Judge(read_region(csv[0], csv[1], csv[2], AS_OF), permit, AS_OF).allowed()

    def command(self, package: Path) -> list[str]:
        """The arguments of the checker."""
        files = [self.variants, self.table]
        files += [self.folder / f"{name}.csv" for name in ("people", "relations", "acts")]
        named = ["--permit", str(self.folder / "permit.json"), "--as-of", AS_OF.isoformat()]
        return [str(package), *map(str, files), *named]


def make_sources(folder: Path, *, people: int = 160, seed: int = 7) -> Sources:
    """Write a region: people with everything they have said, both files, and the permit."""
    sources = make_people(folder, tuple(f"NAV{number:05}" for number in range(people)), seed)
    write_variants(sources.variants, sources.names, seed=seed)
    write_table(sources.table, sources.names, seed=seed)
    return sources


def make_people(folder: Path, names: tuple[str, ...], seed: int) -> Sources:
    """Write people, relations, acts and the permit; both files of data are still to come."""
    region_of(names, seed=seed, today=TODAY, study=STUDY, sheet=SHEET).write(folder)
    (folder / "permit.json").write_text(json.dumps(PERMIT), encoding="utf-8")
    return Sources(folder, names)


def pseudonym(name: str) -> str:
    """A pseudonym as some key would give it."""
    return hashlib.sha256(f"a key {name}".encode()).hexdigest()[:32]


def make_package(sources: Sources, package: Path, people: set[str]) -> None:
    """Write a package for these people with our own extraction, and its manifest."""
    package.mkdir()
    chosen = {name: pseudonym(name) for name in people & set(sources.names)}
    extract_variants(sources.variants, package / "variants.vcf.gz", chosen)
    plan = TablePlan(
        source_sha256=hashlib.sha256(sources.table.read_bytes()).hexdigest(),
        id_column="Subject id",
        columns=PERMITTED,
        identifiers=IDENTIFIERS,
        quasi_identifiers=tuple(sorted(QUASI_IDENTIFIERS)),
    )
    extract_table(sources.table, package / "table.parquet", chosen, plan)
    seal(package)


def seal(package: Path) -> None:
    """Write a manifest that agrees with the files, as whoever tampers from inside would."""
    people = pq.read_table(package / "table.parquet").num_rows
    files = {
        path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(package.iterdir())
        if path.name != "manifest.json"
    }
    (package / "manifest.json").write_text(
        json.dumps({"files": files, "people": people}), encoding="utf-8"
    )


def change_variants(package: Path, change: Callable[[list[str], Lines], None]) -> None:
    """Change header and sites (split into columns, the line of column names first)."""
    path = package / "variants.vcf.gz"
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    header = [line for line in lines if line.startswith("##")]
    rest = [line.split("\t") for line in lines[len(header) :]]
    change(header, rest)
    with pysam.BGZFile(str(path), "wb", None) as file:
        file.write("".join(f"{line}\n" for line in header).encode())
        file.write("".join("\t".join(cells) + "\n" for cells in rest).encode())
    pysam.tabix_index(str(path), preset="vcf", force=True)
    seal(package)


def change_table(package: Path, change: Callable[[list[dict[str, str | None]]], None]) -> None:
    """Change the rows of the table."""
    path = package / "table.parquet"
    table = pq.read_table(path)
    rows = table.to_pylist()
    change(rows)
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
    seal(package)
