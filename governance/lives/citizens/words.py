"""The words of a citizen's entry: kinship, representation, protection, and when each holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.vocabulary.people import Capacity, SubjectId

REPRESENTING = frozenset({Capacity.PARENT, Capacity.GUARDIAN, Capacity.SUPPORT})
"""Capacities in which one person decides for another."""

ENDING_AT_MAJORITY = frozenset({Capacity.PARENT, Capacity.GUARDIAN})
"""RD 1716/2011 32.3: at 18 these end by themselves, by date."""


class KinshipKind(StrEnum):
    """How a declared relative is related to the citizen."""

    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Kinship:
    """A declared relative. Erasable, so it enters the ledger as the digest of its text."""

    kind: KinshipKind
    relative: SubjectId

    def __str__(self) -> str:
        """``sibling 0123...``, the text that is kept beside the ledger."""
        return f"{self.kind} {self.relative}"

    @staticmethod
    def parse(text: str) -> Kinship:
        """Read the form that ``str`` writes."""
        kind, relative = text.split(" ")
        return Kinship(KinshipKind(kind), SubjectId(relative))


@dataclass(frozen=True, slots=True)
class Representation:
    """Somebody may decide for the citizen, from one day to another, both included."""

    representative: SubjectId
    capacity: Capacity
    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies within it; majority and death are asked apart."""
        return self.since <= day and (self.until is None or day <= self.until)

    def overlaps(self, since: date, until: date | None) -> bool:
        """Whether some day lies within both."""
        begins_in_time = until is None or self.since <= until
        return begins_in_time and (self.until is None or since <= self.until)


@dataclass(frozen=True, slots=True)
class Protection:
    """Judicial support measures for an adult, from one day to another, both included."""

    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies within it."""
        return self.since <= day and (self.until is None or day <= self.until)
