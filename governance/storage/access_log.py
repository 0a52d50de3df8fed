"""Reads of records: who, when, what, and whether it was allowed (ENS op.exp.8; LF 17/2010 31.1)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from governance.policy.verdict import Verdict
from governance.principals import Principal
from governance.storage.people import insert_all
from governance.storage.tables.service import AccessLogRow
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import microseconds


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
