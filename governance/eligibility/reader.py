"""Reading streams as states, remembering the version of everything read.

A command may only be written while nothing that it read has changed; ``versions`` is that memory.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import reduce
from typing import Any, Protocol, TypeVar

from governance.storage import identity, ledger
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Identifier
from governance.vocabulary.people import SubjectId

T = TypeVar("T")


class Aggregate(Protocol):
    """What every aggregate of a life offers for reading."""

    NAME: str
    EMPTY: Any

    def evolve(self, state: Any, event: Event, /) -> Any:
        """The state after one more event."""


class Reader:
    """Folds streams of one session, as of position ``up_to`` or as they stand."""

    def __init__(self, session: Session, *, up_to: int | None = None) -> None:
        self.session = session
        self.up_to = up_to
        self.versions: dict[str, int] = {}
        self.borne: dict[Identifier, SubjectId | None] = {}
        """Who states each identifier that was asked about: it must not change meanwhile either."""
        self.derived: dict[Any, Any] | None = None
        """What ``once`` has worked out; None where nobody has said that nothing changes meanwhile,
        as it does while a batch is judged.
        """
        self._histories: dict[str, list[Recorded]] = {}
        self._states: dict[str, Any] = {}
        self._ids: dict[str, list[str]] = {}

    def as_of(self, position: int) -> Reader:
        """A reader of an earlier position, which shares what this one has read from the ledger."""
        return _Earlier(self, position)

    async def load(self, streams: Iterable[str]) -> None:
        """Read several streams in one statement, so that later questions cost nothing."""
        wanted = [stream for stream in streams if stream not in self._histories]
        if not wanted:
            return
        wanted = list(dict.fromkeys(wanted))
        found = await self._read(wanted)
        for stream in wanted:
            history = found.get(stream, [])
            self._histories[stream] = history
            self.versions[stream] = history[-1].version if history else 0

    async def _read(self, streams: list[str]) -> dict[str, list[Recorded]]:
        return await ledger.read(self.session, streams, up_to=self.up_to)

    async def _stated(self, identifiers: list[Identifier]) -> dict[Identifier, SubjectId | None]:
        return await identity.bearers(self.session, identifiers)

    async def histories(self, streams: Iterable[str]) -> dict[str, list[Recorded]]:
        """Every entry of each of these streams, in order; read together."""
        wanted = list(streams)
        await self.load(wanted)
        return {stream: self._histories[stream] for stream in wanted}

    async def once(self, key: Any, work: Callable[[], Awaitable[T]]) -> T:
        """What is worked out of what was read: once for a key where it is kept, else each time."""
        if self.derived is None:
            return await work()
        if key not in self.derived:
            self.derived[key] = await work()
        found: T = self.derived[key]
        return found

    def forget(self, stream: str) -> None:
        """Read this stream anew when it is asked for again."""
        self._histories.pop(stream, None)
        self._states.pop(stream, None)

    async def ids(self, life: Aggregate) -> list[str]:
        """The ids of every stream of a life, read once. Some may begin after ``up_to``."""
        if life.NAME not in self._ids:
            self._ids[life.NAME] = await ledger.stream_ids(self.session, life.NAME)
        return self._ids[life.NAME]

    async def bearers(
        self, identifiers: Iterable[Identifier]
    ) -> dict[Identifier, SubjectId | None]:
        """The entry that states each of these identifiers now; None where none does."""
        wanted = list(identifiers)
        if new := [one for one in wanted if one not in self.borne]:
            self.borne |= await self._stated(new)
        return {one: self.borne[one] for one in wanted}

    async def history(self, life: Aggregate, key: str) -> Sequence[Recorded]:
        """Every entry of one stream, in order."""
        stream = f"{life.NAME}/{key}"
        await self.load([stream])
        return self._histories[stream]

    async def state(self, life: Any, key: str) -> Any:
        """The fold of one stream; ``EMPTY`` where it does not exist."""
        stream = f"{life.NAME}/{key}"
        if stream not in self._states:
            history = await self.history(life, key)
            events = (entry.event for entry in history)
            self._states[stream] = reduce(life.evolve, events, life.EMPTY)
        return self._states[stream]

    async def states(self, life: Any, keys: Iterable[str]) -> dict[str, Any]:
        """The folds of several streams of one life, read together."""
        wanted = list(dict.fromkeys(keys))
        await self.load(f"{life.NAME}/{key}" for key in wanted)
        return {key: await self.state(life, key) for key in wanted}


class _Earlier(Reader):
    """As of an earlier position than the reader from which it takes what it reads."""

    def __init__(self, later: Reader, position: int) -> None:
        bound = position if later.up_to is None else min(position, later.up_to)
        super().__init__(later.session, up_to=bound)
        self._later, self._bound = later, bound
        self._ids = later._ids

    async def _read(self, streams: list[str]) -> dict[str, list[Recorded]]:
        histories = await self._later.histories(streams)
        return {
            stream: [entry for entry in history if entry.position <= self._bound]
            for stream, history in histories.items()
        }
