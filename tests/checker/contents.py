"""The files of a package and its sources, read naively: lines of a VCF, rows of tables."""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq

MISSING = frozenset({"", "#REF!"})
Row = dict[str, Any]


class Finding(NamedTuple):
    """One thing that is wrong: a code, the file, and what was seen. Never an id of a person."""

    code: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.code}: {self.where}: {self.what}"


@dataclass(frozen=True)
class Site:
    """One line of a VCF; genotypes stand in the order of the samples."""

    contig: str
    position: int
    id: str
    reference: str
    alternates: tuple[str, ...]
    info: dict[str, str]
    fixed: str
    """The first nine columns as they were written."""
    genotypes: list[str]

    def __str__(self) -> str:
        return f"{self.contig}:{self.position}"

    def letters(self) -> list[str]:
        """What each sample carries, spelled out: numbers of alleles do not matter."""
        alleles = [self.reference, *self.alternates]
        written = {text: spelled(text, alleles) for text in set(self.genotypes)}
        return [written[text] for text in self.genotypes]


@lru_cache(maxsize=4096)
def called(genotype: str) -> tuple[int, ...]:
    """Numbers of the alleles that are not missing."""
    return tuple(int(one) for one in genotype.replace("/", "|").split("|") if one != ".")


def spelled(genotype: str, alleles: list[str]) -> str:
    """A genotype with the bases in place of numbers."""
    parts = genotype.replace("/", " / ").replace("|", " | ").split(" ")
    return "".join(alleles[int(part)] if part.isdigit() else part for part in parts)


@dataclass(frozen=True)
class Variants:
    """A VCF: its header as text, its samples, its sites."""

    header: str
    samples: list[str]
    sites: list[Site]


def read_variants(path: Path) -> Variants:
    """A compressed VCF, line by line."""
    header: list[str] = []
    sites: list[Site] = []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.startswith("#"):
                header.append(line)
            else:
                sites.append(_site(line.rstrip("\n").split("\t")))
    return Variants("".join(header), header[-1].rstrip("\n").split("\t")[9:], sites)


def _site(cells: list[str]) -> Site:
    info = dict((pair.partition("=")[0], pair.partition("=")[2]) for pair in cells[7].split(";"))
    return Site(
        contig=cells[0],
        position=int(cells[1]),
        id=cells[2],
        reference=cells[3],
        alternates=tuple(cells[4].split(",")),
        info=info,
        fixed="\t".join(cells[:9]),
        genotypes=[sys.intern(cell.partition(":")[0]) for cell in cells[9:]],
    )


def read_source_table(path: Path) -> list[Row]:
    """The holder's table: tab-separated, compressed or not. What is missing is None."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{key: plain(value) for key, value in row.items()} for row in rows]


def read_table(path: Path) -> tuple[list[str], list[Row]]:
    """Columns and rows of a Parquet table."""
    table = pq.read_table(path)
    rows = [{key: plain(value) for key, value in row.items()} for row in table.to_pylist()]
    return table.column_names, rows


def plain(value: Any) -> Any:
    """A value as it compares across formats: numbers as numbers, what is missing as None."""
    if value is None or value in MISSING:
        return None
    text = str(value).strip()
    try:
        return float(text)
    except ValueError:
        return text


def positions(all_of: Iterable[str]) -> dict[str, int]:
    """The place of each name."""
    return {name: place for place, name in enumerate(all_of)}
