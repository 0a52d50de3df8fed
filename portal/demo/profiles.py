"""Kinds of citizens: what each kind has said, and how it is written down as acts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from portal.demo.rows import ActRow

RESEARCH = " ".join(
    f"{purpose}:{category}:public-research"
    for purpose in ("scientific-research", "education")
    for category in ("genomic", "other-omics", "clinical", "imaging", "epidemiological")
)
NO_GENOMICS = " ".join(
    f"scientific-research:{category}:public-research"
    for category in ("clinical", "imaging", "epidemiological")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of citizen. ``says`` names steps that :class:`Telling` writes as acts."""

    name: str
    weight: int
    says: tuple[str, ...]
    died: bool = False
    protected: bool = False
    supported: bool = False
    sibling: bool = False
    youngest: int = 0
    oldest: int = 0


PROFILES = (
    Profile(name="accepting", weight=420, says=("allow-all", "reach-world")),
    Profile(name="accepting-research", weight=120, says=("allow-research", "reach-eea")),
    Profile(name="refusing", weight=70, says=("refuse-all", "reach-eea")),
    Profile(name="withdrawn", weight=60, says=("allow-all", "reach-world", "withdraw-all")),
    Profile(name="without-genomics", weight=40, says=("allow-no-genomics", "reach-eea")),
    Profile(name="expired", weight=40, says=("allow-expired", "reach-world")),
    Profile(name="never-asked", weight=50, says=()),
    Profile(name="opted-out", weight=40, says=("allow-all", "reach-world", "opt-out")),
    Profile(name="opted-in-again", weight=15, says=("allow-all", "reach-world", "opt-out", "lift-opt-out")),
    Profile(name="deceased", weight=20, says=("allow-all", "reach-world"), died=True),
    Profile(name="study-only", weight=20, says=("refuse-all", "reach-eea", "study-allow")),
    Profile(name="not-this-study", weight=20, says=("allow-all", "reach-world", "study-refuse")),
    Profile(name="wrong-reach", weight=30, says=("allow-all", "reach-spain")),
    Profile(name="reach-never-answered", weight=10, says=("allow-all",)),
    Profile(name="keyed-in-late", weight=15, says=("reach-world", "withdraw-all", "allow-late")),
    Profile(name="old-sheet", weight=15, says=("allow-old-sheet", "reach-world")),
    Profile(name="everything-withdrawn", weight=10, says=("allow-all", "reach-world", "study-allow", "withdraw-everything")),
    Profile(name="supported", weight=10, says=("support-allow", "support-reach"), protected=True, supported=True),
    Profile(name="unsupported", weight=5, says=("allow-all", "reach-world"), protected=True),
    Profile(name="with-sibling", weight=20, says=("allow-all", "reach-world"), sibling=True),
)  # fmt: skip
"""The first three are what a sibling may be."""

MINOR_PROFILES = (
    Profile(name="child", weight=30, says=("parents-allow", "parent-reach"), youngest=2, oldest=12),
    Profile(name="took-part", weight=20, says=("parents-allow-with-part", "parent-reach"), youngest=14, oldest=16),
    Profile(name="took-no-part", weight=12, says=("parents-allow", "parent-reach"), youngest=14, oldest=16),
    Profile(name="one-parent-refuses", weight=14, says=("parents-disagree", "parent-reach"), youngest=3, oldest=12),
    Profile(name="own-refusal", weight=12, says=("parents-allow-with-part", "parent-reach", "own-refusal"), youngest=14, oldest=16),
    Profile(name="of-age-since", weight=12, says=("parents-allow-with-part-then", "parent-reach-then"), youngest=18, oldest=18),
)  # fmt: skip


@dataclass
class Telling:
    """Writes the acts of one citizen, a step after another, from the past towards today."""

    chance: random.Random
    today: date
    study: str
    sheet: str

    def acts_of(self, profile: Profile, name: str, others: tuple[str, ...]) -> list[ActRow]:
        """The acts of a citizen of this kind; ``others`` are her representatives, if any."""
        when = self.today - timedelta(days=self.chance.randrange(200, 360))
        acts: list[ActRow] = []
        for step in profile.says:
            acts += self._step(step, name, others, when)
            when += timedelta(days=self.chance.randrange(5, 40))
        return acts

    def _at(self, day: date) -> str:
        minutes = self.chance.randrange(7 * 60, 21 * 60)
        moment = datetime.combine(day, time(), UTC) + timedelta(minutes=minutes)
        return moment.isoformat().replace("+00:00", "Z")

    def _choice(self, name: str, day: date, says: str, cells: str, **more: str) -> ActRow:
        at = self._at(day)
        values = {
            "effective_at": at,
            "sheet": self.sheet,
            "sheet_version": "2.0",
            **more,
        }
        return ActRow(at=at, person=name, act="choice", cells=cells, says=says, **values)

    def _step(self, step: str, name: str, others: tuple[str, ...], day: date) -> list[ActRow]:
        if step.startswith(("parent", "support", "own-")):
            return self._by_others(step, name, others, day)
        if step.startswith("reach-"):
            reach = {
                "spain": "navarre-and-spain",
                "eea": "eu-eea",
                "world": "worldwide",
            }[step[6:]]
            return [self._act(name, day, "reach", reach=reach)]
        if step.startswith("study-"):
            return [self._study(name, day, step[6:])]
        match step:
            case "allow-all" | "refuse-all" | "withdraw-all":
                return [self._choice(name, day, step.removesuffix("-all"), "all")]
            case "allow-research":
                return [self._choice(name, day, "allow", RESEARCH)]
            case "allow-no-genomics":
                return [self._choice(name, day, "allow", NO_GENOMICS)]
            case "allow-expired":
                until = (self.today - timedelta(days=self.chance.randrange(1, 60))).isoformat()
                return [self._choice(name, day, "allow", "all", valid_until=until)]
            case "allow-old-sheet":
                earlier = self.today - timedelta(days=self.chance.randrange(800, 1000))
                return [self._choice(name, earlier, "allow", "all", sheet_version="1.0")]
            case "allow-late":
                said = self._at(day - timedelta(days=120))
                return [self._choice(name, day, "allow", "all", effective_at=said, channel="paper")]
            case _:
                return [self._act(name, day, step)]

    def _act(self, name: str, day: date, act: str, **more: str) -> ActRow:
        at = self._at(day)
        return ActRow(at=at, effective_at=at, person=name, act=act, **more)

    def _study(self, name: str, day: date, says: str) -> ActRow:
        return self._act(
            name,
            day,
            "study",
            says=says,
            study=self.study,
            sheet=self.sheet,
            sheet_version="2.0",
        )

    def _by_others(self, step: str, name: str, others: tuple[str, ...], day: date) -> list[ActRow]:
        if step == "own-refusal":
            return [self._act(name, day, "minor-refusal", channel="desk")]
        capacity = "judicial-support" if step.startswith("support") else "parent"
        then = day - timedelta(days=420) if step.endswith("-then") else day
        part = "yes" if "with-part" in step else "no"
        if "reach" in step:
            by = others[0]
            return [self._act(name, then, "reach", reach="eu-eea", by=by, capacity=capacity)]
        words = ["allow", "refuse"] if step == "parents-disagree" else ["allow"] * len(others)
        return [
            self._choice(
                name,
                then,
                word,
                "all",
                by=other,
                capacity=capacity,
                minor_took_part=part,
            )
            for other, word in zip(others, words, strict=True)
        ]
