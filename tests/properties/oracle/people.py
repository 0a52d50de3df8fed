"""What a clerk would know of a citizen: sentences and dates, and no meaning yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One sentence: a choice, an answer to a study, a reach, or the turning of a switch."""

    kind: str
    giver: str
    capacity: str
    effective: datetime
    says: str = ""
    cells: frozenset[str] = frozenset()
    study: str = ""
    reach: str = ""
    major: int = 1
    until: date | None = None
    took_part: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """Somebody may decide for the citizen, both days included."""

    by: str
    capacity: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """One entry of the register: ``registered``, ``never``, ``erased`` or ``merged``."""

    name: str
    entry: str = "registered"
    born: date | None = None
    died: date | None = None
    mandates: tuple[Mandate, ...] = ()
    protected_since: date | None = None
    relatives: frozenset[str] = frozenset()
    acts: tuple[Act, ...] = ()

    def reckoned(self, today: date) -> date:
        """The day on which age and mandates are asked: for the dead, the day of death."""
        return today if self.died is None else min(self.died, today)

    def age(self, today: date) -> int | None:
        """Full years; somebody born on 29 February grows older on 1 March."""
        if self.born is None:
            return None
        day, born = self.reckoned(today), self.born
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def may_decide(self, today: date) -> set[tuple[str, str]]:
        """Everybody who may decide for her, and as what; parents only until she is 18."""
        day, age = self.reckoned(today), self.age(today)
        return {
            (one.by, one.capacity)
            for one in self.mandates
            if one.since <= day and (one.until is None or day <= one.until)
            if one.capacity == "judicial-support" or age is None or age < 18
        }


def day_in_navarre(at: datetime) -> date:
    """The day that the clock on the wall shows."""
    return at.astimezone(ZoneInfo("Europe/Madrid")).date()
