"""Where the time of our process goes for one answer, and how many statements it takes."""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import time
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.types import ASGIApp, Message

from tests.benchmarks.partners.server import api
from tests.benchmarks.serving import HOST, SETTINGS
from tests.benchmarks.visitors import Posted
from tests.graph.counting import counted

STEPS = {
    "token": [("who.py", "who")],
    "body read": [("reading.py", "read_request")],
    "guard and price": [("documents.py", name) for name in ("read", "cost", "errors")],
    "quota": [("budget.py", "pay")],
    "the instant": [("instants.py", "pin")],
    "views": [("ask.py", "ask"), ("ask.py", "ask_each")],
    "of which permission": [("question.py", "verdict_on"), ("question.py", "acts_on")],
    "redaction": [("question.py", "redacted")],
    "log of the read": [("ask.py", "end")],
    "command": [("carry_out.py", "carry_out")],
    "JSON": [("answers.py", "__init__")],
}
"""Functions whose whole time is told, by file and name; the rest is the answer's own fields."""
ROUTE = {"type": "http", "http_version": "1.1", "method": "POST", "scheme": "http"}


async def answered(app: ASGIApp, one: Posted) -> bytes:
    """Ask the application itself, without a server. Raises RuntimeError for a wrong answer."""
    told = [("host", HOST), ("content-type", "application/json")]
    told += [(name.lower(), value) for name, value in (line.split(": ") for line in one.head)]
    headers = [(name.encode(), value.encode()) for name, value in told]
    scope = {**ROUTE, "path": one.path, "raw_path": one.path.encode(), "query_string": b""}
    scope |= {"root_path": "", "headers": headers, "client": (HOST, 1), "server": (HOST, 80)}
    body, status = b"", 0

    async def receive() -> Message:
        return {"type": "http.request", "body": one.body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal body, status
        status = message.get("status", status)
        body += message.get("body", b"")

    await app(scope, receive, send)
    if not one.fits(status, body):
        raise RuntimeError(f"{one.name}: {status}")
    return body


async def profiled(
    told: Mapping[str, object], work: Mapping[str, Sequence[Posted]], sizes: Sequence[Posted]
) -> list[str]:
    """A line for each question; and the statements of answers of several sizes."""
    os.environ[SETTINGS] = json.dumps(told)
    app = api()
    try:
        lines = [f"{name}: {await _profile(app, those)}" for name, those in work.items()]
        for one in sizes:
            await answered(app, one)
            with counted() as statements:
                await answered(app, one)
            lines.append(f"{one.name}: {len(statements)} statements")
        return lines
    finally:
        await app.state.authentication.close()


async def _profile(app: ASGIApp, those: Sequence[Posted]) -> str:
    for one in those:
        await answered(app, one)
    began = time.thread_time()
    for one in those:
        await answered(app, one)
    each = (time.thread_time() - began) / len(those)
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    for one in those:
        await answered(app, one)
    profile.disable()
    return f"{each * 1e3:.2f} ms of CPU without a server; {_parts(pstats.Stats(profile))}"


def _parts(stats: Any) -> str:
    spent = {
        step: sum(
            row[3]
            for (file, _, name), row in stats.stats.items()
            if any(file.endswith(f"/{ours}") and name == function for ours, function in where)
        )
        for step, where in STEPS.items()
    }
    return ", ".join(
        f"{step} {seconds / stats.total_tt:.0%}" for step, seconds in spent.items() if seconds
    )
