"""Counts of fewer than ten people are shown to nobody but officers and auditor, and neither is what
would let a reader work them out from the total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")

LEAST_SHOWN = 10
"""The smallest number of people that may be shown."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[K]):
    """A total and the parts that make it up. None is suppressed."""

    total: int | None
    parts: Mapping[K, int | None]


def shown_count(people: int) -> int | None:
    """One count that stands alone: itself, or None below ten, nobody included."""
    return people if people >= LEAST_SHOWN else None


def shown_parts(parts: Mapping[K, int]) -> Shown[K]:
    """Parts that add up to a total, each person counted once.

    Parts below ten are suppressed, then the smallest others, until at least two are missing and
    together hold ten people: so the total minus what is shown tells of no group below ten. Parts of
    nobody are suppressed as well: that nobody is left out tells about everybody.
    """
    total = sum(parts.values())
    by_size = sorted(parts, key=lambda part: (parts[part], str(part)))
    missing = [part for part in by_size if parts[part] < LEAST_SHOWN]
    for part in by_size[len(missing) :]:
        if not missing or (len(missing) > 1 and _people(parts, missing) >= LEAST_SHOWN):
            break
        missing.append(part)
    hidden = frozenset(missing)
    return Shown(
        shown_count(total),
        {part: None if part in hidden else people for part, people in parts.items()},
    )


def _people(parts: Mapping[K, int], some: list[K]) -> int:
    return sum(parts[part] for part in some)
