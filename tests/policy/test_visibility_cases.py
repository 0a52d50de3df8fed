"""Who sees what? Every case on file comes out as written, and every row carries weight."""

from __future__ import annotations

import pytest

from governance.policy.verdict import NO_ROW_GRANTS, Effect, RuleSet, Verdict, judge
from governance.policy.visibility import VISIBILITY, reasons_told, visible_fields
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View, VisibilityFacts, VisibilityRule, question_of
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation
from tests.policy.baselines import Case, cases

CASES = cases("visibility-")
PUBLIC = {View.DATASET, View.SHEET, View.REGISTER, View.LEDGER, View.STAFF}
HERSELF = (frozenset({Role.CITIZEN}), frozenset({Relation.SELF}))


def verdict(case: Case, table: tuple[VisibilityRule, ...] = VISIBILITY) -> Verdict:
    asked = case.asked
    facts = VisibilityFacts(
        View(asked["view"]),
        asked["field"],
        frozenset(map(Role, asked["roles"])),
        frozenset(map(Relation, asked["relations"])),
    )
    return judge(RuleSet(table, None, closed=True), facts)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_comes_out_as_written(case: Case) -> None:
    assert verdict(case).refused_by == case.refused
    asked = case.asked
    seen = visible_fields(
        View(asked["view"]),
        frozenset(map(Role, asked["roles"])),
        frozenset(map(Relation, asked["relations"])),
    )
    assert (asked["field"] in seen) is not bool(case.refused)


@pytest.mark.parametrize("rule", VISIBILITY, ids=lambda rule: rule.id)
def test_every_row_has_a_case_that_turns_without_it(rule: VisibilityRule) -> None:
    about = [case for case in CASES if case.asked["rule"] == rule.id]
    others = tuple(other for other in VISIBILITY if other is not rule)
    if rule.effect is Effect.GRANTS:
        turning = [case for case in about if not case.refused]
        assert turning
        assert all(verdict(case, others).refused_by == (NO_ROW_GRANTS,) for case in turning)
    else:
        turning = [case for case in about if case.refused == (rule.id,)]
        assert turning
        assert all(verdict(case, others).allowed for case in turning)


@pytest.mark.parametrize("view", list(View), ids=str)
def test_every_field_is_shown_to_somebody_and_to_nobody_unknown(view: View) -> None:
    shown = frozenset().union(
        *(question_of(r).fields for r in VISIBILITY if question_of(r).view is view)
    )
    assert shown == FIELDS[view]
    assert visible_fields(view, None, None) == frozenset()
    assert visible_fields(view, frozenset(Role), None) == frozenset()


@pytest.mark.parametrize("view", list(View), ids=str)
def test_a_stranger_sees_only_what_is_public(view: View) -> None:
    public = visible_fields(view, frozenset({Role.PUBLIC}), frozenset())
    signed_in = visible_fields(view, frozenset({Role.CITIZEN}), frozenset())
    assert public == signed_in
    assert bool(public) is (view in PUBLIC)


def test_nobody_sees_a_vote_while_the_ballot_is_open_whatever_she_is() -> None:
    seen = visible_fields(View.REVIEW, frozenset(Role), frozenset(Relation))
    assert seen.isdisjoint({"votes", "tally"})


def test_reasons_are_told_in_order_and_only_those_that_may_be() -> None:
    refused = ("R-19", "R-03", "R-13", "R-01")
    assert reasons_told(refused, *HERSELF) == ("R-03", "R-01")
    assert reasons_told(refused, frozenset({Role.PARTNER}), frozenset()) == ()
    assert reasons_told(refused, frozenset({Role.AUDITOR}), frozenset()) == refused


def test_a_row_of_another_table_is_no_question_of_visibility() -> None:
    stranger = VisibilityRule(id="X-1", says="Something.", source=(), asks=lambda facts: False)
    with pytest.raises(TypeError, match="X-1"):
        question_of(stranger)


def test_a_row_never_names_a_field_that_does_not_exist() -> None:
    for rule in VISIBILITY:
        question = question_of(rule)
        assert question.fields
        assert question.fields <= FIELDS[question.view], rule.id
