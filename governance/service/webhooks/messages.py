"""What is sent to a partner system of one change: that it happened, and to what."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from governance.service.handles import Handles
from governance.views.changes import Change


class Answer(StrEnum):
    """What became of one message."""

    TAKEN = "taken"
    NOT_TAKEN = "not-taken"
    GONE = "gone"
    """The receiver says that it wants nothing any more (HTTP 410)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One event, for one address. Its id is the same however often it is sent."""

    id: str
    at: datetime
    """Of this attempt."""
    url: str
    body: str
    """JSON with ``type``, ``timestamp`` and ``data``. Source: Standard Webhooks."""
    secret: str = field(repr=False)


Send = Callable[[Message], Awaitable[Answer]]
"""Sends one message; whatever goes wrong is an answer."""


def body_of(change: Change, handles: Handles) -> str:
    """What a message says: the event's code and time, its position, and the thing that it is about,
    under the name by which this partner may ask on."""
    life, name = handles.thing(change.about)
    said = {
        "type": change.code,
        "timestamp": change.at.isoformat(),
        "data": {"position": change.position, "life": life, "id": name},
    }
    return json.dumps(said, separators=(",", ":"))
