"""How far each webhook has been told, and who is telling it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.instants import from_microseconds, microseconds

Named = tuple[str, str]
"""Partner and webhook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one webhook has come."""

    run: int
    """Which start of the webhook this is about."""
    position: int
    """Everything up to it was told, or was not to be told."""
    attempts: int = 0
    """How often in a row it took nothing."""
    next_at: datetime
    """Before then nothing is tried."""
    failing_since: datetime | None = None


COLUMNS = "run, position, attempts, next_at, failing_since"


async def progress_of(session: Session, partner: str) -> dict[str, Progress]:
    """How far each webhook of a partner has come; nothing was sent to the others yet."""
    statement = f"SELECT webhook, {COLUMNS} FROM webhook_deliveries WHERE partner = $1"
    return {
        row[0]: _progress(*tuple(row)[1:])
        for row in await driver.fetch(session, statement, partner)
    }


async def all_progress(session: Session) -> dict[Named, Progress]:
    """How far every webhook has come."""
    statement = f"SELECT partner, webhook, {COLUMNS} FROM webhook_deliveries"
    rows = await driver.fetch(session, statement)
    return {(row[0], row[1]): _progress(*tuple(row)[2:]) for row in rows}


async def hold(
    session: Session, named: Named, start: Progress, *, now: datetime, until: datetime
) -> Progress | None:
    """Have a webhook to oneself until a time; None where another has it, or it is not its time.

    ``start`` is from where it begins, where nothing of this run was told yet.
    """
    begin = (
        "INSERT INTO webhook_deliveries (partner, webhook, run, position, attempts, next_at, "
        "held_until) VALUES ($1, $2, $3, $4, 0, $5, 0) ON CONFLICT (partner, webhook) DO UPDATE "
        "SET run = excluded.run, position = excluded.position, attempts = 0, "
        "next_at = excluded.next_at, failing_since = NULL, held_until = 0 "
        "WHERE webhook_deliveries.run < excluded.run"
    )
    moment = microseconds(now)
    await driver.run(session, begin, *named, start.run, start.position, moment)
    take = (
        "UPDATE webhook_deliveries SET held_until = $3 WHERE partner = $1 AND webhook = $2 "
        f"AND held_until <= $4 AND next_at <= $4 AND run = $5 RETURNING {COLUMNS}"
    )
    rows = await driver.fetch(session, take, *named, microseconds(until), moment, start.run)
    return _progress(*rows[0]) if rows else None


async def keep(session: Session, named: Named, progress: Progress) -> None:
    """How far it has come, and that it is nobody's any more; a later run is left alone."""
    failing = microseconds(progress.failing_since) if progress.failing_since else None
    await driver.run(
        session,
        "UPDATE webhook_deliveries SET position = $3, attempts = $4, next_at = $5, "
        "failing_since = $6, held_until = 0 WHERE partner = $1 AND webhook = $2 AND run = $7",
        *named,
        progress.position,
        progress.attempts,
        microseconds(progress.next_at),
        failing,
        progress.run,
    )


async def forget(session: Session, ended: Iterable[Named]) -> None:
    """Nothing is told there any more."""
    statement = "DELETE FROM webhook_deliveries WHERE partner = $1 AND webhook = $2"
    await driver.run_many(session, statement, list(ended))


def _progress(
    run: int, position: int, attempts: int, next_at: int, failing: int | None
) -> Progress:
    return Progress(
        run=run,
        position=position,
        attempts=attempts,
        next_at=from_microseconds(next_at),
        failing_since=from_microseconds(failing) if failing is not None else None,
    )
