"""The DuckDB of one extraction: in memory, bounded, shut in with its source and its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from governance.extraction.plan import TablePlan
from governance.extraction.variants_lines import GZIP
from governance.refusals import Refusal, Refused

MEMORY = "1GB"
"""What DuckDB may hold; the rest spills into the private folder."""
COMPRESSED = ".gz"
TEXT = "VARCHAR"
ROW_NUMBER = "file_row_number"
_DELIMITERS = {".tsv": "\t", ".csv": ","}


def delimiter_of(source: Path) -> str | None:
    """What stands between the fields of a text table; None for Parquet."""
    suffixes = [s for s in source.suffixes if s != COMPRESSED]
    return _DELIMITERS.get(suffixes[-1]) if suffixes else None


def quoted(name: str) -> str:
    """A column name inside a statement."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str | Path) -> str:
    """A text inside a statement, where DuckDB takes no parameter."""
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def engine(source: Path, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can read the source, write into the folder, and nothing else.

    No network, no extensions beyond those built in, no other files, settings locked. What spills
    goes into the folder, which is private, and is gone afterwards. Whatever DuckDB complains of
    becomes Refused ``extraction-failed``: its messages may quote the data.
    """
    with TemporaryDirectory(prefix=".spill-", dir=folder) as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": os.cpu_count() or 1,
            "temp_directory": spill,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        }
        with duckdb.connect(":memory:", config=settings) as connection:
            connection.execute(f"SET allowed_paths = [{text(source)}]")
            connection.execute(f"SET allowed_directories = [{text(folder)}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            try:
                yield connection
            except duckdb.Error as error:
                kind = type(error).__name__
                raise Refused(Refusal("extraction-failed", items=(kind,))) from None


@dataclass(frozen=True, slots=True)
class Rows:
    """A source as statements read it, under the name ``s``."""

    expression: str
    types: Mapping[str, str]
    """The engine's type of each column."""
    missing: tuple[str, ...]

    def value(self, column: str) -> str:
        """A value of the source, missing where a mark says so."""
        name = f"s.{quoted(column)}"
        if self.types[column] != TEXT or not self.missing:
            return name
        marks = ", ".join(map(text, self.missing))
        return f"CASE WHEN {name} NOT IN ({marks}) THEN {name} END"


def _compression_of(source: Path) -> str:
    """By what the file holds, as inspection goes; its name may say otherwise."""
    with source.open("rb") as file:
        return "'gzip'" if file.read(2) == GZIP else "'none'"


def rows_of(
    duck: duckdb.DuckDBPyConnection, source: Path, columns: tuple[str, ...], plan: TablePlan
) -> Rows:
    """How a source is read. Every field of a text is text; Parquet has its own types."""
    delimiter = delimiter_of(source)
    if delimiter is None:
        numbered = f", {ROW_NUMBER} = true" if plan.repeated else ""
        read = f"read_parquet({text(source)}{numbered})"
    else:
        quote = '"' if delimiter == "," else ""
        names = ", ".join(f"{text(name)}: '{TEXT}'" for name in columns)
        read = (
            f"read_csv({text(source)}, columns = {{{names}}}, delim = {text(delimiter)}, "
            f"quote = {text(quote)}, escape = {text(quote)}, header = true, auto_detect = false, "
            f"strict_mode = true, encoding = 'utf-8', compression = {_compression_of(source)})"
        )
    described = duck.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()
    return Rows(read, {row[0]: row[1] for row in described}, plan.missing)
