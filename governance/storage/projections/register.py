"""Which requests the public register lists, and how each of them ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from governance.lives import access_requests
from governance.lives.access_requests import events as happened
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.tables.register import RegisterRow
from governance.vocabulary.instants import day_of
from governance.vocabulary.register import Decision

STANDS = (
    "INSERT INTO register (request, received, received_on, purposes, decision, decided) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (request) DO UPDATE SET "
    "purposes = excluded.purposes, decision = excluded.decision, decided = excluded.decided"
)
SHOWN = (
    happened.RequestSubmitted,
    happened.RequestDecided,
    happened.RequestWithdrawn,
    happened.RequestClosed,
)
"""Events that change what the register lists."""


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Fold anew the requests that these entries touched: such streams are short."""
    touched = dict.fromkeys(entry.stream for entry in recorded if isinstance(entry.event, SHOWN))
    if not touched:
        return
    found = await ledger.read(session, touched)
    rows = [row for history in found.values() if (row := _row(history)) is not None]
    await driver.run_many(session, STANDS, rows)


def _row(history: Sequence[Recorded]) -> tuple[Any, ...] | None:
    received: Recorded | None = None
    decision: Decision | None = None
    decided: int | None = None
    state = access_requests.EMPTY
    for entry in history:
        state = access_requests.evolve(state, entry.event)
        if isinstance(entry.event, happened.RequestSubmitted):
            received = received or entry
        ended = ending(entry.event)
        if ended is not None and decision is None:
            decision, decided = ended, entry.position
    if received is None or state.application is None:
        return None
    purposes = " ".join(("", *sorted(state.application.purposes), ""))
    request = received.stream.removeprefix(f"{access_requests.NAME}/")
    day = day_of(received.event.at).isoformat()
    return (request, received.position, day, purposes, decision, decided)


def ending(event: object) -> Decision | None:
    """How this event ends a request that had not ended; None where it does not."""
    match event:
        case happened.RequestDecided(granted=granted):
            return Decision.GRANTED if granted else Decision.REFUSED
        case happened.RequestWithdrawn():
            return Decision.WITHDRAWN
        case happened.RequestClosed():
            return Decision.LAPSED
        case _:
            return None


async def clear(session: Session) -> None:
    """Forget all of it."""
    await driver.clear(session, RegisterRow)


CONTENTS = (
    "SELECT request, received, received_on, purposes, decision, decided FROM register "
    "ORDER BY request",
)
"""Reads all of it, for comparing."""
