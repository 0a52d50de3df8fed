"""The words of consent: what can be said, under which sheet, and which answer outweighs which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import Cell


class Says(StrEnum):
    """What one act says about its cells."""

    ALLOW = "allow"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


WEIGHT = {Says.ALLOW: 0, Says.REFUSE: 1, Says.WITHDRAW: 2}
"""At equal effective times the heavier one stands."""


@dataclass(frozen=True, slots=True)
class SheetVersion:
    """The information that was read before choosing."""

    sheet_id: str
    major: int
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How something was said: by whom, in which capacity, and when it counts from."""

    giver: SubjectId
    capacity: Capacity
    channel: Channel
    effective_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, to cells or to a study. ``order`` is its place among the acts as recorded."""

    cells: frozenset[Cell]
    study: str | None
    says: Says
    given: Given
    sheet: SheetVersion | None
    language: Language | None
    valid_until: date | None
    minor_took_part: bool | None
    order: int

    def sort_key(self) -> tuple[datetime, int, int]:
        """Of one giver, the answer with the greatest key stands."""
        return (self.given.effective_at, WEIGHT[self.says], self.order)
