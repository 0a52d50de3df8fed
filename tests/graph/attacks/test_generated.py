"""Many thousand senseless and hostile requests (``make bars``): none is too much for it.

``Target.take`` looks at each answer: no 5xx, no error that was not meant to leave, nothing refused
that took more than a quarter of a second, nothing answered that holds more than its stated cost.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
from collections import Counter
from pathlib import Path

import pytest

from graph.schema import SCHEMA
from tests.graph.attacks.corpus import generated, written
from tests.graph.attacks.mutators import worse_body, worse_query
from tests.graph.attacks.target import Target
from tests.portal.world import World, copied

REQUESTS = int(os.environ.get("BAIMENA_REQUESTS", "50000"))
SHARES = 4
"""Parts that run beside one another."""
SEED = 20261125
EACH, OLD_QUERIES_AGAIN = 2, 8
BODIES = 0.25
"""So many of the requests are bodies made worse, the others queries made worse."""
ASKERS = (None, "maite", "access-officer", "member-0", "researcher", "desk", "auditor", "nobody")


async def _send(target: Target, share: int) -> Counter[str]:
    chance, seen = random.Random(SEED + share), Counter[str]()
    begins = [*generated(SCHEMA._schema, EACH, chance=SEED + share)]
    begins += [*written(target.world)] * OLD_QUERIES_AGAIN
    for number in range(REQUESTS // SHARES):
        query = begins[number % len(begins)]
        if number < len(begins):
            body = json.dumps({"query": query}).encode()
        elif chance.random() < BODIES:
            body = worse_body(chance, query)
        else:
            body = json.dumps({"query": worse_query(chance, query)}).encode()
        answer = await target.take(body, by=chance.choice(ASKERS))
        errors = answer.json().get("errors")
        seen[errors[0]["extensions"]["code"] if errors else "fine"] += 1
    assert (await target.ask("{ __typename }"))["data"] == {"__typename": "Query"}
    return seen


@pytest.mark.bars
@pytest.mark.parametrize("share", range(SHARES))
def test_generated_requests_are_answered_or_refused_and_nothing_else(
    share: int, region: Path, tmp_path: Path
) -> None:
    with asyncio.Runner() as runner:
        target = Target(World(copied(region, tmp_path / "world")))
        try:
            seen = runner.run(_send(target, share))
        finally:
            runner.run(target.world.house.database.close())
    assert seen.total() == REQUESTS // SHARES
    assert len(seen) > 8
    assert seen["fine"] > seen.total() / 100
