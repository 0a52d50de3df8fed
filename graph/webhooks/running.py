"""Telling partner systems again and again, until it is time to stop."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from governance.service.house import House
from governance.service.webhooks import Send, deliver_webhooks
from graph.webhooks.sending import Sender

EVERY = 2.0
"""Seconds between two looks, where nothing was due."""
log = structlog.get_logger(__name__)


async def tell_webhooks(house: House, send: Send) -> Counter[str]:
    """Tell everything that is due now; how many messages were taken, or not."""
    done = Counter[str]()
    while told := await deliver_webhooks(house, send):
        done.update(told)
    return done


async def keep_telling(house: House, send: Send) -> None:
    """For ever. One look that fails, as where the database is away, does not end the others."""
    while True:
        try:
            await tell_webhooks(house, send)
        except Exception as fault:  # told to whoever runs the house; the next look begins anew
            log.error("webhooks could not be told", reason=type(fault).__name__)
        await asyncio.sleep(EVERY)


@asynccontextmanager
async def telling(house: House, *, demo: bool = False) -> AsyncIterator[None]:
    """Partner systems are told beside what is done meanwhile. Several processes may do so at once:
    each webhook is one's at a time."""
    async with Sender(demo=demo) as send:
        task = asyncio.create_task(keep_telling(house, send))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
