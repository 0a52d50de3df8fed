"""What phrases come to under one question: those that come to the same are taken for one.

A question looks at some cells, one study and one day. Under it a yes until next March and a yes
until next April are the same yes, and a choice about other cells is nothing at all; so that people
who have said different things stand the same, and their facts are made once.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date

from governance.eligibility.asked import Asked
from governance.eligibility.phrases import Phrase, read_phrases
from governance.lives.consents.words import Says, SheetVersion
from governance.storage.projections.stances import SWITCHES, Phrased, still_counting
from governance.vocabulary.cellsets import decode_cells
from governance.vocabulary.instants import day_of

APART = frozenset({"reach", *SWITCHES})
LAST = 2**63


class Meanings:
    """The phrases of a population, by number, under one question."""

    def __init__(self, texts: Mapping[int, str], asked: Asked) -> None:
        self.phrases = read_phrases(texts)
        self._known: dict[str | None, tuple[int, ...]] = {}
        self._switches = {
            str(number): bool(phrase["on"])
            for number, phrase in self.phrases.items()
            if phrase["kind"] == "opt-out"
        }
        first: dict[Hashable, Phrased] = {}
        self._one: dict[str, Phrased | None] = {}
        for number, phrase in self.phrases.items():
            meaning = meaning_of(phrase, asked)
            phrased = number, texts[number]
            self._one[str(number)] = None if meaning is None else first.setdefault(meaning, phrased)

    def opted_out(self, told: str) -> bool | None:
        """Whether the last switching among these was an opting out; None where there is none."""
        for number in reversed(told.split(",") if told else []):
            if number in self._switches:
                return self._switches[number]
        return None

    def of(self, told: str | None) -> tuple[int, ...]:
        """Phrases that come to the same as these, as few as will do, in their order."""
        known = self._known.get(told)
        if known is None:
            said = [self._one[number] for number in told.split(",")] if told else []
            counting = still_counting(one for one in said if one is not None)
            numbers = (number for number, _ in counting)
            known = self._known[told] = tuple(sorted(numbers, key=self._place))
        return known

    def _place(self, number: int) -> int:
        """Reach and switches first, by number: when they were said among the rest is no matter."""
        return number if self.phrases[number]["kind"] in APART else LAST


def meaning_of(phrase: Phrase, asked: Asked) -> Hashable | None:
    """All of a phrase that can matter to a living citizen's facts; None where nothing can.

    It says of a phrase what ``facts_of`` and ``consents.standing`` look at, and no more.
    """
    kind, giver = phrase["kind"], (phrase["slot"], phrase["capacity"])
    match kind:
        case "opt-out" | "minor-refusal":
            return kind, phrase["on"]
        case "reach":
            return kind, giver, phrase["about"]
        case "everything":
            return kind, giver
        case "study" if phrase["about"] == asked.study:
            return kind, giver, _answer(phrase, asked)
        case "choice" if cells := decode_cells(phrase["about"]).intersection(asked.cells):
            return kind, giver, cells, _answer(phrase, asked)
        case _:
            return None


def _answer(phrase: Phrase, asked: Asked) -> Hashable:
    says = Says(phrase["says"])
    if says is not Says.ALLOW:
        return says
    sheet = SheetVersion(*phrase["sheet"]) if phrase["sheet"] else None
    in_force = sheet is not None and asked.sheet_majors.get(sheet.sheet_id) == sheet.major
    until = phrase["until"]
    over = until is not None and day_of(asked.instant.time) > date.fromisoformat(until)
    return in_force, sheet in asked.genetic_sheets, over, phrase["part"]
