"""Answers: their media type, their headers, and what they say of the asker's budget."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from governance.service.web_state import Quota, Spent

POLICY = "points"
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
SECOND = timedelta(seconds=1)


class Answer(Response):
    """One JSON document in UTF-8."""

    def __init__(
        self,
        content: Mapping[str, Any],
        *,
        media: str,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(
            WRITTEN.encode(content).encode(errors="replace"),
            status,
            {**HEADERS, **(headers or {}), "Content-Type": f"{media}; charset=utf-8"},
        )


def limits_told(quota: Quota, spent: Spent) -> dict[str, str]:
    """The budget as header fields: how much there is in how long, what is left, when it is full.

    Source: draft-ietf-httpapi-ratelimit-headers-10; structured fields (RFC 9651).
    """
    told = {
        "RateLimit-Policy": f'"{POLICY}";q={quota.points};w={_seconds(quota.per)};qu="{POLICY}"',
        "RateLimit": f'"{POLICY}";r={spent.left};t={_seconds(spent.full_in)}',
    }
    if not spent.allowed:
        told["Retry-After"] = str(max(_seconds(spent.wait), 1))
    return told


def cost_told(quota: Quota, spent: Spent, requested: int) -> dict[str, Any]:
    """The same as ``extensions`` of an answer, with what this request costs."""
    return {
        "cost": {
            "requested": requested,
            "available": spent.left,
            "maximum": quota.points,
            "restoredPerSecond": int(quota.points / (quota.per / SECOND)),
        }
    }


def _seconds(time: timedelta) -> int:
    return math.ceil(time / SECOND)
