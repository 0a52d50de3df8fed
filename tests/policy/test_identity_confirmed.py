"""Where an identity confirmed anew is all that is missing, that is said; of more, nothing is."""

from __future__ import annotations

import pytest

from governance.policy.access import granted_once_confirmed
from governance.policy.access_facts import AccessFacts
from governance.vocabulary.acts import NEEDS_STEP_UP, Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation
from tests.policy.baselines import Case, cases

CONFIRMED = [
    case
    for case in cases("access-")
    if case.asked["act"] in NEEDS_STEP_UP and Relation.STEPPED_UP in case.asked["relations"]
]


def facts_of(case: Case) -> AccessFacts:
    """As in the case, but that she has not confirmed who she is."""
    relations = frozenset(map(Relation, case.asked["relations"])) - {Relation.STEPPED_UP}
    return AccessFacts(Act(case.asked["act"]), frozenset(map(Role, case.asked["roles"])), relations)


@pytest.mark.parametrize("case", CONFIRMED, ids=str)
def test_it_is_said_to_whoever_may_otherwise_and_to_nobody_else(case: Case) -> None:
    named = granted_once_confirmed(facts_of(case))
    assert named == (() if case.refused else (case.asked["rule"],))


def test_each_of_the_acts_is_in_a_case_of_either_kind() -> None:
    kinds = {(case.asked["act"], bool(case.refused)) for case in CONFIRMED}
    assert kinds == {(act, refused) for act in NEEDS_STEP_UP for refused in (False, True)}


@pytest.mark.parametrize("act", list(Act), ids=str)
def test_who_is_not_known_is_told_nothing(act: Act) -> None:
    assert granted_once_confirmed(AccessFacts(act, frozenset(Role), None)) == ()
    assert granted_once_confirmed(AccessFacts(act, None, frozenset())) == ()
