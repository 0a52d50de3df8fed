"""Finding requests of the public register, as it stood at a position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.purposes import Purpose
from governance.vocabulary.register import Decision

ENDED = "CASE WHEN decided <= $1 THEN decision ELSE 'pending' END"
"""How it had ended by the position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What one looks for; what is not said does not matter."""

    position: int
    decision: Decision | None = None
    purpose: Purpose | None = None
    since: date | None = None
    until: date | None = None
    """First and last day on which it was received."""
    oldest_first: bool = False


async def find(session: Session, listed: Listed, *, limit: int, offset: int) -> list[str]:
    """Requests by their ids, those received last first, or first."""
    where, values = _where(listed)
    order = "received" if listed.oldest_first else "received DESC"
    part = f"ORDER BY {order} LIMIT ${len(values) + 1} OFFSET ${len(values) + 2}"
    statement = f"SELECT request FROM register WHERE {where} {part}"
    rows = await driver.fetch(session, statement, *values, limit, offset)
    return [request for (request,) in rows]


async def count(session: Session, listed: Listed) -> int:
    """How many there are."""
    where, values = _where(listed)
    counted = f"SELECT count(*) FROM register WHERE {where}"
    [(number,)] = await driver.fetch(session, counted, *values)
    return int(number)


async def was_received(session: Session, request: str, position: int) -> bool:
    """Whether the register lists it."""
    there = "SELECT 1 FROM register WHERE received <= $1 AND request = $2"
    return bool(await driver.fetch(session, there, position, request))


def _where(listed: Listed) -> tuple[str, list[Any]]:
    values: list[Any] = [listed.position]
    said = ["received <= $1"]
    for condition, value in (
        (f"{ENDED} = ", listed.decision),
        ("received_on >= ", listed.since and listed.since.isoformat()),
        ("received_on <= ", listed.until and listed.until.isoformat()),
        ("purposes LIKE ", listed.purpose and f"% {listed.purpose} %"),
    ):
        if value is not None:
            values.append(str(value))
            said.append(f"{condition}${len(values)}")
    return " AND ".join(said), values
