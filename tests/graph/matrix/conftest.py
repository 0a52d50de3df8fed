"""The ground, built once in a test run and copied for each persona."""

from __future__ import annotations

import fcntl
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.graph.matrix.grounds import ground_at, lay
from tests.graph.matrix.personas import PERSONAS, Scene
from tests.portal.world import NOW, copied, house_at
from tests.postgres import apart

Enters = Callable[[str], AbstractAsyncContextManager[Scene]]


@pytest.fixture(scope="session")
def ground(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to copy; processes of one test run share it, and one of them builds it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "ground"
    with (shared / "ground.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ground.json").exists():
            apart(lambda: lay(copied(region, folder)))
    return folder


@pytest.fixture
def enters(ground: Path, tmp_path: Path) -> Enters:
    """Lets one persona in, into a copy of the ground."""

    @asynccontextmanager
    async def enter(name: str) -> AsyncIterator[Scene]:
        folder = copied(ground, tmp_path / name)
        house, clock = house_at(folder)
        clock.set(NOW + timedelta(hours=1))
        scene = Scene(name, PERSONAS[name], house, ground_at(folder))
        try:
            await scene.enter()
            yield scene
        finally:
            await house.database.close()

    return enter
