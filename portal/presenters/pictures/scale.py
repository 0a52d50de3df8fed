"""Days as places on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from portal.presenters.pictures.sheet import WIDTH

LEFT, RIGHT, LEAST = 6, WIDTH - 6, 8
"""The edges, and the least that two days lie apart."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as places. Days close together are drawn a little apart, so that none is hidden."""

    days: Sequence[date]

    @classmethod
    def of(cls, days: Iterable[date]) -> Scale:
        """The scale on which these days have places of their own."""
        return cls(sorted(set(days)))

    def place(self, day: date) -> float:
        """Where one of its days lies."""
        whole = max((self.days[-1] - self.days[0]).days, 1)
        room = RIGHT - LEFT - LEAST * (len(self.days) - 1)
        before = [b - a for a, b in pairwise(self.days) if b <= day]
        return LEFT + sum(LEAST + room * gap.days / whole for gap in before)
