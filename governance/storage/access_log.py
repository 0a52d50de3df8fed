"""Reads of records: who, when, what, and whether it was allowed (ENS op.exp.8; LF 17/2010 31.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from governance.policy.verdict import Verdict
from governance.principals import Principal
from governance.storage import driver
from governance.storage.people import insert_all
from governance.storage.tables.service import AccessLogRow
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import from_microseconds, microseconds
from governance.vocabulary.people import SubjectId


async def note(
    session: AsyncSession,
    reader: Principal,
    act: Act,
    about: str,
    verdict: Verdict,
    *,
    at: datetime,
) -> None:
    """Log one read, refused ones too."""
    row = {
        "at": microseconds(at),
        "reader": reader.subject,
        "act": act.value,
        "about": about,
        "allowed": verdict.allowed,
        "rules": " ".join(verdict.refused_by),
    }
    await insert_all(session, AccessLogRow, [row])


OTHERS = (
    "FROM {texts} CROSS JOIN access_log l WHERE l.about = wanted.value AND l.at <= $2 "
    "AND l.reader NOT IN (SELECT value FROM {own})"
)
_OWN = {
    driver.SQLITE: "json_each($3)",
    "postgresql": "unnest($3::text[]) AS own(value)",
}


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody read, or tried to."""

    at: datetime
    reader: SubjectId
    act: Act
    allowed: bool


async def reads_of(
    session: AsyncSession,
    about: Iterable[str],
    *,
    until: datetime,
    besides: Iterable[SubjectId],
    limit: int,
    offset: int = 0,
) -> tuple[list[Read], int]:
    """The newest reads of these things until a time, and how many there are altogether.

    ``besides`` are readers whose reads are left out: a citizen's own of her record.
    """
    others = OTHERS.replace("{own}", _OWN[driver.dialect_of(session)])
    asked = (list(about), microseconds(until), [str(one) for one in besides])
    [(total,)] = await driver.fetch(session, f"SELECT count(*) {others}", *asked)
    newest = f"SELECT l.at, l.reader, l.act, l.allowed {others} ORDER BY l.at DESC, l.id DESC"
    rows = await driver.fetch(session, f"{newest} LIMIT $4 OFFSET $5", *asked, limit, offset)
    reads = [
        Read(from_microseconds(at), SubjectId(reader), Act(act), bool(allowed))
        for at, reader, act, allowed in rows
    ]
    return reads, int(total)
