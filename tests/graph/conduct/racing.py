"""One process of several that spend from one bucket: ``racing.py URL FOLDER CAPACITY COST``."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from governance.service.house import open_house
from graph.app.budget import Budget, Payer

INSTANT = datetime(2026, 11, 25, 12, tzinfo=UTC)
"""No time passes: nothing comes back."""
AT_ONCE, ROUNDS = 10, 20


async def spent(url: str, folder: Path, capacity: int, cost: int) -> int:
    """The points that this process was given."""
    house = open_house(url, keys=folder, secret="x" * 16, data=folder, clock=lambda: INSTANT)
    budget = Budget(house, capacity, capacity)
    payer = Payer(budget._quota("api", 1), "partner")
    found = 0
    for _ in range(ROUNDS):
        paid = await asyncio.gather(*(budget.pay(payer, cost) for _ in range(AT_ONCE)))
        found += sum(cost for one in paid if one.allowed)
    await house.database.close()
    return found


if __name__ == "__main__":
    url, folder, capacity, cost = sys.argv[1:]
    sys.stdout.write(str(asyncio.run(spent(url, Path(folder), int(capacity), int(cost)))))
