"""Reading the files of a region line by line, strictly, and counting what became of the lines."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from governance.refusals import MalformedInput

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
    """Line numbers and rows. Raises MalformedInput where the file is not what it claims."""
    line = 0
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            found = tuple(next(reader, ()))
            if found != header:
                raise MalformedInput(file=path.name, line=1, reason="another header was expected")
            for values in reader:
                line = reader.line_num
                if len(values) != len(header):
                    raise MalformedInput(file=path.name, line=line, reason="ragged row")
                yield line, dict(zip(header, values, strict=True))
    except UnicodeDecodeError:
        raise MalformedInput(file=path.name, line=None, reason="not UTF-8") from None
    except csv.Error:
        raise MalformedInput(file=path.name, line=line + 1, reason="not CSV") from None
