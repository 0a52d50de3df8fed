"""May this record leave? Every case on file comes out as the committee wrote it down."""

from __future__ import annotations

import pytest

from governance.policy.facts import Facts
from governance.policy.release import RELEASE
from governance.policy.verdict import Rule, Verdict, judge, rules_in_force
from tests.policy.baselines import DAY, Case, cases

CASES = cases("release-")
IDS = {rule.id: rule for rule in RELEASE}


def verdict(case: Case, table: tuple[Rule[Facts], ...] = RELEASE) -> Verdict:
    facts = case.release_facts
    return judge(rules_in_force(table, facts.release.regime, DAY), facts)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_refused_by_exactly_these_rules(case: Case) -> None:
    outcome = verdict(case)
    assert tuple(sorted(outcome.refused_by)) == case.refused
    assert outcome.allowed is not bool(case.refused)


@pytest.mark.parametrize("rule", RELEASE, ids=lambda rule: rule.id)
def test_every_rule_has_a_case_that_it_alone_refuses(rule: Rule[Facts]) -> None:
    """Taking the rule away must turn the verdict, or the rule carries no weight."""
    alone = [case for case in CASES if case.refused == (rule.id,)]
    assert alone
    others = tuple(other for other in RELEASE if other is not rule)
    assert all(verdict(case, others).allowed for case in alone)


def test_every_regime_has_a_case_that_is_allowed() -> None:
    allowed = {case.asked["under"] for case in CASES if not case.refused}
    assert allowed == {"programme", "ehds"}


def test_no_two_cases_tell_the_same_story() -> None:
    assert len({case.title for case in CASES}) == len(CASES)
