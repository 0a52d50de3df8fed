"""What is known of people as of an instant: details that rules need, mandates, and what was said.

SQL compares positions and times with the instant; it never combines facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.answers import BANDS
from governance.vocabulary.instants import Instant, day_of, latest_birth, microseconds
from governance.vocabulary.people import SubjectId

Numbers = Sequence[int] | None
"""Numbers of citizens, or None for everyone."""

STANCE = (
    "CASE WHEN s.position <= $1 AND s.effective <= $2 THEN s.phrases "
    "WHEN s.citizen IS NOT NULL THEN '' END"
)
LIVING = """
SELECT c.id, c.subject,
    CASE WHEN i.birth_date <= $3 THEN 0 WHEN i.birth_date <= $4 THEN 1
         WHEN i.birth_date <= $5 THEN 2 WHEN i.birth_date IS NOT NULL THEN 3 END, {stance}
FROM citizens c JOIN identity i ON i.citizen = c.id LEFT JOIN stances s ON s.citizen = c.id
WHERE i.position <= $1 AND (i.superseded IS NULL OR i.superseded > $1)
  AND (c.merged_position IS NULL OR c.merged_position > $1)
  AND (i.death_date IS NULL OR i.birth_date IS NULL) {only}
"""
DEAD = """
SELECT c.id, c.subject, i.birth_date, i.death_date, {stance}, s.effective
FROM identity i JOIN citizens c ON c.id = i.citizen LEFT JOIN stances s ON s.citizen = c.id
WHERE i.death_date IS NOT NULL AND i.birth_date IS NOT NULL
  AND i.position <= $1 AND (i.superseded IS NULL OR i.superseded > $1)
  AND (c.merged_position IS NULL OR c.merged_position > $1) {only}
"""
BY_NUMBER = {"sqlite": "", "postgresql": "ORDER BY c.id"}
"""Has PostgreSQL merge three indexes instead of hashing tables to the disk: twice as fast."""
EARLIER = ""
"""Instead of a stance: she has said more since that instant, so that her acts have to be read."""
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
ONLY = {
    "sqlite": "AND {} IN (SELECT value FROM json_each(${}))",
    "postgresql": "AND {} = ANY(${}::bigint[])",
}
Living = tuple[int, SubjectId, int | None, str | None]
"""Number, subject, age band, and stance: numbers of the phrases that count, with commas between;
``EARLIER``; or None where she had never said anything. The band is a place in ``BANDS``, or behind
them all; None where no birth date is known."""
Dead = tuple[int, SubjectId, str, str, str | None, int | None]
"""Number, subject, ISO days of birth and death, stance, and from when her last act counts."""
Told = tuple[int, int]
"""A phrase, and from when it counts, in microseconds."""
MANDATES = """
SELECT citizen, {aggregate} FROM (
    SELECT r.citizen, r.slot, r.capacity FROM representations r {her_day}
    WHERE r.position <= $1 AND r.since <= {day}
      AND ({until} IS NULL OR {until} >= {day}) {only}
    ORDER BY r.citizen, r.slot, r.capacity
) in_force GROUP BY citizen
"""
PROTECTED = """
SELECT DISTINCT r.citizen FROM protections r {her_day}
WHERE r.position <= $1 AND r.since <= {day} AND ({until} IS NULL OR {until} >= {day}) {only}
"""
TODAY = {"her_day": "", "day": "$2"}
"""For the living: the day asked about."""
HER_DAY = {
    "her_day": "LEFT JOIN identity d ON d.citizen = r.citizen AND d.position <= $1 "
    "AND (d.superseded IS NULL OR d.superseded > $1)",
    "day": "CASE WHEN d.death_date < $2 THEN d.death_date ELSE $2 END",
}
"""For the dead: that of her death, where it was before."""
MANDATE = {
    "sqlite": "group_concat(slot || ' ' || capacity)",
    "postgresql": "string_agg(slot || ' ' || capacity, ',')",
}


async def _fetch(
    session: Session, statement: str, asked: tuple[Any, ...], numbers: Numbers, column: str
) -> list[Any]:
    """The rows about these people; ``{only}`` is the place for saying whom."""
    if numbers is None:
        return await driver.fetch(session, statement.replace("{only}", ""), *asked)
    only = ONLY[session.dialect].format(column, len(asked) + 1)
    return await driver.fetch(session, statement.replace("{only}", only), *asked, list(numbers))


def _until(instant: Instant) -> tuple[int, int]:
    return instant.position, microseconds(instant.time)


async def living(session: Session, instant: Instant, numbers: Numbers = None) -> list[Living]:
    """Everybody registered and not merged as of the instant, but for the dead."""
    statement = LIVING.replace("{stance}", STANCE) + BY_NUMBER[session.dialect]
    day = day_of(instant.time)
    born_by = (latest_birth(day, years).isoformat() for years, _ in BANDS)
    return await _fetch(session, statement, (*_until(instant), *born_by), numbers, "c.id")


async def dead(session: Session, instant: Instant, numbers: Numbers = None) -> list[Dead]:
    """Everybody registered and not merged whose death is known as of the instant's position."""
    statement = DEAD.replace("{stance}", STANCE)
    return await _fetch(session, statement, _until(instant), numbers, "c.id")


async def said(session: Session, instant: Instant, numbers: Numbers = None) -> dict[int, str]:
    """What each citizen had said by then: numbers of phrases, in the order in which they count."""
    statement = SAID.format(**AGGREGATE[session.dialect], only="{only}")
    return dict(await _fetch(session, statement, _until(instant), numbers, "citizen"))


async def said_at(
    session: Session, instant: Instant, numbers: Sequence[int]
) -> dict[int, list[Told]]:
    """What these citizens had said by then, and when it counts from, in order."""
    found: dict[int, list[Told]] = {}
    rows = await _fetch(session, SAID_AT, _until(instant), numbers, "citizen")
    for citizen, phrase, effective in rows:
        found.setdefault(citizen, []).append((phrase, effective))
    return found


async def phrases(session: Session) -> dict[int, str]:
    """Every phrase by its number."""
    return dict(await driver.fetch(session, "SELECT id, text FROM phrases"))


async def mandates(
    session: Session, position: int, day: date, numbers: Numbers, *, dead: bool
) -> dict[int, str]:
    """Who may decide for each citizen on a day: ``slot capacity``, in order, with commas.

    ``dead`` counts the day of her death for whoever has died before it.
    """
    until = "CASE WHEN r.ended_position <= $1 THEN r.ended_until ELSE r.until END"
    aggregate = MANDATE[session.dialect]
    which = HER_DAY if dead else TODAY
    statement = MANDATES.format(aggregate=aggregate, until=until, only="{only}", **which)
    asked = position, day.isoformat()
    return dict(await _fetch(session, statement, asked, numbers, "r.citizen"))


async def protected(
    session: Session, position: int, day: date, numbers: Numbers, *, dead: bool
) -> frozenset[int]:
    """Who has measures of support on a day; ``dead`` as for mandates."""
    until = "CASE WHEN r.lifted_position <= $1 THEN r.lifted_until END"
    which = HER_DAY if dead else TODAY
    statement = PROTECTED.format(until=until, only="{only}", **which)
    asked = position, day.isoformat()
    rows = await _fetch(session, statement, asked, numbers, "r.citizen")
    return frozenset(citizen for (citizen,) in rows)


async def kinships(session: Session, position: int) -> list[tuple[str, str]]:
    """Every declared relative as of a position: subject of the citizen, subject of the relative."""
    statement = (
        "SELECT c.subject, k.relative FROM kinships k JOIN citizens c ON c.id = k.citizen "
        "WHERE k.position <= $1 AND (k.ended_position IS NULL OR k.ended_position > $1)"
    )
    return await driver.fetch(session, statement, position)


async def duplicates(session: Session, position: int) -> list[tuple[str, str]]:
    """Merged entries as of a position: duplicate, survivor."""
    statement = "SELECT subject, merged_into FROM citizens WHERE merged_position <= $1"
    return [(d, s) for d, s in await driver.fetch(session, statement, position)]


async def touched_since(session: Session, position: int) -> set[str]:
    """Subjects whose own streams have grown since a position."""
    statement = (
        "SELECT DISTINCT stream FROM ledger_entries WHERE position > $1 "
        "AND (stream LIKE 'consents/%' OR stream LIKE 'citizens/%')"
    )
    rows = await driver.fetch(session, statement, position)
    return {stream.partition("/")[2] for (stream,) in rows}
