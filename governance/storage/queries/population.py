"""What is known of people as of an instant: details that rules need, mandates, and what was said.

SQL compares positions and times with the instant; it never combines facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.people import chunks
from governance.vocabulary.instants import Instant, from_microseconds, microseconds

Numbers = Sequence[int] | None
"""Numbers of citizens, or None for everyone."""

PEOPLE = """
SELECT c.id, c.subject, i.birth_date, i.death_date, {signature}
FROM citizens c
JOIN identity i ON i.citizen = c.id AND i.position <= :position
     AND (i.superseded IS NULL OR i.superseded > :position)
LEFT JOIN (
    SELECT citizen, {aggregate} AS said FROM {ordered} GROUP BY citizen
) s ON s.citizen = c.id
WHERE (c.merged_position IS NULL OR c.merged_position > :position) {only}
"""
SAID = "SELECT citizen, phrase, effective, weight, position FROM said"
WITHIN = " WHERE position <= :position AND effective <= :time"
# SQLite feeds an aggregate in the order of the primary key when it groups by its first column
SQLITE = {"aggregate": "group_concat(phrase)"}
POSTGRESQL = {"aggregate": "string_agg(phrase::text, ',' ORDER BY effective, weight, position)"}


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One citizen as the projections have her. Dates are ISO days."""

    number: int
    subject: str
    birth_date: str | None
    death_date: str | None
    said: str | None
    """Numbers of phrases, in the order in which they count."""


def _only(numbers: Numbers, column: str) -> str:
    return "" if numbers is None else f"AND {column} IN ({','.join(map(str, numbers))})"


async def people(
    session: AsyncSession, instant: Instant, numbers: Numbers = None
) -> list[KnownPerson]:
    """Everybody registered and not merged as of the instant, with what they had said by then."""
    dialect = SQLITE if session.get_bind().dialect.name == "sqlite" else POSTGRESQL
    ordered = f"({SAID}{WITHIN} {_only(numbers, 'citizen')}) said_by_then"
    statement = PEOPLE.format(
        signature="s.said",
        aggregate=dialect["aggregate"],
        ordered=ordered,
        only=_only(numbers, "c.id"),
    )
    values = {"position": instant.position, "time": microseconds(instant.time)}
    rows = await session.execute(text(statement), values)
    return [KnownPerson(*row) for row in rows]


async def said_until(
    session: AsyncSession, instant: Instant, phrases: Iterable[int]
) -> dict[int, str]:
    """Which of these phrases each citizen had said by then, in the order in which they count."""
    wanted = ",".join(map(str, phrases))
    if not wanted:
        return {}
    dialect = SQLITE if session.get_bind().dialect.name == "sqlite" else POSTGRESQL
    statement = (
        f"SELECT citizen, {dialect['aggregate']} FROM ({SAID}{WITHIN} AND phrase IN ({wanted})) x "
        "GROUP BY citizen"
    )
    values = {"position": instant.position, "time": microseconds(instant.time)}
    return {citizen: said for citizen, said in await session.execute(text(statement), values)}


async def said_at(
    session: AsyncSession, instant: Instant, numbers: Sequence[int]
) -> dict[int, list[tuple[int, datetime]]]:
    """What these citizens had said by then, and when it counts from, in order."""
    found: dict[int, list[tuple[int, datetime]]] = {}
    values = {"position": instant.position, "time": microseconds(instant.time)}
    for part in chunks(numbers):
        statement = f"{SAID}{WITHIN} {_only(part, 'citizen')} ORDER BY effective, weight, position"
        for row in await session.execute(text(statement), values):
            said = (row.phrase, from_microseconds(row.effective))
            found.setdefault(row.citizen, []).append(said)
    return found


async def phrases(session: AsyncSession) -> dict[int, str]:
    """Every phrase by its number."""
    return {
        number: said for number, said in await session.execute(text("SELECT id, text FROM phrases"))
    }


async def mandates(session: AsyncSession, position: int) -> list[Any]:
    """Every representation as of a position: citizen, slot, capacity, since, until."""
    statement = text(
        "SELECT citizen, slot, representative, capacity, since, "
        "CASE WHEN ended_position <= :position THEN ended_until ELSE until END AS until "
        "FROM representations WHERE position <= :position"
    )
    return list(await session.execute(statement, {"position": position}))


async def protections(session: AsyncSession, position: int) -> list[Any]:
    """Every measure of support as of a position: citizen, since, until."""
    statement = text(
        "SELECT citizen, since, "
        "CASE WHEN lifted_position <= :position THEN lifted_until END AS until "
        "FROM protections WHERE position <= :position"
    )
    return list(await session.execute(statement, {"position": position}))


async def kinships(session: AsyncSession, position: int) -> list[tuple[int, str]]:
    """Every declared relative as of a position: citizen, subject of the relative."""
    statement = text(
        "SELECT citizen, relative FROM kinships WHERE position <= :position "
        "AND (ended_position IS NULL OR ended_position > :position)"
    )
    return [
        (c, relative) for c, relative in await session.execute(statement, {"position": position})
    ]


async def duplicates(session: AsyncSession, position: int) -> list[tuple[str, str]]:
    """Merged entries as of a position: duplicate, survivor."""
    statement = text("SELECT subject, merged_into FROM citizens WHERE merged_position <= :position")
    return [(d, s) for d, s in await session.execute(statement, {"position": position})]


async def touched_since(session: AsyncSession, position: int) -> set[str]:
    """Subjects whose own streams have grown since a position."""
    statement = text(
        "SELECT DISTINCT stream FROM ledger_entries WHERE position > :position "
        "AND (stream LIKE 'consents/%' OR stream LIKE 'citizens/%')"
    )
    rows = await session.execute(statement, {"position": position})
    return {row.stream.partition("/")[2] for row in rows}
