"""Import in batches: each one transaction that remembers how far the file has come."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from governance.extraction.content import file_sha256
from governance.principals import Principal
from governance.refusals import MalformedInput, Refusal, Refused
from governance.service.batches import BatchReader, decide_batch, read_for
from governance.service.house import House, new_id
from governance.service.importing import commands as lines
from governance.service.importing.checking import Kind, Known, Progress, check_file
from governance.service.importing.rows import (
    ACTS,
    PEOPLE,
    RELATIONS,
    ImportReport,
    Row,
    read_rows,
)
from governance.storage import driver, imports
from governance.storage.driver import Session
from governance.storage.people import resolve
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId

LINES_IN_BATCH, DECIDED_AT_ONCE = 4000, 1000
"""Lines in one transaction, which takes half a second; and commands that are decided while those
before them are written."""
KIN_AND_MANDATES = Kind(RELATIONS, lines.relation_commands, names=("person", "other"))
SAID = Kind(ACTS, lambda row, known: [lines.act_command(row, known)], names=("person", "by"))


def _silent(step: str, lines: int) -> None:
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

    people = Kind(PEOPLE, commands, id_column="person")
    return await _import(house, path, people, issuer=issuer, by=by, progress=progress)


async def import_relations(
    house: House, path: Path, *, issuer: str, by: Principal, progress: Progress = _silent
) -> ImportReport:
    """Enter who may decide for whom, and who is whose relative."""
    return await _import(house, path, KIN_AND_MANDATES, issuer=issuer, by=by, progress=progress)


async def import_acts(
    house: House, path: Path, *, issuer: str, by: Principal, progress: Progress = _silent
) -> ImportReport:
    """Enter what people have said, in the order of the file."""
    return await _import(house, path, SAID, issuer=issuer, by=by, progress=progress)


async def _import(
    house: House, path: Path, kind: Kind, *, issuer: str, by: Principal, progress: Progress
) -> ImportReport:
    """Check the whole file, then enter it from where an earlier run was stopped.

    Raises MalformedInput before anything is entered.
    """
    if not issuer or not driver.keepable(issuer):
        raise Refused(Refusal("text-not-storable", field="issuer"))
    await check_file(house, path, kind, issuer=issuer, progress=progress)
    report, digest = ImportReport(path.name), file_sha256(path)
    async with house.database.reading() as session:
        report.resumed_at = report.lines = await imports.lines_of(session, digest)
    rows = islice(read_rows(path, kind.header), report.resumed_at, None)
    while batch := list(islice(rows, LINES_IN_BATCH)):
        async with house.database.writing() as session:
            asked = await _commands(session, batch, kind, issuer, path)
            await _enter(house, session, asked, by, report)
            report.lines += len(batch)
            await imports.keep(session, digest, report.lines)
        progress("enter", report.lines)
    return report


async def _commands(
    session: Session, batch: list[tuple[int, Row]], kind: Kind, issuer: str, path: Path
) -> list[Command]:
    columns = (*kind.names, kind.id_column) if kind.id_column else kind.names
    named = (row[column] for _, row in batch for column in columns if row[column])
    known: Known = await resolve(session, issuer, dict.fromkeys(named))
    asked: list[Command] = []
    for line, row in batch:
        try:
            asked += kind.commands(row, known)
        except KeyError:  # erased since the file was checked
            reason = "names a person who is not registered"
            raise MalformedInput(file=path.name, line=line, reason=reason) from None
    return asked


async def _enter(
    house: House,
    session: Session,
    asked: list[Command],
    by: Principal,
    report: ImportReport,
) -> None:
    reader = BatchReader(session)
    at = await reader.now(house.clock())
    await read_for(reader, asked)
    try:
        for start in range(0, len(asked), DECIDED_AT_ONCE):
            some = asked[start : start + DECIDED_AT_ONCE]
            for refusal in await decide_batch(reader, some, by=by, at=at):
                if isinstance(refusal, Refusal):
                    report.refused[refusal.code] += 1
            report.entries += await reader.write_on()
        report.entries += await reader.finish()
    finally:
        await reader.stop()
