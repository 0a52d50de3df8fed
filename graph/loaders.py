"""Things by their keys: each is asked for once in a request, and those wanted at once together."""

from __future__ import annotations

import asyncio
from typing import Any

from strawberry.dataloader import DataLoader

from governance.refusals import Refusal
from graph.context import Context

MISSING: Any = object()
"""What was not loaded yet."""


async def load(context: Context, thing: Any, key: Any) -> Any:
    """The thing in full as this reader sees it; None where there is none, or none of hers."""
    return await _loader(context, thing).load(key)


def _loader(context: Context, thing: Any) -> Any:
    loader = context.loaders.get(thing.name)
    if loader is None:

        async def together(keys: list[Any]) -> list[Any]:
            asked = await context.ask_each([thing.question(one) for one in keys])
            found = [None if isinstance(one, Refusal) else one for one in asked]
            context.loaded |= {(thing.name, key): one for key, one in zip(keys, found, strict=True)}
            return found

        loader = context.loaders[thing.name] = DataLoader(load_fn=together, max_batch_size=100)
    return loader


class Seen:
    """What was loaded in a request, for whoever does not wait; what is missing is noted."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.wanted: list[tuple[Any, Any]] = []

    def thing(self, thing: Any, key: Any) -> Any:
        """What ``load`` gave; MISSING where it has to be asked."""
        found = self.context.loaded.get((thing.name, key), MISSING)
        if found is MISSING:
            self.wanted.append((thing, key))
        return found

    async def load(self) -> None:
        """All that was missing."""
        wanted, self.wanted = self.wanted, []
        once = dict.fromkeys(wanted)
        await asyncio.gather(*(_loader(self.context, thing).load(key) for thing, key in once))
