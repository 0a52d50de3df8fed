"""The audits of npm ``graphql-http``, which is not ours: what GraphQL over HTTP asks for."""

from __future__ import annotations

import asyncio
import fcntl
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from governance.service.house import House
from graph.app import create_graph
from tests.conftest import absent
from tests.graph.conduct.conftest import settings
from tests.graph.conduct.stand_ins import SCHEMA, EveryNameIsAToken
from tests.portal.sign_in.servers import listening, serving

PACKAGES = ("graphql-http@~1.23.1", "graphql@^16.11")
SCRIPT = Path(__file__).with_name("audits.mjs")
AUDITS = 61
OVER_GET = {"5A70", "D6D5", "6A70"}
"""Each is a MAY: queries over GET. We refuse them on purpose (405), so they are not fulfilled."""


@pytest.fixture(scope="session")
def audits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package in it; processes of one test run share it, one at a time."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        absent("node", "Node and npm are not on this machine")
    folder = tmp_path_factory.getbasetemp().parent / "graphql-http"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            quiet = ["--no-audit", "--no-fund", "--ignore-scripts"]
            command = [str(npm), "install", *quiet, *PACKAGES]
            said = subprocess.run(command, cwd=folder, capture_output=True, timeout=240)
            if said.returncode != 0:
                absent("node", "npm cannot install graphql-http here")
            shutil.copyfile(SCRIPT, folder / SCRIPT.name)
            (folder / "done").touch()
    return folder


async def test_every_must_and_every_should_is_fulfilled(house: House, audits: Path) -> None:
    app = create_graph(SCHEMA, house, EveryNameIsAToken(), settings())
    async with serving(app, listening()) as address:
        process = await asyncio.create_subprocess_exec(
            "node", SCRIPT.name, f"{address}/graphql", "partner", cwd=audits, stdout=subprocess.PIPE
        )
        said, _ = await process.communicate()
    found: list[dict[str, Any]] = json.loads(said)
    assert len(found) == AUDITS
    assert {one["id"] for one in found if one["status"] != "ok"} == OVER_GET
    assert all(one["name"].startswith("MAY ") for one in found if one["id"] in OVER_GET)
