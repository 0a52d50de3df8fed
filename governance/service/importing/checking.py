"""A file of a region checked from its first line to its last, before anything of it is entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from governance.refusals import MalformedInput
from governance.service.house import House
from governance.service.importing.rows import Row, read_rows
from governance.storage.people import resolve
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId

LINES_AT_ONCE = 2000
SOMEBODY = SubjectId("0" * 32)
Known = dict[str, SubjectId]
Progress = Callable[[str, int], None]
"""Told what is being done, ``check`` or ``enter``, and at which line of the file."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the files of a region: its header, and what its lines ask for."""

    header: tuple[str, ...]
    commands: Callable[[Row, Known], list[Command]]
    names: tuple[str, ...] = ()
    """Columns that name people who must be registered, where they are not empty."""
    id_column: str | None = None
    """Its value may stand in one line only, and is never empty."""


class _Anybody(Known):
    """Whoever is named stands for somebody, so that a line can be read without the register."""

    def __missing__(self, name: str) -> SubjectId:
        if not name:
            raise KeyError(name)
        return SOMEBODY


async def check_file(
    house: House, path: Path, kind: Kind, *, issuer: str, progress: Progress
) -> None:
    """Read the whole file as its import will. Raises MalformedInput at the first fault.

    Memory holds some lines and the ids of people, whatever the length of the file.
    """
    known: set[str] = set()
    rows, done = read_rows(path, kind.header), 0
    while batch := list(islice(rows, LINES_AT_ONCE)):
        named = {row[column] for _, row in batch for column in kind.names} - known - {""}
        if named:
            async with house.database.reading() as session:
                known |= (await resolve(session, issuer, named)).keys()
        for line, row in batch:
            if fault := _fault_of(row, kind, known):
                raise MalformedInput(file=path.name, line=line, reason=fault)
        done += len(batch)
        progress("check", done)


def _fault_of(row: Row, kind: Kind, known: set[str]) -> str | None:
    """What is wrong with a line; ids and values are never repeated in a reason."""
    if kind.id_column is not None:
        if not row[kind.id_column]:
            return "a row without an id"
        if row[kind.id_column] in known:
            return "duplicate id: the same id in an earlier row"
        known.add(row[kind.id_column])
    for column in kind.names:
        if row[column] and row[column] not in known:
            return f"{column}: names a person who is not registered"
    try:
        kind.commands(row, _Anybody())
    except (KeyError, ValueError):
        return "a value that nobody knows"
    return None
