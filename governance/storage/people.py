"""Small numbers for subject ids, and the identifiers by which the outside names citizens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.tables.erasable import Identifier
from governance.storage.tables.people import Citizen
from governance.vocabulary.people import SubjectId

T = TypeVar("T")
MOST_PARAMETERS = 5000


def chunks(values: Iterable[T], size: int = MOST_PARAMETERS) -> Iterator[list[T]]:
    """The values in lists short enough for one statement."""
    rest = list(values)
    for start in range(0, len(rest), size):
        yield rest[start : start + size]


def table_of(row: Any) -> Any:
    """The table behind a row class; typed as Any, for SQLModel does not say that it has one."""
    return row.__table__


async def insert_ignoring(session: AsyncSession, row: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, leaving alone those whose key is there already."""
    if not rows:
        return
    dialect = session.get_bind().dialect.name
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = make(table_of(row)).on_conflict_do_nothing()
    await session.execute(statement, list(rows))


async def insert_all(session: AsyncSession, row: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows in one statement."""
    if rows:
        await session.execute(insert(table_of(row)), list(rows))


async def numbers_of(session: AsyncSession, subjects: Iterable[str]) -> dict[str, int]:
    """The number of each subject, given now to those who have none."""
    wanted = list(dict.fromkeys(subjects))
    known = await known_numbers(session, wanted)
    missing = [{"subject": subject} for subject in wanted if subject not in known]
    if missing:
        newest = (
            await session.execute(select(func.coalesce(func.max(Citizen.id), 0)))
        ).scalar_one()
        rows = [{"id": id, **row} for id, row in enumerate(missing, newest + 1)]
        await insert_all(session, Citizen, rows)
        known |= {row["subject"]: row["id"] for row in rows}
    return known


async def known_numbers(session: AsyncSession, subjects: Iterable[str]) -> dict[str, int]:
    """The numbers of those subjects that have one."""
    table = table_of(Citizen)
    found: dict[str, int] = {}
    for part in chunks(subjects):
        statement = select(table.c.subject, table.c.id).where(table.c.subject.in_(part))
        found |= {row.subject: row.id for row in await session.execute(statement)}
    return found


async def resolve(
    session: AsyncSession, issuer: str, identifiers: Iterable[str]
) -> dict[str, SubjectId]:
    """Whom an issuer means by these identifiers; unknown ones are left out."""
    ids, people = table_of(Identifier), table_of(Citizen)
    found: dict[str, SubjectId] = {}
    for part in chunks(identifiers):
        statement = (
            select(ids.c.identifier, people.c.subject)
            .join(people, people.c.id == ids.c.citizen)
            .where(ids.c.issuer == issuer, ids.c.identifier.in_(part))
        )
        rows = await session.execute(statement)
        found |= {identifier: SubjectId(subject) for identifier, subject in rows}
    return found
