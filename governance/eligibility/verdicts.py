"""Asking ``judge``: about the whole release once, about each distinct citizen's facts once.

A citizen's facts hold no dates and no ids, so hundreds of thousands of people share some thousands
of values; each is judged once and the verdict joined back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cached_property

from governance.policy.facts import Facts
from governance.policy.release import BEFORE_A_RECIPE, RELEASE
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.policy.verdict import Verdict, judge, rules_in_force
from governance.vocabulary.people import SubjectId
from governance.vocabulary.regimes import Scope


def judge_whole(release: ReleaseFacts, day: date) -> Verdict:
    """The rules about the whole release: permit, ethics, people at work, switches, cohort."""
    rules = rules_in_force(RELEASE, release.regime, day, Scope.WHOLE)
    return judge(rules, Facts(release))


def judge_use(release: ReleaseFacts, day: date) -> Verdict:
    """The same rules, but for those about which only a recipe says anything."""
    rules = rules_in_force(BEFORE_A_RECIPE, release.regime, day, Scope.WHOLE)
    return judge(rules, Facts(release))


class PeopleJudged:
    """The verdict of each citizen, for one release at one instant."""

    def __init__(
        self,
        people: Mapping[SubjectId, CitizenFacts],
        judging: Callable[[CitizenFacts], Verdict],
    ) -> None:
        self._people = people
        # Each value once, by identity: hashing it for each of its people would take too long.
        self._shared = {id(facts): facts for facts in people.values()}
        self._judged = {one: judging(one) for one in set(self._shared.values())}

    def __len__(self) -> int:
        return len(self._people)

    @property
    def distinct(self) -> Collection[Verdict]:
        """Every verdict that somebody has."""
        return self._judged.values()

    @cached_property
    def verdicts(self) -> Mapping[SubjectId, Verdict]:
        """Everybody's."""
        by_value = {key: self._judged[facts] for key, facts in self._shared.items()}
        return {who: by_value[id(facts)] for who, facts in self._people.items()}

    @cached_property
    def allowed(self) -> frozenset[SubjectId]:
        """Whose records may leave."""
        may = {key for key, facts in self._shared.items() if self._judged[facts].allowed}
        return frozenset([who for who, facts in self._people.items() if id(facts) in may])

    def refused_by_rule(self) -> dict[str, int]:
        """How many citizens each rule refused; one citizen may count for several rules."""
        counts = Counter[str]()
        for key, people in Counter(map(id, self._people.values())).items():
            refused_by = self._judged[self._shared[key]].refused_by
            counts.update(dict.fromkeys(refused_by, people))
        return dict(sorted(counts.items()))


def judge_people(
    release: ReleaseFacts, people: Mapping[SubjectId, CitizenFacts], day: date
) -> PeopleJudged:
    """The rules about one citizen, for each of these."""
    rules = rules_in_force(RELEASE, release.regime, day, Scope.CITIZEN)
    return PeopleJudged(people, lambda facts: judge(rules, Facts(release, facts)))
