"""Run a release in a process of its own, and kill it by its own hand at a named step."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from governance.service.preparation import run_release, settle_packages
from portal.demo.cast import StoryClock
from tests.releases.signed import AT, house_at


async def run(url: str, folder: Path, release_id: str, deadly: str) -> None:
    """Settle, then run; at the deadly step nothing more happens."""

    def step(name: str) -> None:
        if name == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    house = house_at(url, folder, StoryClock(AT + timedelta(hours=1)))
    await settle_packages(house)
    await run_release(house, release_id, step=step)
    await house.database.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:5]))
