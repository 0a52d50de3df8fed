"""The tables are what a lawyer can read: ids once, sentences, sources, decisions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from governance.policy import references
from governance.policy.access import ACCESS
from governance.policy.facts import Facts
from governance.policy.references import Source
from governance.policy.release import RELEASE
from governance.policy.verdict import Rule
from governance.vocabulary.people import Role
from governance.vocabulary.regimes import Regime, Scope

ROOT = Path(__file__).parents[2]
ROWS = (*RELEASE, *ACCESS)


def test_ids_are_given_once_and_without_gaps() -> None:
    for letter, table in (("R", RELEASE), ("A", ACCESS)):
        ids = [rule.id for rule in table]
        assert sorted(ids) == [f"{letter}-{n:02}" for n in range(1, len(ids) + 1)]


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_a_row_is_one_sentence_with_a_source(rule: Rule[Facts]) -> None:
    assert re.fullmatch(r"[A-Z][^.]*\.", rule.says), rule.says
    assert rule.source
    assert all(reference.gist and reference.article for reference in rule.source)


@pytest.mark.parametrize("rule", RELEASE, ids=lambda rule: rule.id)
def test_a_row_of_the_release_table_names_the_decision_behind_it(rule: Rule[Facts]) -> None:
    number = rule.decided_in.removeprefix("ADR-")
    assert list((ROOT / "docs" / "adr").glob(f"{number}-*.md")), rule.decided_in


@pytest.mark.parametrize("rule", RELEASE, ids=lambda rule: rule.id)
def test_a_reason_is_told_to_auditors_and_never_to_a_stranger(rule: Rule[Facts]) -> None:
    assert {Role.AUDITOR, Role.DPO} <= rule.tell
    assert rule.tell.isdisjoint({Role.PUBLIC, Role.PARTNER})
    if rule.scope is Scope.CITIZEN:
        assert Role.RESEARCHER not in rule.tell, "who said no is nobody else's business"
    else:
        assert Role.CITIZEN not in rule.tell


def test_what_a_relative_said_is_not_told_to_a_citizen() -> None:
    (rule,) = (rule for rule in RELEASE if rule.id == "R-19")
    assert Role.CITIZEN not in rule.tell


def test_the_two_regimes_differ_in_the_opt_out_and_in_nothing_else_but_dates() -> None:
    own = {rule.id: rule.regime for rule in RELEASE if rule.regime is not None}
    assert own == {"R-07": Regime.PROGRAMME, "R-08": Regime.EHDS, "R-26": Regime.EHDS}


def test_every_source_names_where_it_can_be_read() -> None:
    sources = [value for value in vars(references).values() if isinstance(value, Source)]
    assert len(sources) == len({source.name for source in sources})
    for source in sources:
        assert source.where.startswith("http") or (ROOT / source.where).exists()
        with pytest.raises(KeyError):
            source["an article that nobody has read"]
