"""Everything on the partners' page is run as it stands there, and answers as the page says."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests.conftest import CHECKOUT, absent
from tests.graph.running import Running, running
from tests.portal.sign_in.servers import listening

PAGE = (CHECKOUT / "docs" / "partners.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found[1], found[2]) for found in BLOCK.finditer(PAGE)]
BETWEEN = "-- the next snippet --"
PROGRAM = """#!/bin/sh
exec {python} -m portal.cli.main "$@" --folder {folder} --identity-port {port}
"""


@dataclass(frozen=True)
class Afternoon:
    """A partner's developer at her desk: a folder of her own, the demo, and its commands."""

    demo: Running
    desk: Path
    receives: int
    """The port at which her own server is told of changes."""

    async def run(self, *command: str, text: str) -> str:
        """Run what she typed; what it printed."""
        for port, address in ((8000, self.demo.site.portal), (8001, self.demo.site.identity)):
            text = text.replace(f"http://127.0.0.1:{port}", address)
        text = text.replace("9000", str(self.receives))
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=self.desk,
            env={"PATH": f"{self.desk}:/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT)},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, wrong = await process.communicate(text.encode())
        assert process.returncode == 0, said.decode() + wrong.decode()
        return said.decode()


@pytest.fixture
async def afternoon(tmp_path: Path) -> AsyncIterator[Afternoon]:
    """The demo, on ports of its own, and a folder with ``baimena`` on the path."""
    desk = tmp_path / "desk"
    async with running(desk / "var" / "demo") as demo:
        port = demo.site.identity.rpartition(":")[2]
        program = desk / "baimena"
        program.write_text(
            PROGRAM.format(python=sys.executable, folder=demo.site.folder, port=port)
        )
        program.chmod(0o700)
        with listening() as free:
            receives = free.getsockname()[1]
        yield Afternoon(demo, desk, receives)


async def test_every_snippet_of_the_page_does_what_it_says(afternoon: Afternoon) -> None:
    await every_command_answers(afternoon)
    await every_program_runs(afternoon)


async def every_command_answers(afternoon: Afternoon) -> None:
    if which("curl") is None:
        absent("curl", "curl is not on this machine")
    commands = [text for kind, text in BLOCKS if kind == "bash"]
    script = f"echo; echo '{BETWEEN}'\n".join(["set -euo pipefail\n", *commands])
    _, *answers = (await afternoon.run("bash", text=script)).split(BETWEEN)
    told = iter(answers)
    answer = ""
    for kind, text in BLOCKS:
        if kind == "bash":
            answer = next(told).strip()
        elif kind == "json":
            assert shape(json.loads(answer)) == shape(json.loads(text)), answer
        elif kind == "text":
            assert digits_apart(answer) == digits_apart(text.strip())
    assert len(commands) > 8


async def every_program_runs(afternoon: Afternoon) -> None:
    programs = [text for kind, text in BLOCKS if kind == "python"]
    said = await afternoon.run(sys.executable, "-", text="\n".join(programs))
    key, decided, cost, register, told, again = said.splitlines()
    assert json.loads(key).keys() == {"kty", "crv", "x", "y", "kid", "use", "alg"}
    assert (afternoon.desk / "our-key.json").stat().st_mode & 0o777 == 0o600
    allowed = re.fullmatch(r"(\d+) of 50 may leave", decided)
    assert allowed is not None
    assert 0 < int(allowed[1]) < 50
    assert "'requested'" in cost
    assert re.fullmatch(r"\d+ requests in the register", register)
    code = told.partition(" ")[0]
    assert re.fullmatch(rf"{re.escape(code)} at position \d+", told)
    assert again == f"{code} once more"


def shape(value: Any) -> Any:
    """What is the same in two answers to the same question: names, texts of codes, kinds."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]+(-[a-z]+)*", value):
        return value
    return type(value).__name__


def digits_apart(text: str) -> list[str]:
    """Lines without their figures."""
    return [re.sub(r"\d+", "0", line.strip()) for line in text.splitlines()]
