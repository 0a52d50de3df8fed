"""Old stored codes and how they are read today. Nothing stored is ever rewritten.

An entry here is added when an event changes shape: its class takes the next version as ``CODE``,
and the old code says how a body of that time becomes one of the new. Steps follow each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Body = dict[str, Any]
Upcasts = Mapping[str, tuple[str, Callable[[Body], Body]]]

UPCASTS: Upcasts = {}
"""Old code -> (newer code, how its body becomes one of that). Empty while nothing is old."""


def up_to_date(code: str, body: Body, upcasts: Upcasts) -> tuple[str, Body]:
    """The code and body of today."""
    while code in upcasts:
        code, upcast = upcasts[code]
        body = upcast(body)
    return code, body
