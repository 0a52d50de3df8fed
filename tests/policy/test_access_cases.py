"""Who may do this? Every case on file comes out as written, and every row carries weight."""

from __future__ import annotations

import pytest

from governance.policy.access import ACCESS, RULES_OF_ACT
from governance.policy.access_facts import AccessFacts, AccessRule, acts_of, by_act
from governance.policy.verdict import NO_ROW_GRANTS, Effect, Verdict, judge
from governance.vocabulary.acts import NEEDS_STEP_UP, Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation
from tests.policy.baselines import Case, cases

CASES = cases("access-")


def verdict(case: Case, table: tuple[AccessRule, ...] = ACCESS) -> Verdict:
    asked = case.asked
    facts = AccessFacts(
        Act(asked["act"]),
        frozenset(map(Role, asked["roles"])),
        frozenset(map(Relation, asked["relations"])),
    )
    rules = RULES_OF_ACT if table is ACCESS else by_act(table)
    return judge(rules[facts.act], facts)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_refused_by_exactly_these_rules(case: Case) -> None:
    assert verdict(case).refused_by == case.refused


@pytest.mark.parametrize("rule", ACCESS, ids=lambda rule: rule.id)
def test_every_row_has_a_case_that_turns_without_it(rule: AccessRule) -> None:
    about = [case for case in CASES if case.asked["rule"] == rule.id]
    others = tuple(other for other in ACCESS if other is not rule)
    if rule.effect is Effect.GRANTS:
        turning = [case for case in about if not case.refused]
        assert turning
        assert all(verdict(case, others).refused_by == (NO_ROW_GRANTS,) for case in turning)
    else:
        turning = [case for case in about if case.refused == (rule.id,)]
        assert turning
        assert all(verdict(case, others).allowed for case in turning)


@pytest.mark.parametrize("act", list(Act), ids=str)
def test_every_act_is_open_to_somebody_and_closed_by_default(act: Act) -> None:
    grants = [r for r in RULES_OF_ACT[act].rules if r.effect is Effect.GRANTS]
    assert grants, "nobody could ever do this"
    stranger = AccessFacts(act, frozenset({Role.CITIZEN}), frozenset())
    is_public = act in (Act.READ_REGISTER, Act.READ_DATASETS)
    assert judge(RULES_OF_ACT[act], stranger).allowed is is_public


@pytest.mark.parametrize("act", list(Act), ids=str)
def test_who_is_not_known_does_nothing(act: Act) -> None:
    nobody = AccessFacts(act, None, None)
    assert not judge(RULES_OF_ACT[act], nobody).allowed
    everything = AccessFacts(act, frozenset(Role), None)
    assert not judge(RULES_OF_ACT[act], everything).allowed


def test_acts_that_need_identity_confirmed_anew_are_granted_only_so() -> None:
    for rule in ACCESS:
        if rule.effect is Effect.GRANTS and acts_of(rule) & NEEDS_STEP_UP:
            assert "STEPPED_UP" in repr(rule.asks), rule.id


def test_a_row_says_nothing_about_acts_that_it_does_not_name() -> None:
    facts = AccessFacts(Act.READ_LEDGER, frozenset(Role), frozenset(Relation))
    (row,) = (rule for rule in ACCESS if rule.id == "A-01")
    assert row.asks(facts) is False


def test_nothing_that_protects_a_citizen_asks_her_to_confirm_anew() -> None:
    assert NEEDS_STEP_UP.isdisjoint({Act.OPT_OUT, Act.WITHDRAW_EVERYTHING, Act.RECORD_CHOICE})
