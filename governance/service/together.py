"""Several commands of one person at once: all of them are carried out, or none."""

from __future__ import annotations

from collections.abc import Sequence

from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.batches import BatchReader, decide_batch
from governance.service.carry_out import Done, note_refused
from governance.service.house import House
from governance.storage import idempotency
from governance.vocabulary.entries import Command


async def carry_out_together(
    house: House, commands: Sequence[Command], *, by: Principal, key: str | None = None
) -> Done | Refusal:
    """Permission, facts and ``decide`` for each, in order, what was decided counting for the next.

    The first refusal refuses them all. ``key`` is an idempotency key, as in ``carry_out``.
    For acts that oblige no others: reactions are left to ``carry_out``.
    """
    async with house.database.writing() as session:
        if key is not None and (earlier := await idempotency.find(session, by.subject, key)):
            return Done(tuple(earlier), repeated=True)
        reader = BatchReader(session)
        at = await reader.now(house.clock())
        outcomes = await decide_batch(reader, commands, by=by, at=at)
        refused = [
            (command, outcome)
            for command, outcome in zip(commands, outcomes, strict=True)
            if outcome is not None
        ]
        if not refused:
            recorded = await reader.append()
            if key is not None:
                await idempotency.keep(session, by.subject, key, recorded)
            return Done(tuple(recorded))
    for command, refusal in refused:
        await note_refused(house, command, refusal, by=by)
    return refused[0][1]
