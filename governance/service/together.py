"""Several commands of one person at once: all of them are carried out, or none."""

from __future__ import annotations

from collections.abc import Sequence

from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.batches import BatchReader, decide_batch, read_for
from governance.service.carry_out import Done, Once, again, note_refused, use_of
from governance.service.house import House
from governance.vocabulary.entries import Command


async def carry_out_together(
    house: House, commands: Sequence[Command], *, by: Principal, once: Once | None = None
) -> Done | Refusal:
    """Permission, facts and ``decide`` for each, in order, what was decided counting for the next.

    The first refusal refuses them all. ``once`` is an idempotency key, as in ``carry_out``.
    For acts that oblige no others: reactions are left to ``carry_out``.
    """
    use = use_of(once, by, commands)
    if isinstance(use, Refusal):
        return use
    async with house.database.writing() as session:
        if use is not None and (earlier := await use.earlier(session)) is not None:
            return again(earlier)
        reader = BatchReader(session)
        at = await reader.now(house.clock())
        await read_for(reader, commands)
        outcomes = await decide_batch(reader, commands, by=by, at=at)
        refused = [
            (command, outcome)
            for command, outcome in zip(commands, outcomes, strict=True)
            if outcome is not None
        ]
        if not refused:
            recorded = await reader.append()
            if use is not None:
                await use.keep(session, recorded)
            return Done(tuple(recorded))
    for command, refusal in refused:
        await note_refused(house, command, refusal, by=by)
    return refused[0][1]
