"""How a request ended, as the public register says it."""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    """What became of a request that was received (EHDS 57(1)(j)(iii))."""

    PENDING = "pending"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Given up by its applicant."""
    LAPSED = "lapsed"
    """Returned, and not completed in time (EHDS 68(4))."""
