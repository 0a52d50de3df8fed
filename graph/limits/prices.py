"""What costs more than its size says. The names are those of the schema; a test compares them.

A field costs a point for each object, list and value that it can put into the answer. A row here
adds to that where more work stands behind it, or says how long a list without ``first`` can get.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one field costs beyond what it puts into the answer, and how long its list can be."""

    fixed: int = 0
    """Points each time it is asked for."""
    by: tuple[str, ...] = ()
    """The argument, or the way to it through input objects, whose length sizes the answer."""
    each: int = 0
    """Points for each element of that argument."""
    most: int = 0
    """How long that argument can be: what a missing variable counts as."""
    items: int | None = None
    """The longest that its list can be, where it takes no ``first``."""
    paged: bool = False
    """Its list is as long as the page, or the argument, of the field above it."""


PLAIN = Price()
PRICES: Mapping[str, Price] = {}
