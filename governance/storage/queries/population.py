"""What is known of people as of an instant: details that rules need, mandates, and what was said.

SQL compares positions and times with the instant; it never combines facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage import driver
from governance.storage.people import chunks
from governance.vocabulary.instants import Instant, microseconds

Numbers = Sequence[int] | None
"""Numbers of citizens, or None for everyone."""

PEOPLE = """
SELECT c.id, c.subject, i.birth_date, i.death_date
FROM citizens c JOIN identity i ON i.citizen = c.id
WHERE i.position <= $1 AND (i.superseded IS NULL OR i.superseded > $1)
  AND (c.merged_position IS NULL OR c.merged_position > $1) {only}
"""
SAID = """
SELECT citizen, {aggregate}
FROM (
    SELECT citizen, phrase FROM said WHERE position <= $1 AND effective <= $2 {only} {ordered}
) said_by_then
GROUP BY citizen
"""
SAID_AT = """
SELECT citizen, phrase, effective FROM said
WHERE position <= $1 AND effective <= $2 {only}
ORDER BY citizen, effective, weight, position
"""
# Both feed an aggregate in the order of its rows where these are sorted by the group; SQLite sorts
# them so by itself, for that is the primary key, and takes twice as long when it is told to.
AGGREGATE = {
    "sqlite": {"aggregate": "group_concat(phrase)", "ordered": ""},
    "postgresql": {
        "aggregate": "string_agg(phrase::text, ',')",
        "ordered": "ORDER BY citizen, effective, weight, position",
    },
}
KnownPerson = tuple[int, str, str | None, str | None]
"""Number, subject, and the ISO days of birth and death."""
Told = tuple[int, int]
"""A phrase, and from when it counts, in microseconds."""
MANDATES = """
SELECT citizen, {aggregate} FROM (
    SELECT r.citizen, r.slot, r.capacity FROM representations r {her_day}
    WHERE r.position <= $1 AND r.since <= {day}
      AND ({until} IS NULL OR {until} >= {day})
    ORDER BY r.citizen, r.slot, r.capacity
) in_force GROUP BY citizen
"""
PROTECTED = """
SELECT DISTINCT r.citizen FROM protections r {her_day}
WHERE r.position <= $1 AND r.since <= {day} AND ({until} IS NULL OR {until} >= {day})
"""
HER_DAY = {
    "her_day": "LEFT JOIN identity d ON d.citizen = r.citizen AND d.position <= $1 "
    "AND (d.superseded IS NULL OR d.superseded > $1)",
    "day": "CASE WHEN d.death_date < $2 THEN d.death_date ELSE $2 END",
}
"""The day asked about, or that of her death where it was before."""
MANDATE = {
    "sqlite": "group_concat(slot || ' ' || capacity)",
    "postgresql": "string_agg(slot || ' ' || capacity, ',')",
}


def _only(numbers: Numbers, column: str) -> str:
    return "" if numbers is None else f"AND {column} IN ({','.join(map(str, numbers))})"


async def people(
    session: AsyncSession, instant: Instant, numbers: Numbers = None
) -> list[KnownPerson]:
    """Everybody registered and not merged as of the instant."""
    statement = PEOPLE.format(only=_only(numbers, "c.id"))
    return await driver.fetch(session, statement, instant.position)


async def said(session: AsyncSession, instant: Instant, numbers: Numbers = None) -> dict[int, str]:
    """What each citizen had said by then: numbers of phrases, in the order in which they count."""
    return await _told(session, instant, _only(numbers, "citizen"))


async def said_until(
    session: AsyncSession, instant: Instant, phrases: Iterable[int]
) -> dict[int, str]:
    """Which of these phrases each citizen had said by then, in the order in which they count."""
    wanted = ",".join(map(str, phrases))
    return await _told(session, instant, f"AND phrase IN ({wanted})") if wanted else {}


async def _told(session: AsyncSession, instant: Instant, only: str) -> dict[int, str]:
    statement = SAID.format(**AGGREGATE[driver.dialect_of(session)], only=only)
    until = instant.position, microseconds(instant.time)
    return dict(await driver.fetch(session, statement, *until))


async def said_at(
    session: AsyncSession, instant: Instant, numbers: Sequence[int]
) -> dict[int, list[Told]]:
    """What these citizens had said by then, and when it counts from, in order."""
    found: dict[int, list[Told]] = {}
    until = instant.position, microseconds(instant.time)
    for part in chunks(numbers):
        statement = SAID_AT.format(only=_only(part, "citizen"))
        for citizen, phrase, effective in await driver.fetch(session, statement, *until):
            found.setdefault(citizen, []).append((phrase, effective))
    return found


async def phrases(session: AsyncSession) -> dict[int, str]:
    """Every phrase by its number."""
    return {
        number: said for number, said in await session.execute(text("SELECT id, text FROM phrases"))
    }


async def mandates(session: AsyncSession, position: int, day: date) -> dict[int, str]:
    """Who may decide for each citizen on a day: ``slot capacity``, in order, with commas."""
    until = "CASE WHEN r.ended_position <= $1 THEN r.ended_until ELSE r.until END"
    aggregate = MANDATE[driver.dialect_of(session)]
    statement = MANDATES.format(aggregate=aggregate, until=until, **HER_DAY)
    return dict(await driver.fetch(session, statement, position, day.isoformat()))


async def protected(session: AsyncSession, position: int, day: date) -> frozenset[int]:
    """Who has measures of support on a day."""
    until = "CASE WHEN r.lifted_position <= $1 THEN r.lifted_until END"
    statement = PROTECTED.format(until=until, **HER_DAY)
    rows = await driver.fetch(session, statement, position, day.isoformat())
    return frozenset(citizen for (citizen,) in rows)


async def kinships(session: AsyncSession, position: int) -> list[tuple[str, str]]:
    """Every declared relative as of a position: subject of the citizen, subject of the relative."""
    statement = (
        "SELECT c.subject, k.relative FROM kinships k JOIN citizens c ON c.id = k.citizen "
        "WHERE k.position <= $1 AND (k.ended_position IS NULL OR k.ended_position > $1)"
    )
    return await driver.fetch(session, statement, position)


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
