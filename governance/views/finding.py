"""Finding what a list shows, without folding tens of thousands of streams for one page.

As things stand the database looks it up. As of an earlier position only what there was is known, so
that the first are folded in batches, up to a bound; ``Paged.whole`` says where that cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from governance.storage.lives import BY_NAME
from governance.storage.queries import matters
from governance.storage.queries.matters import Wanted
from governance.views.paging import Page, Paged
from governance.views.question import Looking

BATCH, MOST_FOLDED = 500, 2000


async def found(
    looking: Looking, wanted: Wanted, page: Page, *, stood: Callable[[Any], bool]
) -> Paged[str]:
    """The keys of one page, in its order if it has one. ``stood`` says of a state of then what
    ``wanted`` says of now."""
    if page.order is not None:
        wanted = replace(wanted, order=page.order)
    if looking.then.up_to is None:
        keys = await matters.find(looking.now.session, wanted, limit=page.limit, offset=page.offset)
        total = await matters.count(looking.now.session, wanted)
        return Paged(tuple(key for key, _ in keys), total, page)
    return await _found_then(looking, wanted, page, stood)


async def _found_then(
    looking: Looking, wanted: Wanted, page: Page, stood: Callable[[Any], bool]
) -> Paged[str]:
    there = replace(wanted, statuses=None, due_before=None, up_to=looking.then.up_to)
    some = await matters.find(looking.now.session, there, limit=MOST_FOLDED + 1)
    keys = [key for key, _ in some[:MOST_FOLDED]]
    life, kept = BY_NAME[wanted.life], []
    for start in range(0, len(keys), BATCH):
        states = await looking.then.states(life, keys[start : start + BATCH])
        kept += [key for key, state in states.items() if stood(state)]
    rows = tuple(kept[page.offset : page.offset + page.limit])
    return Paged(rows, len(kept), page, whole=len(some) <= MOST_FOLDED)


async def of_person(looking: Looking, wanted: Wanted) -> Paged[str]:
    """Everything that one person ever had a part in, the newest first; she has not many."""
    there = replace(wanted, up_to=looking.then.up_to)
    some = await matters.find(looking.now.session, there, limit=MOST_FOLDED + 1)
    keys = tuple(key for key, _ in some[:MOST_FOLDED])
    return Paged(keys, len(keys), Page(), whole=len(some) <= MOST_FOLDED)
