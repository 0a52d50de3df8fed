"""What stood at an instant, of lives whose events count from when they were recorded."""

from __future__ import annotations

from dataclasses import replace

from governance.eligibility.reader import Reader
from governance.storage import ledger
from governance.views.question import Looking
from governance.vocabulary.instants import Instant

ALL = 2**53
"""Above every position."""


async def standing(looking: Looking) -> Reader:
    """Reads what was known at P and had been recorded by T: the instant looked at, both ways."""
    then = looking.then
    if then is looking.now:
        return then
    recorded = await ledger.position_at(then.session, looking.instant.time)
    if then.up_to is not None and then.up_to <= recorded:
        return then
    return Reader(then.session, up_to=recorded)


async def recorded_by_then(looking: Looking) -> Looking:
    """The same look, at nothing that was recorded after the time looked at."""
    reader = await standing(looking)
    position = min(looking.instant.position, end_of(reader) - 1)
    return replace(looking, then=reader, instant=Instant(position, looking.instant.time))


def end_of(reader: Reader) -> int:
    """A position above everything that this reader reads."""
    return ALL if reader.up_to is None else reader.up_to + 1
