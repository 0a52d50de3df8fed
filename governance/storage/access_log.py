"""Reads of records: who, when, what, and whether it was allowed (ENS op.exp.8; LF 17/2010 31.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.policy.verdict import Verdict
from governance.principals import Principal
from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.service import AccessLogRow
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import from_microseconds, microseconds
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Purpose

COLUMNS = ("at", "reader", "act", "about", "allowed", "rules", "purposes", "reason")


@dataclass(frozen=True, slots=True)
class Opened:
    """A thing that was read, or would have been, and what for where that was said."""

    about: str
    verdict: Verdict
    purposes: frozenset[Purpose] = frozenset()
    reason: LookUpReason | None = None
    """Why somebody was looked up."""


Looked = tuple[datetime, Act, Iterable[Opened]]
"""What was read at once, refused reads too."""


async def note(session: Session, reader: Principal, looked: Iterable[Looked]) -> None:
    """Log what somebody read, all of it together."""
    rows = [
        (
            microseconds(at),
            reader.subject,
            act.value,
            one.about,
            one.verdict.allowed,
            " ".join(one.verdict.refused_by),
            " ".join(sorted(one.purposes)) or None,
            one.reason.value if one.reason else None,
        )
        for at, act, opened in looked
        for one in opened
    ]
    await driver.insert(session, AccessLogRow, COLUMNS, rows)


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody read, or tried to."""

    at: datetime
    reader: SubjectId
    act: Act
    allowed: bool
    purposes: frozenset[Purpose]
    """What it was for, where that was said."""
    reason: LookUpReason | None
    """Why she was looked up."""


async def reads_of(
    session: Session,
    about: Iterable[str],
    *,
    until: datetime,
    besides: Iterable[SubjectId],
    limit: int,
    offset: int = 0,
    oldest_first: bool = False,
) -> tuple[list[Read], int]:
    """The newest or the oldest reads of these things until a time, and how many there are.

    ``about`` are a few things, at least one. ``besides`` are readers whose reads are left out: a
    citizen's own of her record.
    """
    things, others = sorted(about), sorted(besides)
    values = [*things, *others, microseconds(until)]
    named = [f"${number}" for number in range(1, len(values) + 1)]
    mine, own = ", ".join(named[: len(things)]), ", ".join(named[len(things) : -1])
    where = f"FROM access_log WHERE about IN ({mine}) AND at <= {named[-1]}"
    where += f" AND reader NOT IN ({own})" if others else ""
    [(total,)] = await driver.fetch(session, f"SELECT count(*) {where}", *values)
    order = "at, id" if oldest_first else "at DESC, id DESC"
    found = f"SELECT at, reader, act, allowed, purposes, reason {where} ORDER BY {order}"
    part = f"LIMIT ${len(values) + 1} OFFSET ${len(values) + 2}"
    rows = await driver.fetch(session, f"{found} {part}", *values, limit, offset)
    reads = [
        Read(
            from_microseconds(at),
            SubjectId(reader),
            Act(act),
            bool(allowed),
            _purposes(said),
            _reason(reason),
        )
        for at, reader, act, allowed, said, reason in rows
    ]
    return reads, int(total)


def _reason(code: str | None) -> LookUpReason | None:
    return LookUpReason(code) if code else None


def _purposes(said: str | None) -> frozenset[Purpose]:
    return frozenset(map(Purpose, (said or "").split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged(Read):
    """One row of the log."""

    id: int
    about: str
    rules: tuple[str, ...]
    """Ids of the rules that refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which rows; what is not said does not matter. ``before`` and ``after`` are ids of rows."""

    reader: str | None = None
    about: str | None = None
    act: str | None = None
    allowed: bool | None = None
    since: datetime | None = None
    until: datetime
    """Exclusive."""
    before: int
    after: int | None = None
    """Where it is said, the oldest above it come first."""


async def read_log(session: Session, wanted: LogFilter, *, limit: int) -> list[Logged]:
    """The newest rows that fit, the newest first; or the oldest."""
    values: list[Any] = [wanted.before, microseconds(wanted.until)]
    where = ["id < $1", "at < $2"]
    if wanted.since is not None:
        first = await _first_since(session, wanted.since, wanted.until)
        values += [microseconds(wanted.since), first]
        where += ["at >= $3", "id >= $4"]
    if wanted.after is not None:
        values.append(wanted.after)
        where.append(f"id > ${len(values)}")
    for name in ("reader", "about", "act", "allowed"):
        value = getattr(wanted, name)
        if value is not None:
            if not driver.keepable(value):
                return []
            values.append(value)
            where.append(f"{name} = ${len(values)}")
    order = "id DESC" if wanted.after is None else "id"
    rows = await driver.fetch(
        session,
        "SELECT id, at, reader, act, about, allowed, rules, purposes, reason FROM access_log "
        f"WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ${len(values) + 1}",
        *values,
        limit,
    )
    return [
        Logged(
            from_microseconds(at),
            SubjectId(reader),
            Act(act),
            bool(allowed),
            _purposes(said),
            _reason(reason),
            id=number,
            about=about,
            rules=tuple(rules.split()),
        )
        for number, at, reader, act, about, allowed, rules, said, reason in rows
    ]


async def _first_since(session: Session, since: datetime, until: datetime) -> int:
    """The lowest id of a span of time: ids grow with it, but for reads at the same moment."""
    lowest = "SELECT min(id) FROM access_log WHERE at >= $1 AND at < $2"
    rows = await driver.fetch(session, lowest, microseconds(since), microseconds(until))
    [(first,)] = rows
    return first or 0
