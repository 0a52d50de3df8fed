"""Who may be in the package: the rules of the law, naively, one person and one cell at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from tests.checker.permit import Permit
from tests.checker.region import Act, Person, Region, day_of

FARTHER = ("navarre-and-spain", "eu-eea", "worldwide")
WEIGHT = {"allow": 0, "refuse": 1, "withdraw": 2}
ORDER = ("refused", "withdrawn", "allowed", "expired", "old-sheet", "no-mandate")


class Judge:
    """Judges everybody of a region for one permit at one instant."""

    def __init__(self, region: Region, permit: Permit, as_of: datetime) -> None:
        self.region, self.permit, self.as_of = region, permit, as_of
        self.today = day_of(as_of)

    def allowed(self) -> set[str]:
        """Everybody who may be in the package."""
        return {name for name in self.region.people if self.why_not(name) is None}

    def why_not(self, name: str) -> str | None:
        """The first reason found why somebody may not be in the package."""
        person = self.region.people.get(name)
        if person is None:
            return "never registered"
        said, behind = self._said(person)
        if said != "allowed":
            return said
        if self._age(person) < 18:
            if self._on(person, "minor-refusal", self.as_of):
                return "the minor's own refusal"
            if any(act.capacity == "self" for act in behind):
                return "a minor decided alone"
            if self._age(person) >= 14 and not all(act.took_part for act in behind):
                return "the minor took no part"
        elif person.protected and "judicial-support" not in self._mandates(person).values():
            return "a protected adult without support"
        if self._on(person, "opt-out", self.permit.issued_at if self.permit.ehds else self.as_of):
            return "opted out"
        if not self._reaches(person):
            return "the recipient is too far away"
        if self._uninformed(person):
            return "no information on genetic data"
        if self.permit.family_linked and not self._relatives_allow(name):
            return "a relative does not allow"
        return None

    def _reckoned(self, person: Person) -> date:
        """The day on which age and mandates are asked: for the dead, the day of death."""
        return min(person.died, self.today) if person.died else self.today

    def _age(self, person: Person) -> int:
        day, born = self._reckoned(person), person.born
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def _mandates(self, person: Person) -> dict[tuple[str, str], str]:
        """Who may decide for her, in which capacity."""
        day, adult = self._reckoned(person), self._age(person) >= 18
        return {
            (one.by, one.capacity): one.capacity
            for one in self.region.mandates.get(person.name, ())
            if (one.since is None or one.since <= day)
            and (one.until is None or day <= one.until)
            and not (adult and one.capacity in ("parent", "guardian"))
        }

    def _acts(self, person: Person, kinds: Iterable[str]) -> list[Act]:
        return [act for act in self.region.acts.get(person.name, ()) if act.act in kinds]

    def _counts(self, act: Act, person: Person) -> bool:
        """Whether its giver may decide for this person now."""
        if act.capacity == "self":
            return act.giver == person.name
        return (act.giver, act.capacity) in self._mandates(person)

    def _after_death(self, act: Act, person: Person) -> bool:
        return person.died is not None and day_of(act.effective) > person.died

    def _meaning(self, act: Act, person: Person) -> str:
        """What one standing act comes to."""
        if not self._counts(act, person):
            return "no-mandate"
        if act.act == "withdraw-everything" or act.says == "withdraw":
            return "withdrawn"
        if act.says == "refuse":
            return "refused"
        if self._after_death(act, person):
            return "no-mandate"
        if act.major is None or self.permit.sheets.get(act.sheet) != act.major:
            return "old-sheet"
        if act.valid_until is not None and self.today > act.valid_until:
            return "expired"
        return "allowed"

    def _stands(self, person: Person, about: Callable[[Act], bool]) -> tuple[str, list[Act]]:
        """What stands among the answers about something, and the acts that allow it."""
        matching = [act for act in self._acts(person, ("choice", "study")) if about(act)]
        latest: dict[str, Act] = {}
        withdrawals = self._acts(person, ("withdraw-everything",))
        for act in sorted([*matching, *withdrawals], key=_weight):
            latest[act.giver] = act
        meanings = [(self._meaning(act, person), act) for act in latest.values()]
        for meaning in ORDER:
            behind = [act for found, act in meanings if found == meaning]
            if behind:
                return meaning, behind
        return "never asked", []

    def _said(self, person: Person) -> tuple[str, list[Act]]:
        """What she says to this release: her answer to the study, else to every cell."""
        if any(self._this_study(act) for act in self._acts(person, ("study",))):
            return self._stands(person, self._this_study)
        behind: list[Act] = []
        for cell in self.permit.cells:
            said, acts = self._stands(person, _about(cell))
            if said != "allowed":
                return said, []
            behind += acts
        return "allowed", behind

    def _this_study(self, act: Act) -> bool:
        return act.act == "study" and act.study == self.permit.study

    def _on(self, person: Person, kind: str, until: datetime) -> bool:
        """Whether a switch was on at an instant; at equal times it is on."""
        switched = [
            (act.effective, act.act == kind)
            for act in self._acts(person, (kind, f"lift-{kind}"))
            if act.effective <= until and not (act.act != kind and self._after_death(act, person))
        ]
        return max(switched, default=(until, False))[1]

    def _reaches(self, person: Person) -> bool:
        latest: dict[str, tuple[datetime, int]] = {}
        for act in self._acts(person, ("reach",)):
            if self._counts(act, person) and not self._after_death(act, person):
                said = (act.effective, -FARTHER.index(act.reach))
                latest[act.giver] = max(said, latest.get(act.giver, said))
        narrowest = min((-farther for _, farther in latest.values()), default=-1)
        return narrowest >= FARTHER.index(self.permit.place)

    def _uninformed(self, person: Person) -> bool:
        """Genomic data, allowed under a sheet that does not explain what article 47 asks for."""
        if "genomic" not in self.permit.categories or (self.permit.ehds and not self.permit.strict):
            return False
        behind = []
        if any(self._this_study(act) for act in self._acts(person, ("study",))):
            behind = self._stands(person, self._this_study)[1]
        else:
            for cell in self.permit.cells:
                if cell.split(":")[1] == "genomic":
                    behind += self._stands(person, _about(cell))[1]
        return any((act.sheet, act.major) not in self.permit.genetic for act in behind)

    def _relatives_allow(self, name: str) -> bool:
        """Answers are joined, never verdicts: else two relatives would wait for each other."""
        return all(
            other in self.region.people and self._said(self.region.people[other])[0] == "allowed"
            for other in self.region.relatives.get(name, ())
        )


def _about(cell: str) -> Callable[[Act], bool]:
    """Whether a general choice is about this cell."""
    return lambda act: act.act == "choice" and (act.everything or cell in act.cells)


def _weight(act: Act) -> tuple[datetime, int, int]:
    """Of one giver the act with the greatest weight stands."""
    says = "withdraw" if act.act == "withdraw-everything" else act.says
    return (act.effective, WEIGHT[says], act.order)
