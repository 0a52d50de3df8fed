"""The words of webhooks: what an address may be, and whether anything is sent there."""

from __future__ import annotations

import re
from enum import StrEnum

MOST = 10
"""Webhooks that one partner may have at once."""
ID = re.compile(r"[0-9a-f]{32}")
CODE = re.compile(r"[a-z-]{1,40}\.[a-z-]{1,60}\.v[0-9]{1,3}")
MOST_CODES, LONGEST_URL = 200, 500
REST = r"(:[0-9]{1,5})?(/[!-\"$-\[\]-~]*)?"
"""A port and a path: everything that can be seen, but for # and backslashes."""
ENCRYPTED = re.compile(r"https://([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])" + REST)
ON_THIS_MACHINE = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])" + REST)
"""Where nothing need be encrypted: only a demo sends there at all."""


class WebhookStatus(StrEnum):
    """Whether anything is sent there."""

    ACTIVE = "active"
    DISABLED = "disabled"
    """It took nothing for days, so that we gave up."""
    ENDED = "ended"


def sendable(url: str) -> bool:
    """Whether an address is HTTPS and says nothing but where to send: no user, no fragment. Who
    lives there is asked each time that something is sent."""
    known = ENCRYPTED.fullmatch(url) or ON_THIS_MACHINE.fullmatch(url)
    return known is not None and len(url) <= LONGEST_URL
