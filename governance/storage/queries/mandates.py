"""Whom somebody was ever appointed for, as of a position."""

from __future__ import annotations

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.people import SubjectId

APPOINTED = (
    "SELECT DISTINCT c.subject FROM representations r JOIN citizens c ON c.id = r.citizen "
    "WHERE r.representative = $1 AND r.position <= $2"
)


async def appointed_for(session: Session, who: SubjectId, position: int) -> list[SubjectId]:
    """The entries for which she was appointed; whether a mandate holds, their streams say."""
    rows = await driver.fetch(session, APPOINTED, who, position)
    return sorted(SubjectId(subject) for (subject,) in rows)
