"""Scopes of access tokens: every act is in one, and they take away, never add."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.eligibility.access import beyond_token
from governance.lives.programme.partners import PartnerScope
from governance.policy.access import OF_A_TOKEN, RULES_OF_ACT
from governance.policy.access_facts import AccessFacts
from governance.policy.verdict import judge
from governance.principals import PUBLIC, Principal
from governance.storage.lives import AGGREGATES
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.relations import Relation
from governance.vocabulary.token_scopes import ACTS_WITHIN, SCOPE_OF, TokenScope
from tests.policy.baselines import cases

SCOPES = st.frozensets(st.sampled_from([*TokenScope, "openid", "ask-verdicts", ""]))
STOOD = st.frozensets(st.sampled_from([r for r in Relation if r != Relation.BEYOND_TOKEN_SCOPE]))


def by_token(scopes: frozenset[str] | None, machine: Role | None = None) -> Principal:
    subject = SubjectId("a" * 32)
    return Principal(subject=subject, channel=Channel.API, machine_role=machine, scopes=scopes)


def allowed(by: Principal, act: Act, roles: frozenset[Role], stood: frozenset[Relation]) -> bool:
    facts = AccessFacts(act, roles, stood | beyond_token(by, act))
    return judge(RULES_OF_ACT[act], facts).allowed


def test_every_act_is_in_exactly_one_scope() -> None:
    found = Counter(act for acts in ACTS_WITHIN.values() for act in acts)
    assert found == Counter(Act)
    assert ACTS_WITHIN.keys() == set(TokenScope)


def test_reading_is_apart_from_everything_that_changes_something() -> None:
    done = {command.ACT for life in AGGREGATES for command in life.COMMANDS}
    assert ACTS_WITHIN[TokenScope.READ] == set(Act) - done


def test_people_and_machines_have_no_scope_in_common() -> None:
    assert set(map(str, TokenScope)).isdisjoint(map(str, PartnerScope))


@settings(max_examples=40)
@given(scopes=SCOPES, roles=st.frozensets(st.sampled_from(Role)), stood=STOOD)
def test_a_token_takes_away_and_never_adds(
    scopes: frozenset[str], roles: frozenset[Role], stood: frozenset[Relation]
) -> None:
    for act in Act:
        without = allowed(by_token(None), act, roles, stood)
        within = allowed(by_token(scopes), act, roles, stood)
        assert within is (without and SCOPE_OF[act] in scopes), act


@settings(max_examples=40)
@given(fewer=SCOPES, more=SCOPES, roles=st.frozensets(st.sampled_from(Role)), stood=STOOD)
def test_more_scopes_allow_no_less(
    fewer: frozenset[str],
    more: frozenset[str],
    roles: frozenset[Role],
    stood: frozenset[Relation],
) -> None:
    for act in Act:
        if allowed(by_token(fewer), act, roles, stood):
            assert allowed(by_token(fewer | more), act, roles, stood)


@pytest.mark.parametrize("case", [c for c in cases("access-") if not c.refused], ids=str)
def test_whatever_is_allowed_is_refused_to_a_token_without_its_scope(case: object) -> None:
    asked = case.asked  # type: ignore[attr-defined]
    act, roles = Act(asked["act"]), frozenset(map(Role, asked["roles"]))
    stood = frozenset(map(Relation, asked["relations"]))
    others = frozenset(scope for scope in TokenScope if scope is not SCOPE_OF[act])
    assert allowed(by_token(frozenset({SCOPE_OF[act]})), act, roles, stood)
    assert not allowed(by_token(others), act, roles, stood)


def test_whoever_comes_without_a_token_is_bound_by_none() -> None:
    for act in Act:
        assert not beyond_token(by_token(None), act)
        assert not beyond_token(PUBLIC, act)


def test_a_partner_has_scopes_of_its_own() -> None:
    partner = by_token(frozenset({PartnerScope.CONSENTS}), Role.PARTNER)
    assert not beyond_token(partner, Act.READ_CITIZEN_RECORD)


def test_a_list_is_refused_as_a_whole_beyond_the_token() -> None:
    for act, scope in SCOPE_OF.items():
        beyond = AccessFacts(act, frozenset(), beyond_token(by_token(frozenset()), act))
        within = AccessFacts(act, frozenset(), beyond_token(by_token(frozenset({scope})), act))
        assert judge(OF_A_TOKEN, beyond).refused_by == ("A-90",)
        assert judge(OF_A_TOKEN, within).allowed
