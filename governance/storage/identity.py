"""Personal details by position: who was called what, as the register knew it at any position."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.people import numbers_of
from governance.storage.tables.erasable import Identity
from governance.vocabulary.erasable import Details, Identifier
from governance.vocabulary.people import Language, Sex, SubjectId

VALUES = (
    "given_name",
    "family_name",
    "birth_date",
    "death_date",
    "sex",
    "municipality",
    "language",
    "contact",
    "identifiers",
)
COLUMNS = ("position", "citizen", "superseded", "salt", *VALUES)
READ = ", ".join(f"i.{name}" for name in VALUES)


class Stated(NamedTuple):
    """The details that one entry states of a subject."""

    position: int
    subject: str
    version: int
    salt: str
    details: Details


async def keep(session: Session, people: Sequence[Stated]) -> None:
    """Store details of entries being appended; earlier ones of the same people are superseded."""
    if not people:
        return
    numbers = await numbers_of(session, [one.subject for one in people])
    newest: dict[int, list[Any]] = {}
    rows: list[list[Any]] = []
    replaced: list[tuple[int, int]] = []
    for one in people:
        citizen = numbers[one.subject]
        if citizen in newest:
            newest[citizen][2] = one.position
        elif one.version > 1:
            replaced.append((one.position, citizen))
        newest[citizen] = [one.position, citizen, None, one.salt, *_columns(one.details)]
        rows.append(newest[citizen])
    if replaced:
        old = "UPDATE identity SET superseded = $1 WHERE citizen = $2 AND superseded IS NULL"
        await driver.run_many(session, old, replaced)
    await driver.insert(session, Identity, COLUMNS, [tuple(row) for row in rows])
    claims = {named: numbers[one.subject] for one in people for named in one.details.identifiers}
    await _claim(session, claims)


async def _claim(session: Session, claims: dict[tuple[str, str], int]) -> None:
    """Whoever is stated last to bear an identifier bears it: a wrong one can be put right."""
    if not claims:
        return
    into = "INSERT INTO identifiers (issuer, identifier, citizen)"
    last = "ON CONFLICT (issuer, identifier) DO UPDATE SET citizen = excluded.citizen"
    rows = [(issuer, identifier, citizen) for (issuer, identifier), citizen in claims.items()]
    if session.dialect == driver.SQLITE:
        await driver.run_many(session, f"{into} VALUES ($1, $2, $3) {last}", rows)
    else:
        given = "SELECT * FROM unnest($1::text[], $2::text[], $3::int[])"
        columns = [list(column) for column in zip(*rows, strict=True)]
        await driver.run(session, f"{into} {given} {last}", *columns)


async def at_positions(session: Session, positions: Iterable[int]) -> dict[int, Details | None]:
    """The details stated at these positions; None where they were erased."""
    stated = (
        f"SELECT i.position, {READ} FROM {{numbers}} CROSS JOIN identity i "
        "WHERE i.position = wanted.value"
    )
    rows = await driver.fetch(session, stated, list(positions))
    return {row[0]: as_details(*tuple(row)[1:]) for row in rows}


async def details_of(
    session: Session, subjects: Iterable[str], *, up_to: int | None = None
) -> dict[str, Details | None]:
    """The newest details of each known subject, as of a position; None where they were erased."""
    known = (
        f"SELECT c.subject, {READ} FROM {{texts}} CROSS JOIN citizens c "
        "JOIN identity i ON i.citizen = c.id WHERE c.subject = wanted.value "
    )
    wanted = list(dict.fromkeys(subjects))
    if up_to is None:
        rows = await driver.fetch(session, f"{known} AND i.superseded IS NULL", wanted)
    else:
        then = "AND i.position <= $2 AND (i.superseded IS NULL OR i.superseded > $2)"
        rows = await driver.fetch(session, f"{known} {then}", wanted, up_to)
    return {row[0]: as_details(*tuple(row)[1:]) for row in rows}


async def bearers(
    session: Session, identifiers: Iterable[Identifier]
) -> dict[Identifier, SubjectId | None]:
    """Whose newest details state each of these; None where nobody's do.

    What somebody bore once still names her (``people.resolve``), until another entry states it.
    """
    found: dict[Identifier, SubjectId | None] = dict.fromkeys(identifiers)
    by_issuer: dict[str, list[str]] = {}
    for issuer, identifier in filter(lambda one: driver.keepable(one[0]), found):
        by_issuer.setdefault(issuer, []).append(identifier)
    for issuer, named in by_issuer.items():
        rows = await driver.fetch(
            session,
            "SELECT n.identifier, c.subject, i.identifiers FROM {texts} CROSS JOIN identifiers n "
            "JOIN citizens c ON c.id = n.citizen "
            "JOIN identity i ON i.citizen = n.citizen AND i.superseded IS NULL "
            "WHERE n.issuer = $2 AND n.identifier = wanted.value",
            named,
            issuer,
        )
        for identifier, subject, stated in rows:
            if stated is not None and [issuer, identifier] in json.loads(stated):
                found[issuer, identifier] = SubjectId(subject)
    return found


async def erase(session: Session, citizen: int, *, before: int) -> None:
    """Forget the details stated before a position, and every identifier."""
    nothing = ", ".join(f"{name} = NULL" for name in ("salt", *VALUES))
    forget = f"UPDATE identity SET {nothing} WHERE citizen = $1 AND position < $2"
    await driver.run(session, forget, citizen, before)
    await driver.run(session, "DELETE FROM identifiers WHERE citizen = $1", citizen)


def _columns(details: Details) -> tuple[Any, ...]:
    return (
        details.given_name,
        details.family_name,
        details.birth_date.isoformat(),
        details.death_date.isoformat() if details.death_date else None,
        details.sex.value,
        details.municipality,
        details.language.value,
        details.contact,
        json.dumps(details.identifiers),
    )


def as_details(
    given: str | None,
    family: str,
    birth: str,
    death: str | None,
    sex: str,
    municipality: str,
    language: str,
    contact: str,
    identifiers: str,
) -> Details | None:
    """Details from the columns of ``READ``; None after erasure. Raises ValueError if damaged."""
    if given is None:
        return None
    return Details(
        given_name=given,
        family_name=family,
        birth_date=date.fromisoformat(birth),
        sex=Sex(sex),
        municipality=municipality,
        language=Language(language),
        identifiers=tuple((issuer, name) for issuer, name in json.loads(identifiers)),
        contact=contact,
        death_date=date.fromisoformat(death) if death else None,
    )
