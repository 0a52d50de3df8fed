"""Who came of age, and whose answers ended by date: for the clock to note."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.people import SubjectId

CAME_OF_AGE = """
SELECT DISTINCT c.subject FROM representations r JOIN citizens c ON c.id = r.citizen
JOIN identity i ON i.citizen = r.citizen AND i.superseded IS NULL
WHERE r.capacity IN {capacities} AND c.merged_into IS NULL AND i.birth_date <= $1
  AND i.death_date IS NULL AND 'citizens/' || c.subject NOT IN (
    SELECT stream FROM ledger_entries WHERE code = 'citizen.majority-noted.v1')
"""
STANDS = "SELECT DISTINCT phrases FROM stances"
STAND = """
SELECT c.subject FROM stances s JOIN citizens c ON c.id = s.citizen
WHERE s.phrases = $1 AND c.merged_into IS NULL ORDER BY c.subject
"""


async def came_of_age(
    session: Session, born_by: date, capacities: Iterable[str]
) -> list[SubjectId]:
    """The living who were born by then, for whom somebody was ever appointed in one of these
    capacities, and whose majority nobody has noted."""
    words = ", ".join(f"'{one}'" for one in sorted(capacities))
    statement = CAME_OF_AGE.format(capacities=f"({words})")
    rows = await driver.fetch(session, statement, born_by.isoformat())
    return sorted(SubjectId(subject) for (subject,) in rows)


async def distinct_stances(session: Session) -> list[str]:
    """What somebody's acts come to: numbers of phrases, with commas between; each kept once."""
    return sorted(phrases for (phrases,) in await driver.fetch(session, STANDS))


async def whose_stance(session: Session, phrases: str) -> list[SubjectId]:
    """Everybody whose acts come to exactly this, but for merged entries."""
    return [SubjectId(subject) for (subject,) in await driver.fetch(session, STAND, phrases)]
