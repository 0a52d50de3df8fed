"""What could not be established refuses: no fact is ever taken for granted."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from governance.policy import facts as questions
from governance.policy.facts import Facts
from governance.policy.release import RELEASE
from governance.policy.release_facts import CitizenFacts, ReleaseFacts
from governance.policy.verdict import Verdict, judge, rules_in_force
from governance.vocabulary.answers import AgeBand
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import DataCategory, Purpose
from governance.vocabulary.regimes import Regime
from tests.policy.baselines import AN_ADULT, DAY, RELEASES

A_MINOR = replace(
    AN_ADULT,
    age=AgeBand.FROM_16,
    capacities=frozenset({Capacity.PARENT}),
    minor_took_part=True,
)
A_PROTECTED_ADULT = replace(AN_ADULT, protected_adult=True, mandate_in_force=True)
PROGRAMME, EHDS = RELEASES[Regime.PROGRAMME], RELEASES[Regime.EHDS]
GENOMIC = frozenset({DataCategory.GENOMIC})

WHERE_IT_MATTERS: dict[str, tuple[ReleaseFacts, CitizenFacts]] = {
    "ehds_applied_at_issue": (EHDS, AN_ADULT),
    "opted_out_at_issue": (EHDS, AN_ADULT),
    "categories": (PROGRAMME, replace(AN_ADULT, genetic_information_given=False)),
    "recipient": (replace(PROGRAMME, categories=GENOMIC), AN_ADULT),
    "genetic_information_given": (replace(PROGRAMME, categories=GENOMIC), AN_ADULT),
    "genomics_strict": (
        replace(EHDS, categories=GENOMIC, genomics_strict=False),
        replace(AN_ADULT, genetic_information_given=False),
    ),
    "applicant_is_public": (replace(PROGRAMME, purpose=Purpose.PUBLIC_HEALTH), AN_ADULT),
    "relatives": (replace(PROGRAMME, family_linked=True), AN_ADULT),
    "family_linked": (PROGRAMME, replace(AN_ADULT, relatives=None)),
    "capacities": (PROGRAMME, A_MINOR),
    "minor_took_part": (PROGRAMME, A_MINOR),
    "own_refusal": (PROGRAMME, A_MINOR),
    "mandate_in_force": (PROGRAMME, A_PROTECTED_ADULT),
    "protected_adult": (PROGRAMME, AN_ADULT),
}
"""Facts that no rule needs about an adult under the programme, and where one does."""
UNKNOWN_IS_AN_ANSWER = {"reach"}
"""Never having said how far data may go is an answer, and it is no."""


def verdict(release: ReleaseFacts, citizen: CitizenFacts | None) -> Verdict:
    return judge(rules_in_force(RELEASE, release.regime, DAY), Facts(release, citizen))


@pytest.mark.parametrize("field", [f.name for f in fields(ReleaseFacts)])
def test_an_unknown_fact_about_the_release_refuses(field: str) -> None:
    release, citizen = WHERE_IT_MATTERS.get(field, (PROGRAMME, AN_ADULT))
    assert verdict(release, citizen).allowed
    outcome = verdict(replace(release, **{field: None}), citizen)
    assert not outcome.allowed
    assert outcome.unknown or field == "regime"


@pytest.mark.parametrize("field", [f.name for f in fields(CitizenFacts)])
def test_an_unknown_fact_about_the_citizen_refuses(field: str) -> None:
    release, citizen = WHERE_IT_MATTERS.get(field, (PROGRAMME, AN_ADULT))
    assert verdict(release, citizen).allowed
    outcome = verdict(release, replace(citizen, **{field: None}))
    assert not outcome.allowed
    assert outcome.unknown or field in UNKNOWN_IS_AN_ANSWER | {"age"}


def test_nobody_known_at_all_is_refused_by_every_rule_about_her() -> None:
    about_her = {rule.id for rule in RELEASE if rule.asks(Facts(PROGRAMME, AN_ADULT)) is False}
    outcome = verdict(PROGRAMME, None)
    assert set(outcome.unknown) <= about_her
    assert "R-01" in outcome.unknown


def test_cells_or_categories_that_are_empty_establish_nothing() -> None:
    assert not verdict(PROGRAMME, replace(AN_ADULT, cells=())).allowed
    company = replace(PROGRAMME, categories=frozenset(), purpose=Purpose.PRODUCT_INNOVATION)
    assert not verdict(company, AN_ADULT).allowed


def _questions() -> dict[str, Callable[..., Any]]:
    return dict(inspect.getmembers(Facts, inspect.isfunction))


def test_every_question_is_asked_by_a_rule() -> None:
    asked = {rule.asks for rule in RELEASE}
    own = {name for name in _questions() if not name.startswith("_")}
    unasked = {name for name in own if _questions()[name] not in asked}
    assert unasked == {"uses_genomic_data"}, "a question that other questions ask"


def test_every_question_says_the_legal_test_in_words() -> None:
    for name, question in _questions().items():
        assert name.startswith("_") or (question.__doc__ or "").strip().endswith("."), name
    assert questions.__doc__
