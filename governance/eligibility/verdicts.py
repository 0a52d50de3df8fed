"""Asking ``judge``: about the whole release once, about each distinct citizen's facts once.

A citizen's facts hold no dates and no ids, so hundreds of thousands of people share some thousands
of values; each is judged once and the verdict joined back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from governance.policy.facts import Facts
from governance.policy.release import RELEASE
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.policy.verdict import Verdict, judge, rules_in_force
from governance.vocabulary.people import SubjectId
from governance.vocabulary.regimes import Scope


def judge_whole(release: ReleaseFacts, day: date) -> Verdict:
    """The rules about the whole release: permit, ethics, people at work, switches, cohort."""
    rules = rules_in_force(RELEASE, release.regime, day, Scope.WHOLE)
    return judge(rules, Facts(release))


@dataclass(frozen=True, slots=True)
class PeopleJudged:
    """The verdict of each citizen, for one release at one instant."""

    verdicts: Mapping[SubjectId, Verdict]

    @property
    def allowed(self) -> frozenset[SubjectId]:
        """Whose records may leave."""
        return frozenset(who for who, verdict in self.verdicts.items() if verdict.allowed)

    def refused_by_rule(self) -> dict[str, int]:
        """How many citizens each rule refused; one citizen may count for several rules."""
        counts: Counter[str] = Counter()
        for verdict in self.verdicts.values():
            counts.update(verdict.refused_by)
        return dict(sorted(counts.items()))


def judge_people(
    release: ReleaseFacts, people: Iterable[tuple[SubjectId, CitizenFacts]], day: date
) -> PeopleJudged:
    """The rules about one citizen, for each of these."""
    rules = rules_in_force(RELEASE, release.regime, day, Scope.CITIZEN)
    judged: dict[CitizenFacts, Verdict] = {}
    seen: dict[int, tuple[CitizenFacts, Verdict]] = {}  # one value shared by many: no hashing
    verdicts: dict[SubjectId, Verdict] = {}
    for who, facts in people:
        known = seen.get(id(facts))
        if known is None:
            verdict = judged.get(facts)
            if verdict is None:
                verdict = judged[facts] = judge(rules, Facts(release, facts))
            known = seen[id(facts)] = (facts, verdict)
        verdicts[who] = known[1]
    return PeopleJudged(verdicts)
