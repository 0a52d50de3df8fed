"""Finding requests, reviews, meetings, permits, releases and datasets without reading them all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.matters import Order, Part
from governance.vocabulary.people import SubjectId

ORDERS = {
    Order.DUE_FIRST: "m.due IS NULL, m.due, m.first",
    Order.NEWEST_FIRST: "m.first DESC",
    Order.OLDEST_FIRST: "m.first",
}
"""No two matters of a life began at one position: whatever the order, it is the same each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one looks for; what is not said does not matter."""

    life: str
    statuses: Collection[str] | None = None
    person: SubjectId | None = None
    parts: Collection[Part] = tuple(Part)
    belongs_to: Collection[str] | None = None
    due_before: date | None = None
    up_to: int | None = None
    """Those that began at this position or before."""
    order: Order = Order.NEWEST_FIRST


async def find(
    session: Session, wanted: Wanted, *, limit: int, offset: int = 0
) -> list[tuple[str, str | None]]:
    """Keys, each with what it belongs to, in the order wanted. Rights are asked afterwards."""
    where, values = _where(wanted)
    values += [limit, offset]
    statement = (
        f"SELECT m.key, m.belongs_to FROM matters m WHERE {where} ORDER BY {ORDERS[wanted.order]} "
        f"LIMIT ${len(values) - 1} OFFSET ${len(values)}"
    )
    return [(row[0], row[1]) for row in await driver.fetch(session, statement, *values)]


async def count(session: Session, wanted: Wanted) -> int:
    """How many there are."""
    where, values = _where(wanted)
    [(number,)] = await driver.fetch(
        session, f"SELECT count(*) FROM matters m WHERE {where}", *values
    )
    return int(number)


def _where(wanted: Wanted) -> tuple[str, list[Any]]:
    values: list[Any] = [wanted.life]
    said = ["m.life = $1"]

    def place(value: Any) -> str:
        values.append(value)
        return f"${len(values)}"

    def among(several: Collection[str]) -> str:
        return "(" + ", ".join(place(str(one)) for one in sorted(several)) + ")"

    if wanted.statuses is not None:
        said.append(f"m.status IN {among(wanted.statuses)}" if wanted.statuses else "1 = 0")
    if wanted.belongs_to is not None:
        said.append(f"m.belongs_to IN {among(wanted.belongs_to)}" if wanted.belongs_to else "1 = 0")
    if wanted.due_before is not None:
        said.append(f"m.due < {place(wanted.due_before.isoformat())}")
    if wanted.up_to is not None:
        said.append(f"m.first <= {place(wanted.up_to)}")
    if wanted.person is not None:
        mine = f"p.person = {place(wanted.person)} AND p.part IN {among(wanted.parts)}"
        said.append(f"m.key IN (SELECT p.key FROM parts p WHERE p.life = $1 AND {mine})")
    return " AND ".join(said), values
