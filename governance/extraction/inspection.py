"""Reading a table from outside strictly, before anything is done with it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from governance.extraction.content import file_sha256
from governance.extraction.engine import delimiter_of
from governance.extraction.variants_lines import Lines, Progress, reading
from governance.refusals import MalformedInput

LONGEST_LINE = 1 << 18
"""Characters: more than this is no row of a table, and more than the engine would read."""


@dataclass(frozen=True, slots=True)
class TableInspection:
    """What a well-formed table holds."""

    columns: tuple[str, ...]
    rows: int
    ids: frozenset[str]
    """The holder's ids of the people in it."""
    sha256: str
    """Of the file as it lies there."""


def inspect_table(
    source: Path,
    id_column: str,
    *,
    repeated: bool = False,
    name: str | None = None,
    on_progress: Progress | None = None,
) -> TableInspection:
    """Read a whole table strictly: ``.tsv``, ``.csv`` (RFC 4180), both also ``.gz``, or Parquet.

    ``repeated`` allows a person many rows. Raises MalformedInput, which calls the file by ``name``
    and counts the rows of Parquet as lines.
    """
    shown = name or source.name
    if delimiter := delimiter_of(source):
        with reading(source, name, ended=False, on_progress=on_progress) as lines:
            columns, ids, rows = _inspect_text(lines, delimiter, id_column, repeated=repeated)
    elif source.suffix == ".parquet":
        columns, ids, rows = _inspect_parquet(source, shown, id_column, repeated=repeated)
    else:
        raise MalformedInput(file=shown, line=None, reason="not a table: .tsv, .csv or .parquet")
    return TableInspection(columns, rows, ids, file_sha256(source))


def columns_of(source: Path) -> tuple[str, ...]:
    """The columns of a table that was inspected before."""
    if not (delimiter := delimiter_of(source)):
        return tuple(pq.read_schema(source).names)
    with reading(source, None, ended=False) as lines:
        return tuple(next(_records(lines, delimiter)))


def _inspect_text(
    lines: Lines, delimiter: str, id_column: str, *, repeated: bool
) -> tuple[tuple[str, ...], frozenset[str], int]:
    records = _records(lines, delimiter)
    columns = tuple(next(records, ()))
    if fault := _fault_of(columns, id_column):
        raise lines.fault(fault)
    width, at, rows, ids = len(columns), columns.index(id_column), 0, set[str]()
    for record in records:
        if len(record) != width:
            raise lines.fault(f"ragged row: {len(record)} fields where the header has {width}")
        if fault := _fault_of_id(record[at], ids, repeated=repeated):
            raise lines.fault(fault)
        ids.add(record[at])
        rows += 1
    if not rows:
        raise lines.fault("the table has no rows")
    return columns, frozenset(ids), rows


def _records(lines: Lines, delimiter: str) -> Iterator[list[str]]:
    """Fields of each record. Tabs are never quoted; commas are, and a record may span lines."""
    checked = _checked(lines)
    if delimiter == "\t":
        for line in checked:
            yield line.split(delimiter)
        return
    try:
        yield from csv.reader((line + "\n" for line in checked), strict=True)
    except csv.Error:
        raise lines.fault("quoted as RFC 4180 does not allow") from None


def _checked(lines: Lines) -> Iterator[str]:
    """Lines without what the engine might read as something else than we do."""
    for line in lines:
        line = line.removesuffix("\r")
        if len(line) > LONGEST_LINE:
            raise lines.fault("the line is too long")
        if "\r" in line or "\0" in line:
            raise lines.fault("a control character inside the line")
        yield line.removeprefix("\ufeff") if lines.number == 1 else line


def _fault_of(columns: Iterable[str], id_column: str) -> str | None:
    """What is wrong with a header. The engine does not tell capitals from small letters."""
    known: set[str] = set()
    for at, name in enumerate(columns, 1):
        if not name.strip():
            return f"wrong header: column {at} has no name"
        if name.casefold() in known:
            return f"wrong header: the name of column {at} is there twice"
        known.add(name.casefold())
    if id_column not in columns:
        return "wrong header: the id column is missing"
    return None


def _fault_of_id(found: str | None, known: set[str], *, repeated: bool) -> str | None:
    """What is wrong with the id of a row; ids are never repeated in a reason."""
    if not found:
        return "a row without an id"
    if found in known and not repeated:
        return "duplicate id: the same id in an earlier row"
    return None


def _inspect_parquet(
    source: Path, shown: str, id_column: str, *, repeated: bool
) -> tuple[tuple[str, ...], frozenset[str], int]:
    row = 0

    def fault(reason: str) -> MalformedInput:
        return MalformedInput(file=shown, line=row or None, reason=reason)

    try:
        with pq.ParquetFile(source) as file:
            schema = file.schema_arrow
            if why := _fault_of(schema.names, id_column) or _fault_of_types(schema, id_column):
                raise fault(why)
            ids = set[str]()
            at = schema.names.index(id_column)
            for batch in file.iter_batches():
                for found in batch.column(at).to_pylist():
                    row += 1
                    if why := _fault_of_id(found, ids, repeated=repeated):
                        raise fault(why)
                    ids.add(found)
    except (pa.ArrowException, OSError):
        raise fault("not a whole Parquet file") from None
    if not row:
        raise fault("the table has no rows")
    return tuple(schema.names), frozenset(ids), row


def _fault_of_types(schema: pa.Schema, id_column: str) -> str | None:
    kind = schema.field(id_column).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return "wrong header: the id column is not text"
    for at, field in enumerate(schema, 1):
        if pa.types.is_nested(field.type) or pa.types.is_binary(field.type):
            return f"wrong header: column {at} holds no plain values"
    return None
