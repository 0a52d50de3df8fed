"""Who may decide for citizens, who is protected, who had opted out at the cut-off: by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from governance.eligibility.phrases import giver_of
from governance.lives.citizens.words import ENDING_AT_MAJORITY
from governance.vocabulary.people import Capacity, SubjectId

Mandates = frozenset[tuple[SubjectId, Capacity]]
NOBODY: Mandates = frozenset()


@dataclass(frozen=True, slots=True)
class Ties:
    """How citizens stand on the day that counts."""

    told: Mapping[int, str]
    """Mandates as ``slot capacity``, in order, with commas between."""
    protected: frozenset[int]
    out: Mapping[int, bool]
    """Whether she was opted out at the cut-off; whoever had never said so by then is not here."""
    _read: dict[tuple[str, bool], Mandates] = field(default_factory=dict)

    def apart(self) -> frozenset[int]:
        """Whoever differs from her neighbour in more than her age and what she has said."""
        return self.protected.union(self.told, self.out)

    def of(self, number: int) -> tuple[str | None, bool, bool | None]:
        """All of hers: whoever has the same stands the same."""
        return self.told.get(number), number in self.protected, self.out.get(number)

    def mandates(self, number: int, *, adult: bool) -> Mandates:
        """Who may decide for her."""
        told = self.told.get(number)
        if told is None:
            return NOBODY
        read = self._read.get((told, adult))
        if read is None:
            pairs = [one.split(" ") for one in told.split(",")]
            read = self._read[told, adult] = frozenset(
                (giver_of(int(slot)), Capacity(capacity))
                for slot, capacity in pairs
                if not (adult and capacity in ENDING_AT_MAJORITY)
            )
        return read
