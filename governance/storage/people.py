"""Small numbers for subject ids, and the identifiers by which the outside names citizens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.people import Citizen
from governance.vocabulary.erasable import Identifier
from governance.vocabulary.people import SubjectId

T = TypeVar("T")
MOST_PARAMETERS = 5000
NAMED = "SELECT i.issuer, i.identifier, c.subject FROM {} JOIN citizens c ON c.id = i.citizen"
NAMED_IN = {
    driver.SQLITE: NAMED.format(
        "json_each($1) AS wanted CROSS JOIN identifiers i "
        "ON i.issuer = wanted.value ->> 0 AND i.identifier = wanted.value ->> 1"
    ),
    "postgresql": NAMED.format(
        "unnest($1::text[], $2::text[]) AS wanted(issuer, identifier) JOIN identifiers i "
        "ON i.issuer = wanted.issuer AND i.identifier = wanted.identifier"
    ),
}
"""Whom pairs mean: SQLite reads one list of pairs, PostgreSQL two lists side by side."""


def chunks(values: Iterable[T], size: int = MOST_PARAMETERS) -> Iterator[list[T]]:
    """The values in lists short enough for one statement."""
    rest = list(values)
    for start in range(0, len(rest), size):
        yield rest[start : start + size]


async def insert_all(session: Session, row: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, in bulk where there are many. All have the keys of the first, in its order."""
    if rows:
        values = [tuple(each.values()) for each in rows]
        await driver.insert(session, row, tuple(rows[0]), values)


async def numbers_of(session: Session, subjects: Iterable[str]) -> dict[str, int]:
    """The number of each subject, given now to those who have none."""
    wanted = list(dict.fromkeys(subjects))
    known = await known_numbers(session, wanted)
    missing = [subject for subject in wanted if subject not in known]
    if missing:
        [(newest,)] = await driver.fetch(session, "SELECT coalesce(max(id), 0) FROM citizens")
        given = {subject: number for number, subject in enumerate(missing, newest + 1)}
        rows = [(number, subject) for subject, number in given.items()]
        await driver.insert(session, Citizen, ("id", "subject"), rows)
        known |= given
    return known


async def known_numbers(session: Session, subjects: Iterable[str]) -> dict[str, int]:
    """The numbers of those subjects that have one."""
    known = "SELECT c.subject, c.id FROM {texts} CROSS JOIN citizens c WHERE c.subject = value"
    return dict(await driver.fetch(session, known, list(subjects)))


async def resolve(
    session: Session, issuer: str, identifiers: Iterable[str]
) -> dict[str, SubjectId]:
    """Whom an issuer means by these identifiers; unknown ones are left out.

    A duplicate that was merged is still found under its own subject id.
    """
    rows = await driver.fetch(
        session,
        "SELECT i.identifier, c.subject FROM {texts} CROSS JOIN identifiers i "
        "JOIN citizens c ON c.id = i.citizen WHERE i.issuer = $2 AND i.identifier = wanted.value",
        list(identifiers),
        issuer,
    )
    return {identifier: SubjectId(subject) for identifier, subject in rows}


async def resolve_all(session: Session, named: Iterable[Identifier]) -> dict[Identifier, SubjectId]:
    """The same for identifiers of any issuers, in one statement however many these are."""
    wanted = [one for one in dict.fromkeys(named) if all(map(driver.keepable, one))]
    dialect = session.dialect
    pairs = (wanted,) if dialect == driver.SQLITE else map(list, zip(*wanted, strict=True))
    rows = await driver.fetch(session, NAMED_IN[dialect], *pairs) if wanted else []
    return {(issuer, identifier): SubjectId(subject) for issuer, identifier, subject in rows}
