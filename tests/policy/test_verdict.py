"""One evaluator: default refuse, refusals override, every reason kept, the unknown refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from governance.policy.references import PROGRAMME
from governance.policy.verdict import Effect, Rule, RuleSet, judge, rules_in_force, version_of
from governance.vocabulary.regimes import Regime

DAY = date(2030, 1, 1)


def yes(facts: str) -> bool | None:
    return True


def no(facts: str) -> bool | None:
    return False


def unknown(facts: str) -> bool | None:
    return None


def a_rule(
    rule_id: str,
    asks: Callable[[str], bool | None],
    effect: Effect = Effect.REFUSES,
    regime: Regime | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Rule[str]:
    return Rule(
        id=rule_id,
        says="Something.",
        source=(PROGRAMME["promise"],),
        asks=asks,
        effect=effect,
        regime=regime,
        since=since,
        until=until,
    )


def test_every_rule_that_refuses_is_kept_and_the_unknown_are_named() -> None:
    rules = RuleSet((a_rule("X-1", yes), a_rule("X-2", no), a_rule("X-3", unknown)), None)
    verdict = judge(rules, "facts")
    assert not verdict.allowed
    assert verdict.refused_by == ("X-1", "X-3")
    assert verdict.unknown == ("X-3",)


@pytest.mark.parametrize(("granted", "allowed"), [(yes, True), (no, False), (unknown, False)])
def test_a_closed_table_allows_only_what_a_row_grants(
    granted: Callable[[str], bool | None], allowed: bool
) -> None:
    rules = RuleSet((a_rule("X-1", granted, Effect.GRANTS),), None, closed=True)
    assert judge(rules, "facts").allowed is allowed


def test_a_refusal_overrides_every_grant() -> None:
    rows = (a_rule("X-1", yes, Effect.GRANTS), a_rule("X-2", yes))
    assert judge(RuleSet(rows, None, closed=True), "facts").refused_by == ("X-2",)


def test_an_empty_closed_table_refuses() -> None:
    assert judge(RuleSet((), None, closed=True), "facts").refused_by == ("default",)


def test_a_row_counts_from_its_first_day_and_no_longer_on_the_day_of_its_end() -> None:
    rule = a_rule("X-1", yes, since=DAY, until=date(2031, 1, 1))
    counted = [
        bool(rules_in_force((rule,), None, day).rules)
        for day in (date(2029, 12, 31), DAY, date(2030, 12, 31), date(2031, 1, 1))
    ]
    assert counted == [False, True, True, False]


def test_the_rows_of_every_regime_count_while_the_regime_is_unknown() -> None:
    table = (a_rule("X-1", yes, regime=Regime.EHDS), a_rule("X-2", yes, regime=Regime.PROGRAMME))
    assert [r.id for r in rules_in_force(table, Regime.EHDS, DAY).rules] == ["X-1"]
    assert [r.id for r in rules_in_force(table, None, DAY).rules] == ["X-1", "X-2"]


def test_the_version_of_the_rules_changes_with_a_single_word() -> None:
    one, other = (a_rule("X-1", yes),), (a_rule("X-1", yes, since=DAY),)
    assert version_of([one]) == version_of([one])
    assert version_of([one]) != version_of([other])
