"""SIGKILL at every named step and at random instants: one package, one entry, nothing readable."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from governance.eligibility.reader import Reader
from governance.extraction.verification import verify_package
from governance.lives import releases
from governance.lives.programme.keys import KeyKind
from governance.lives.releases.words import ReleaseStatus
from governance.service.house import House
from governance.service.preparation import STEPS, run_release, settle_packages
from portal.demo.cast import StoryClock
from tests.releases.signed import AT, Signed, a_signed_release, house_at

RANDOM_INSTANTS = 50


def start(url: str, folder: Path, release_id: str, step: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "tests.releases.killed", url, str(folder), release_id, step]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


async def finished_once(house: House, release_id: str) -> None:
    """The next start finishes it: delivered once, whole, and nothing else lies about."""
    await settle_packages(house)
    await run_release(house, release_id)
    await settle_packages(house)
    async with house.database.reading() as session:
        reader = Reader(session)
        codes = [entry.event.CODE for entry in await reader.history(releases, release_id)]
        state = await reader.state(releases, release_id)
    assert state.status is ReleaseStatus.DELIVERED
    assert codes.count("release.frozen.v1") == codes.count("release.delivered.v1") == 1
    assert [path.name for path in house.packages.iterdir()] == [release_id]
    assert house.packages.stat().st_mode & 0o777 == 0o700
    public = house.keys.ensure_signing(KeyKind.PACKAGE).public
    assert verify_package(house.packages / release_id, public) == state.package_hash


def readable(folder: Path) -> list[str]:
    """Packages under a name that a recipient would look for."""
    packages = folder / "data" / "packages"
    found = packages.iterdir() if packages.is_dir() else iter(())
    return [path.name for path in found if not path.name.startswith(".")]


@pytest.mark.parametrize("step", STEPS)
async def test_a_release_killed_at_a_step_is_finished_by_the_next_start(
    migrated_sqlite: Path, tmp_path: Path, step: str
) -> None:
    url = f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'baimena.sqlite')}"
    signed = await a_signed_release(url, tmp_path)
    assert start(url, tmp_path, signed.release_id, step).wait() == -9
    assert readable(tmp_path) == ([signed.release_id] if step == "named" else [])
    await finished_once(signed.house, signed.release_id)
    await signed.house.database.close()


async def test_a_release_killed_at_any_instant_leaves_no_readable_part(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    first = tmp_path / "first"
    first.mkdir()
    url = f"sqlite:///{shutil.copy(migrated_sqlite, first / 'baimena.sqlite')}"
    signed: Signed = await a_signed_release(url, first)
    await signed.house.database.close()
    chance = random.Random(20260326)
    for number in range(RANDOM_INSTANTS):
        folder = tmp_path / str(number)
        shutil.copytree(first, folder)
        url = f"sqlite:///{folder / 'baimena.sqlite'}"
        running = start(url, folder, signed.release_id, "never")
        time.sleep(chance.uniform(0.5, 1.5))
        running.kill()
        running.wait()
        house = house_at(url, folder, StoryClock(AT + timedelta(hours=2)))
        for name in readable(folder):
            public = house.keys.ensure_signing(KeyKind.PACKAGE).public
            assert verify_package(house.packages / name, public)
        if number % 5 == 0:
            await finished_once(house, signed.release_id)
        await house.database.close()
        shutil.rmtree(folder)
