"""Import in batches: each one transaction that remembers how far the file has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from governance.extraction.content import file_sha256
from governance.principals import Principal
from governance.refusals import MalformedInput, Refusal
from governance.service.batches import BatchReader, decide_batch
from governance.service.house import House, new_id
from governance.service.importing import commands as lines
from governance.service.importing.rows import (
    ACTS,
    PEOPLE,
    RELATIONS,
    ImportReport,
    Row,
    read_rows,
)
from governance.storage import imports
from governance.storage.people import resolve
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId

LINES_IN_BATCH = 2000
Known = dict[str, SubjectId]
ToCommands = Callable[[Row, Known], list[Command]]
Progress = Callable[[int], None]
PERSON_COLUMNS = ("person", "other", "by")


def _silent(lines: int) -> None:
    return None


async def import_people(
    house: House, path: Path, *, issuer: str, by: Principal, progress: Progress = _silent
) -> ImportReport:
    """Register the people of a file; whoever is registered already is left alone."""

    def commands(row: Row, known: Known) -> list[Command]:
        if row["person"] in known:
            return []
        citizen = known[row["person"]] = SubjectId(new_id())
        return lines.person_commands(row, citizen, issuer)

    return await _import(house, path, PEOPLE, issuer, commands, by, progress)


async def import_relations(
    house: House, path: Path, *, issuer: str, by: Principal, progress: Progress = _silent
) -> ImportReport:
    """Enter who may decide for whom, and who is whose relative."""
    commands = lines.relation_commands
    return await _import(house, path, RELATIONS, issuer, commands, by, progress)


async def import_acts(
    house: House, path: Path, *, issuer: str, by: Principal, progress: Progress = _silent
) -> ImportReport:
    """Enter what people have said, in the order of the file."""

    def commands(row: Row, known: Known) -> list[Command]:
        return [lines.act_command(row, known)]

    return await _import(house, path, ACTS, issuer, commands, by, progress)


async def _import(
    house: House,
    path: Path,
    header: tuple[str, ...],
    issuer: str,
    commands: ToCommands,
    by: Principal,
    progress: Progress,
) -> ImportReport:
    report = ImportReport(path.name)
    digest = file_sha256(path)
    for _ in read_rows(path, header):
        pass  # the whole file is read first, so that a bad one leaves nothing behind
    async with house.database.reading() as session:
        report.resumed_at = report.lines = await imports.lines_of(session, digest)
    rows = islice(read_rows(path, header), report.resumed_at, None)
    one = partial(_batch, path=path, issuer=issuer, commands=commands, by=by, report=report)
    while batch := list(islice(rows, LINES_IN_BATCH)):
        async with house.database.writing() as session:
            await one(house, session, batch)
            await imports.keep(session, digest, report.lines)
        progress(report.lines)
    return report


async def _batch(
    house: House,
    session: AsyncSession,
    batch: list[tuple[int, Row]],
    *,
    path: Path,
    issuer: str,
    commands: ToCommands,
    by: Principal,
    report: ImportReport,
) -> None:
    named = (row[c] for _, row in batch for c in PERSON_COLUMNS if row.get(c))
    known = await resolve(session, issuer, dict.fromkeys(named))
    asked = list(_commands(batch, known, commands, path))
    reader = BatchReader(session)
    outcomes = await decide_batch(reader, asked, by=by, at=await reader.now(house.clock()))
    for refusal in outcomes:
        if isinstance(refusal, Refusal):
            report.refused[refusal.code] += 1
    report.entries += len(await reader.append())
    report.lines += len(batch)


def _commands(
    batch: list[tuple[int, Row]], known: Known, commands: ToCommands, path: Path
) -> Iterator[Command]:
    for line, row in batch:
        try:
            yield from commands(row, known)
        except KeyError:
            reason = "names a person who is not registered"
            raise MalformedInput(file=path.name, line=line, reason=reason) from None
        except ValueError:
            reason = "a value that nobody knows"
            raise MalformedInput(file=path.name, line=line, reason=reason) from None
