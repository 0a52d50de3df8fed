"""What would stand if somebody said something now: the same fold and the same rules, with her
words supposed after everything that was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from governance.eligibility.facts import facts_for
from governance.eligibility.reader import Reader
from governance.refusals import Refusal
from governance.storage import ledger
from governance.storage.ledger import Recorded
from governance.storage.lives import life_of
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.people import SubjectId


class Supposing(Reader):
    """Reads what another reader reads, and after it what is supposed. Nothing is written."""

    def __init__(self, reader: Reader, newest: int) -> None:
        super().__init__(reader.session, up_to=newest)
        self.start = self.newest = newest
        self._reader = reader
        self._supposed: dict[str, list[Recorded]] = {}

    def suppose(self, stream: str, event: Event) -> None:
        """One more event at the end of a stream. Whatever was folded of it is folded anew."""
        self.newest += 1
        self.up_to = self.newest
        version = self.versions.get(stream, 0) + 1
        entry = Recorded(self.newest, stream, version, event)
        self._supposed.setdefault(stream, []).append(entry)
        self.forget(stream)

    async def _read(self, streams: list[str]) -> dict[str, list[Recorded]]:
        found = await self._reader.histories(streams)
        return {stream: [*found[stream], *self._supposed.get(stream, ())] for stream in streams}


async def suppose(
    reader: Reader, commands: Sequence[Command], *, by: SubjectId, at: datetime
) -> Supposing | Refusal:
    """Everything as if these commands had been carried out; or why one of them could not be."""
    supposing = Supposing(reader, (await ledger.head(reader.session)).position)
    for command in commands:
        life = life_of(command)
        facts = await facts_for(supposing, command, by, at=at)
        state = await supposing.state(life, command.stream)
        outcome = life.decide(command, state, facts, by=by, at=at)
        if isinstance(outcome, Refusal):
            return outcome
        for event in outcome:
            supposing.suppose(f"{life.NAME}/{command.stream}", event)
    return supposing
