"""Web sessions. Nothing here knows when a session is too old: that is the service's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.web_state import WebSessionRow
from governance.vocabulary.instants import from_microseconds, microseconds
from governance.vocabulary.people import Language, SubjectId

COLUMNS = (
    "id_hash",
    "handle",
    "subject",
    "issuer",
    "sub",
    "sid",
    "created",
    "last_seen",
    "ended",
    "stepped_up_at",
    "language",
    "browser",
)
READ = f"SELECT {', '.join(COLUMNS)} FROM web_sessions"
END = "UPDATE web_sessions SET ended = $1 WHERE ended IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSession:
    """One browser in which somebody is, or was, signed in."""

    id_hash: str
    handle: str
    """Names it in its owner's list; of no use to anybody else."""
    subject: SubjectId
    issuer: str
    sub: str
    sid: str | None
    created: datetime
    last_seen: datetime
    ended: datetime | None = None
    stepped_up_at: datetime | None = None
    language: Language
    browser: str


async def keep(session: Session, new: WebSession) -> None:
    """A new session."""
    values = tuple(_column(getattr(new, name)) for name in COLUMNS)
    await driver.insert(session, WebSessionRow, COLUMNS, [values])


async def find(session: Session, id_hash: str) -> WebSession | None:
    """The session with this digest of its id, ended ones too."""
    rows = await driver.fetch(session, f"{READ} WHERE id_hash = $1", id_hash)
    return _read(rows[0]) if rows else None


async def unended_of(session: Session, subject: str) -> list[WebSession]:
    """Those of somebody that nobody has ended, newest first."""
    mine = f"{READ} WHERE subject = $1 AND ended IS NULL ORDER BY created DESC, handle"
    return [_read(row) for row in await driver.fetch(session, mine, subject)]


async def seen(session: Session, id_hash: str, *, at: datetime) -> None:
    """It was used; one that has ended stays ended."""
    used = "UPDATE web_sessions SET last_seen = $1 WHERE id_hash = $2 AND ended IS NULL"
    await driver.run(session, used, microseconds(at), id_hash)


async def renamed(session: Session, old: str, new: str, *, stepped_up_at: datetime) -> bool:
    """Confirmed anew, under a new id; the old id is worth nothing. False where it had ended."""
    confirmed = (
        "UPDATE web_sessions SET id_hash = $1, stepped_up_at = $2, last_seen = $2 "
        "WHERE id_hash = $3 AND ended IS NULL RETURNING handle"
    )
    rows = await driver.fetch(session, confirmed, new, microseconds(stepped_up_at), old)
    return bool(rows)


async def speak(session: Session, id_hash: str, language: Language) -> None:
    """The language that she chose last."""
    chosen = "UPDATE web_sessions SET language = $1 WHERE id_hash = $2"
    await driver.run(session, chosen, language.value, id_hash)


async def end(session: Session, id_hash: str, *, at: datetime) -> None:
    """It is over."""
    await driver.run(session, f"{END} AND id_hash = $2", microseconds(at), id_hash)


async def end_of(session: Session, subject: str, handles: Iterable[str], *, at: datetime) -> int:
    """End these, where they are hers; how many that were."""
    over = f"{END} AND subject = $2 AND handle = $3 RETURNING handle"
    counts = [
        len(await driver.fetch(session, over, microseconds(at), subject, handle))
        for handle in handles
    ]
    return sum(counts)


async def end_by_provider(
    session: Session, issuer: str, *, sub: str | None, sid: str | None, at: datetime
) -> int:
    """End what a provider names by its session, its subject or both; how many that were."""
    named = {"sub": sub, "sid": sid}
    given = {name: value for name, value in named.items() if value is not None}
    if not given:
        return 0
    same = "".join(f" AND {name} = ${number}" for number, name in enumerate(given, 3))
    over = f"{END} AND issuer = $2{same} RETURNING handle"
    return len(await driver.fetch(session, over, microseconds(at), issuer, *given.values()))


def _column(value: Any) -> Any:
    return microseconds(value) if isinstance(value, datetime) else value


def _read(row: Any) -> WebSession:
    named = dict(zip(COLUMNS, tuple(row), strict=True))
    for name in ("created", "last_seen", "ended", "stepped_up_at"):
        named[name] = None if named[name] is None else from_microseconds(named[name])
    return WebSession(**named | {"language": Language(named["language"])})
