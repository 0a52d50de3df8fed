"""A database between whose reading and writing somebody else's command is committed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from governance.principals import Principal
from governance.service.carry_out import Done, Outcome, carry_out
from governance.service.house import House
from governance.storage.database import Database
from governance.storage.driver import Session
from governance.vocabulary.entries import Command


class Interposed(Database):
    """Before it writes for the first time, it lets something else happen."""

    def __init__(self, url: str, between: Callable[[], Awaitable[object]]) -> None:
        super().__init__(url)
        self.between: Callable[[], Awaitable[object]] | None = between

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Session]:
        """The append lock, taken a moment too late."""
        between, self.between = self.between, None
        if between is not None:
            await between()
        async with super().writing() as session:
            yield session


async def overtaken(
    house: House, slow: tuple[Command, Principal], fast: tuple[Command, Principal]
) -> Outcome:
    """What becomes of a command that was decided, when another one is committed before it."""

    async def between() -> None:
        command, by = fast
        outcome = await carry_out(house, command, by=by)
        assert isinstance(outcome, Done), outcome

    database = Interposed(house.database.url, between)
    try:
        command, by = slow
        return await carry_out(replace(house, database=database), command, by=by)
    finally:
        await database.close()
