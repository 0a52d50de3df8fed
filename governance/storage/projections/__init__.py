"""Projections: what gathering reads, kept in step with the ledger in the same transaction.

They hold nothing that the ledger, identity and documents do not: ``rebuild`` makes them anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.projections import (
    accounts,
    deliveries,
    matters,
    people,
    register,
    said,
    stances,
)


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Bring every projection up to these entries."""
    await people.project(session, recorded)
    await said.project(session, recorded)
    await deliveries.project(session, recorded)
    await accounts.project(session, recorded)
    await matters.project(session, recorded)
    await register.project(session, recorded)


async def clear(session: Session) -> None:
    """Forget every projection, before it is made anew."""
    await register.clear(session)
    await matters.clear(session)
    await deliveries.clear(session)
    await said.clear(session)
    await people.clear(session)


async def contents(session: Session) -> list[list[tuple[Any, ...]]]:
    """Everything the projections say, comparable whatever numbers phrases have."""
    tables: list[list[tuple[Any, ...]]] = [await stances.contents(session)]
    kept = (*people.CONTENTS, *said.CONTENTS, *deliveries.CONTENTS, *matters.CONTENTS)
    for statement in (*kept, *register.CONTENTS):
        tables.append([tuple(row) for row in await driver.fetch(session, statement)])
    return tables
