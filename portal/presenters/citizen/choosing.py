"""The way through a choice: which question comes next, and what the answers come to. Pure.

A citizen is asked family by family: all of it, none of it, or some. Only who says *some*
is asked which data and which recipients. Care is never asked: it is never conditional.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from governance.vocabulary.purposes import (
    ALL_CELLS,
    FAMILY,
    Cell,
    DataCategory,
    PurposeFamily,
    Reach,
    RecipientKind,
)

ASKED = tuple(family for family in PurposeFamily if family is not PurposeFamily.CARE)
"""The families that a citizen is asked about, in the order in which she is asked."""
DATA, RECIPIENTS = "data", "recipients"
REACH, TOOK_PART, CHECK = "reach", "took-part", "check"


class Extent(StrEnum):
    """How much of a family she allows."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FamilyAnswer:
    """What she said of one family. Data and recipients matter where the extent is *some*."""

    extent: Extent | None = None
    data: frozenset[DataCategory] = frozenset()
    recipients: frozenset[RecipientKind] = frozenset()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.extent is not None and (
            self.extent is not Extent.SOME or bool(self.data and self.recipients)
        )

    def allows(self, cell: Cell) -> bool:
        """Whether a cell of this family is allowed by it."""
        if self.extent is Extent.SOME:
            return cell.category in self.data and cell.recipient in self.recipients
        return self.extent is Extent.ALL


@dataclass(frozen=True, slots=True)
class Choosing:
    """Everything answered so far."""

    families: Mapping[PurposeFamily, FamilyAnswer] = field(default_factory=dict)
    reach: Reach | None = None
    took_part: bool | None = None
    for_minor: bool = False

    def of(self, family: PurposeFamily) -> FamilyAnswer:
        """What she said of a family so far."""
        return self.families.get(family, FamilyAnswer())

    def with_family(self, family: PurposeFamily, answer: FamilyAnswer) -> Choosing:
        """The same with another answer to one family."""
        return replace(self, families={**self.families, family: answer})

    def steps(self) -> Iterator[str]:
        """Every question on her way, in order; the last is to check the answers."""
        for family in ASKED:
            yield family.value
            if self.of(family).extent is Extent.SOME:
                yield f"{family.value}.{DATA}"
                yield f"{family.value}.{RECIPIENTS}"
        yield REACH
        if self.for_minor:
            yield TOOK_PART
        yield CHECK

    def after(self, step: str) -> str:
        """The question that follows. An unknown one begins anew."""
        steps = list(self.steps())
        place = steps.index(step) if step in steps else -1
        return steps[min(place + 1, len(steps) - 1)]

    def before(self, step: str) -> str | None:
        """The question that comes before; None before the first."""
        steps = list(self.steps())
        place = steps.index(step) if step in steps else 0
        return steps[place - 1] if place else None

    @property
    def complete(self) -> bool:
        """Whether the answers can be recorded."""
        asked = all(self.of(family).complete for family in ASKED)
        return asked and self.reach is not None and (self.took_part is not None) >= self.for_minor

    def cells(self) -> tuple[frozenset[Cell], frozenset[Cell]]:
        """The cells that she allows, and those that she refuses: together every one."""
        allowed = frozenset(
            cell for cell in ALL_CELLS if self.of(FAMILY[cell.purpose]).allows(cell)
        )
        return allowed, ALL_CELLS - allowed

    def to_json(self) -> bytes:
        """As it is kept on the way."""
        families = {
            family.value: {
                "extent": answer.extent,
                "data": sorted(answer.data),
                "recipients": sorted(answer.recipients),
            }
            for family, answer in self.families.items()
        }
        kept = {"families": families, "reach": self.reach, "took_part": self.took_part}
        return json.dumps(kept).encode()


def from_json(kept: bytes | None, *, for_minor: bool) -> Choosing:
    """What was kept on the way. Only we wrote it: anything else is a fault of ours."""
    if kept is None:
        return Choosing(for_minor=for_minor)
    told: dict[str, Any] = json.loads(kept)
    families = {
        PurposeFamily(name): FamilyAnswer(
            Extent(said["extent"]) if said["extent"] else None,
            frozenset(map(DataCategory, said["data"])),
            frozenset(map(RecipientKind, said["recipients"])),
        )
        for name, said in told["families"].items()
    }
    reach = Reach(told["reach"]) if told["reach"] else None
    return Choosing(families, reach, told["took_part"], for_minor)
