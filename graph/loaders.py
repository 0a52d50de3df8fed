"""Things by their keys: each is asked for once in a request, and those wanted at once together."""

from __future__ import annotations

from typing import Any

from strawberry.dataloader import DataLoader

from governance.refusals import Refusal
from graph.context import Context


async def load(context: Context, thing: Any, key: Any) -> Any:
    """The thing in full as this reader sees it; None where there is none, or none of hers."""
    loader = context.loaders.get(thing.name)
    if loader is None:

        async def together(keys: list[Any]) -> list[Any]:
            found = await context.ask_each([thing.question(one) for one in keys])
            return [None if isinstance(one, Refusal) else one for one in found]

        loader = context.loaders[thing.name] = DataLoader(load_fn=together, max_batch_size=100)
    return await loader.load(key)
