"""The portal as ``baimena serve`` runs it, on a region of a benchmark; beside it plain bytes.

What only a benchmark needs is in the environment of its processes: where the region lies, how many
rows a long list has, and since when the clock of the region runs on.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from governance.service.house import open_house, system_clock
from governance.service.settling import settle
from governance.views.paging import Page, Part
from portal import visit
from portal.observing import SHARED_FIGURES
from portal.server import create_app
from tests.portal.world import NOW, SECRET, reception_of

HOST, PROCESSES = "127.0.0.1", 2
"""As many processes as ``baimena serve`` starts by itself."""
AFTER = timedelta(days=1)
"""The region is visited so long after it was made."""
SETTINGS = "BAIMENA_BENCHMARK"
START_SECONDS = 60


def portal() -> Starlette:
    """What each process of the portal runs."""
    told = json.loads(os.environ[SETTINGS])
    folder, began = Path(told["folder"]), datetime.fromisoformat(told["began"])
    house = open_house(
        told["url"],
        keys=folder / "keys",
        secret=SECRET,
        data=folder / "data",
        clock=lambda: NOW + AFTER + (system_clock() - began),
    )
    lists_of(told["rows"])
    app = create_app(reception_of(house), hosts=[HOST])
    settle()
    return app


def lists_of(rows: int) -> None:
    """Let long lists show so many rows at once."""
    vars(visit).update(FIRST=Page(size=rows), NEWEST=Part(size=rows))


def plain() -> Starlette:
    """The same server and framework, and nothing to do: bytes of a page from memory."""
    body = Path(json.loads(os.environ[SETTINGS])["body"]).read_bytes()

    async def bytes_of(request: Request) -> Response:
        return Response(body, media_type="text/html")

    return Starlette(routes=[Route("/{rest:path}", bytes_of)])


def began() -> str:
    """Since when the clock of the region runs on: since now."""
    return system_clock().isoformat()


@contextmanager
def served(
    factory: str,
    told: Mapping[str, object],
    processes: int = PROCESSES,
    *,
    module: str = "serving",
) -> Iterator[int]:
    """The port at which it answers while the block lasts."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        port: int = one.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", f"tests.benchmarks.{module}:{factory}", "--factory"]
    command += ["--host", HOST, "--port", str(port), "--workers", str(processes)]
    command += ["--no-access-log", "--no-server-header", "--log-level", "warning"]
    with tempfile.TemporaryDirectory() as figures:
        known = {**os.environ, SETTINGS: json.dumps(told), SHARED_FIGURES: figures}
        server = subprocess.Popen(command, env=known)
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(START_SECONDS)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with socket.socket() as one:
            if one.connect_ex((HOST, port)) == 0:
                return
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the server did not start")
        time.sleep(0.1)
