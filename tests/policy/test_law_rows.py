"""Every duty that we read in the law is kept by something, or says why not yet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from governance.policy import references
from governance.policy.access import ACCESS
from governance.policy.deadlines import DEADLINES
from governance.policy.law_rows import LAW_ROWS
from governance.policy.law_rows.row import Concern, LawRow
from governance.policy.references import Source
from governance.policy.release import RELEASE
from governance.policy.visibility import VISIBILITY
from governance.policy.working_days import COUNTED_BY
from governance.storage.lives import AGGREGATES

RULES = {row.id for table in (RELEASE, ACCESS, VISIBILITY, DEADLINES) for row in table}
REFUSALS = {f"{life.NAME}/{code}" for life in AGGREGATES for code in life.CODES}
RELEASE_IDS = {rule.id for rule in RELEASE}


@pytest.mark.parametrize("row", LAW_ROWS, ids=lambda row: row.id)
def test_a_duty_is_kept_or_says_why_not_yet(row: LawRow) -> None:
    assert row.kept or row.not_yet
    assert set(row.kept) <= RULES | REFUSALS
    assert row.kept or row.concern is not Concern.RELEASE, "release has no open duties"


def test_a_duty_about_release_is_kept_by_the_release_table() -> None:
    for row in LAW_ROWS:
        if row.concern is Concern.RELEASE:
            assert RELEASE_IDS & set(row.kept), row.id


def test_every_rule_about_release_keeps_a_duty_or_a_promise_of_the_programme() -> None:
    kept = {rule_id for row in LAW_ROWS for rule_id in row.kept}
    promised = {
        rule.id for rule in RELEASE if any(ref.source == "Programme" for ref in rule.source)
    }
    assert kept | promised >= RELEASE_IDS


def test_every_row_of_the_law_as_read_is_here_once(shared: Path) -> None:
    law = (shared / "design" / "LAW.md").read_text(encoding="utf-8")
    read = re.findall(r"^\| ([A-Z]\d\d) \|", law, flags=re.MULTILINE)
    assert [row.id for row in LAW_ROWS] == read


def _cited() -> set[str]:
    tables = (RELEASE, ACCESS, VISIBILITY, DEADLINES)
    by_rules = {str(ref) for table in tables for row in table for ref in row.source}
    by_counting = {str(ref) for articles in COUNTED_BY.values() for ref in articles}
    by_duties: set[str] = set()
    for row in LAW_ROWS:
        law = row.source.partition(", ")[0].rpartition(" ")[0]
        by_duties |= {f"{law} {article}" for article in row.source[len(law) + 1 :].split(", ")}
    return by_rules | by_counting | by_duties


def test_every_article_that_was_read_is_cited_by_a_rule_or_a_duty() -> None:
    read = {
        f"{source.name} {article}"
        for source in vars(references).values()
        if isinstance(source, Source)
        for article in source.articles
    }
    assert read - _cited() == set()
