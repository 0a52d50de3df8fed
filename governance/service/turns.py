"""Turns: a process works on few answers at once, and the others wait in the order they came.

Answers that are worked on side by side hold each other up: with all of them under way, one in a
hundred takes twice as long as most, and a database with a process for each is slower (ADR 0018).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

AT_ONCE = 4
"""Enough that one works while others wait for the database."""


class Turn:
    """Somebody's turn, until it is given back."""

    def __init__(self, free: asyncio.Semaphore | None = None) -> None:
        self._free = free

    def give_back(self) -> None:
        """Others may go on. Whoever waits for something outside does this first."""
        free, self._free = self._free, None
        if free is not None:
            free.release()


class Turns:
    """Those of one process."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Turn]:
        """Wait for a turn; it ends with the block, or before."""
        await self._free.acquire()
        turn = Turn(self._free)
        try:
            yield turn
        finally:
            turn.give_back()
