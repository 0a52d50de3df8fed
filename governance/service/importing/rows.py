"""Reading the files of a region line by line, strictly, and counting what became of the lines."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from governance.extraction.variants_lines import Lines, reading

PEOPLE = (
    "person", "given_name", "family_name", "sex", "birth_date", "death_date", "municipality",
    "language", "protected",
)  # fmt: skip
RELATIONS = ("person", "other", "kind", "since", "until")
ACTS = (
    "at", "person", "act", "cells", "says", "capacity", "by", "channel", "sheet",
    "sheet_version", "language", "effective_at", "valid_until", "study", "reach",
    "minor_took_part",
)  # fmt: skip
Row = dict[str, str]


@dataclass
class ImportReport:
    """What became of the lines of one file."""

    file: str
    lines: int = 0
    entries: int = 0
    resumed_at: int = 0
    """Lines that an earlier run had imported."""
    refused: Counter[str] = field(default_factory=Counter)
    """Commands that their life refused, by code."""


def read_rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Line numbers and rows of a CSV, which may be compressed (``.csv.gz``).

    Raises MalformedInput, with line and reason, where the file is not what it claims to be.
    """
    with reading(path, None, ended=False) as lines:
        records = csv.reader(_checked(lines), strict=True)
        try:
            if tuple(next(records, ())) != header:
                raise lines.fault("another header was expected")
            for values in records:
                if len(values) != len(header):
                    many = f"{len(values)} fields where the header has {len(header)}"
                    raise lines.fault(f"ragged row: {many}")
                yield lines.number, dict(zip(header, values, strict=True))
        except csv.Error:
            raise lines.fault("not CSV") from None


def _checked(lines: Lines) -> Iterator[str]:
    """Lines as ``csv`` wants them, without what no database keeps."""
    for line in lines:
        if "\0" in line:
            raise lines.fault("a control character inside the line")
        yield line + "\n"
