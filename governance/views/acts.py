"""The acts of a citizen as plain values: what was said, by whom, how, and when it counts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.lives.consents import events as happened
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.storage.ledger import Recorded
from governance.views.people import Person, people_of
from governance.views.question import Looking
from governance.vocabulary.people import Capacity, Channel, Language
from governance.vocabulary.purposes import Cell, Reach

OF_A_MINOR = (happened.MinorRefused, happened.MinorRefusalLifted)
"""A minor's own no is a field of its own: whoever may not see it does not see these acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAct:
    """One act. What an act of its kind does not say is None; ``code`` is that of its entry."""

    position: int
    at: datetime
    effective_at: datetime
    code: str
    by: Person
    """Who recorded it: the giver, or the desk."""
    giver: Person
    capacity: Capacity
    channel: Channel
    says: Says | None = None
    cells: frozenset[Cell] = frozenset()
    study: str | None = None
    reach: Reach | None = None
    sheet: SheetVersion | None = None
    language: Language | None = None
    valid_until: date | None = None
    minor_took_part: bool | None = None


SAID = ("says", "cells", "study", "reach", "sheet", "language", "valid_until", "minor_took_part")


async def as_acts(looking: Looking, entries: Iterable[Recorded]) -> tuple[ConsentAct, ...]:
    """These entries of consents, with the names of whoever had a part in them."""
    found = [(entry, given_of(entry)) for entry in entries]
    named = {one for entry, given in found for one in (entry.event.by, given.giver)}
    people = await people_of(looking, named)
    return tuple(
        ConsentAct(
            position=entry.position,
            at=entry.event.at,
            effective_at=given.effective_at,
            code=entry.event.CODE,
            by=people[entry.event.by],
            giver=people[given.giver],
            capacity=given.capacity,
            channel=given.channel,
            **_said(entry.event),
        )
        for entry, given in found
    )


def given_of(entry: Recorded) -> Given:
    """How it was said; every event of consents tells."""
    event: Any = entry.event
    given: Given = event.given
    return given


def _said(event: object) -> dict[str, Any]:
    return {name: getattr(event, name) for name in SAID if hasattr(event, name)}
