"""Many commands in one transaction: the same permission, facts and ``decide`` as one alone.

The append lock is held from the first read, so nothing read can change meanwhile; what a command
has decided counts for those after it, before anything is written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from governance.eligibility.reader import Reader
from governance.lives import citizens, consents
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.carry_out import decide_with
from governance.storage import ledger
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.lives import BY_NAME, life_of
from governance.storage.projections import project
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.erasable import Details, Erasable, Identifier
from governance.vocabulary.people import SubjectId

DECIDED_ALONE = 20
"""After so many commands whatever is being written is looked after."""


class BatchReader(Reader):
    """A reader whose states take in what was decided and is not written yet."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.derived = {}
        self.decided: list[tuple[str, Event]] = []
        self._writing: asyncio.Task[Sequence[Recorded]] | None = None

    async def now(self, clock: datetime) -> datetime:
        """The time of this batch: the clock's, but never before the newest entry."""
        head = await ledger.head(self.session)
        return clock if head.at is None else max(clock, head.at)

    def take(self, stream: str, event: Event) -> None:
        """Let an event count from here on."""
        life = BY_NAME[stream.partition("/")[0]]
        state = self._states.get(stream, life.EMPTY)
        self._bear(stream, state, event)
        self._states[stream] = life.evolve(state, event)
        if life is not consents:  # nobody's roles or ties depend on what she has said
            self.derived = {}
        self.decided.append((stream, event))

    def _bear(self, stream: str, state: Any, event: Event) -> None:
        """Let identifiers that an event states, or no longer states, count as well."""
        stated = getattr(event, "details", None)
        if not isinstance(stated, Erasable) or not isinstance(stated.value, Details):
            return
        before = state.details.identifiers if state.details else ()
        self.borne |= dict.fromkeys(before)
        who = SubjectId(stream.partition("/")[2])
        self.borne |= dict.fromkeys(stated.value.identifiers, who)

    async def append(self) -> Sequence[Recorded]:
        """Write what was decided, and bring the projections up to it."""
        decided, self.decided = self.decided, []
        known = {stream: self.versions[stream] for stream, _ in decided}
        recorded = await ledger.append(self.session, decided, known)
        self.versions |= {entry.stream: entry.version for entry in recorded}
        await project(self.session, recorded)
        return recorded

    async def write_on(self) -> int:
        """The same while whatever follows is decided, piece after piece: the database works in the
        meantime. How many entries were written of the piece before; ``finish`` waits for the last.
        """
        written = await self.finish()
        self._writing = asyncio.create_task(self.append())
        await asyncio.sleep(0)  # so that it begins
        return written

    async def finish(self) -> int:
        """Wait until the piece that is being written is written; how many entries it had."""
        writing, self._writing = self._writing, None
        return 0 if writing is None else len(await writing)

    async def stop(self) -> None:
        """Write no further: what follows on the same connection is a rollback."""
        writing, self._writing = self._writing, None
        if writing is not None:
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)

    async def _read(self, streams: list[str]) -> dict[str, list[Recorded]]:
        await self._wait()
        return await super()._read(streams)

    async def _stated(self, identifiers: list[Identifier]) -> dict[Identifier, SubjectId | None]:
        await self._wait()
        return await super()._stated(identifiers)

    async def _wait(self) -> None:
        """One statement at a time: they share a connection."""
        if self._writing is not None:
            await asyncio.wait([self._writing])


async def read_for(reader: Reader, commands: Sequence[Command]) -> None:
    """Read what these commands need, together, before the first of them is decided."""
    await reader.load(_streams(commands))
    await reader.bearers(_identifiers(commands))


def _streams(commands: Sequence[Command]) -> Iterator[str]:
    """What these commands will read, so that one statement reads it: own streams, and citizens."""
    for command in commands:
        yield f"{life_of(command).NAME}/{command.stream}"
        if (citizen := getattr(command, "citizen", None)) is not None:
            yield f"{citizens.NAME}/{citizen}"


def _identifiers(commands: Sequence[Command]) -> Iterator[Identifier]:
    """The identifiers that these commands would state."""
    for command in commands:
        stated = getattr(command, "details", None)
        if isinstance(stated, Erasable) and isinstance(stated.value, Details):
            yield from stated.value.identifiers


async def decide_batch(
    reader: BatchReader, commands: Sequence[Command], *, by: Principal, at: datetime
) -> list[Refusal | None]:
    """Decide each command in order; a refused one leaves nothing, the others go on.

    ``read_for`` has read for them, or each reads for itself.
    """
    outcomes: list[Refusal | None] = []
    for number, command in enumerate(commands):
        if number % DECIDED_ALONE == 0:
            await asyncio.sleep(0)  # what is being written goes on
        decided = await decide_with(reader, command, by=by, at=at)
        if isinstance(decided, Refusal):
            outcomes.append(decided)
            continue
        for stream, event in decided.entries:
            reader.take(stream, event)
        outcomes.append(None)
    return outcomes
