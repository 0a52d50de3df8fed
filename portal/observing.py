"""What the people who run it can see: is it alive, can it work, how much and how fast.

Figures hold names of pages and codes, never addresses, people or what was sent. With several
processes, ``PROMETHEUS_MULTIPROC_DIR`` names a folder in which they keep their figures together.
"""

from __future__ import annotations

import hmac
import os
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from governance.service.house import House
from governance.service.ledger_check import ledger_size

SHARED_FIGURES = "PROMETHEUS_MULTIPROC_DIR"
ANSWERS = Counter("baimena_answers_total", "Answers of the portal.", ("page", "status"))
SECONDS = Histogram(
    "baimena_answer_seconds",
    "How long an answer took.",
    ("page",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 10.0),
)


def observe(page: str, status: int, seconds: float) -> None:
    """One more answer."""
    ANSWERS.labels(page, str(status)).inc()
    SECONDS.labels(page).observe(seconds)


async def healthz(request: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("alive\n")


async def metrics(request: Request) -> Response:
    """The figures, for whoever bears the token of the settings; without one there are none."""
    token: str | None = request.app.state.metrics_token
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token is None or not hmac.compare_digest(token.encode(), given.encode()):
        raise HTTPException(404)
    registry = REGISTRY
    if os.environ.get(SHARED_FIGURES):
        registry = CollectorRegistry()
        collect: Any = MultiProcessCollector  # it says nothing of its types
        collect(registry)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


async def readyz(request: Request) -> Response:
    """The database answers and has its tables; 503 where it does not."""
    house: House = request.app.state.reception.house
    try:
        await ledger_size(house)
    except Exception:  # whatever it is, nobody should be led here now
        return PlainTextResponse("not ready\n", 503)
    return PlainTextResponse("ready\n")
