"""docs/access-rules.md: the law as the house keeps it, a row per line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from governance.policy.access import ACCESS
from governance.policy.access_facts import Standing
from governance.policy.deadlines import DEADLINES, Deadline
from governance.policy.law_rows import LAW_ROWS
from governance.policy.law_rows.row import LawRow
from governance.policy.references import Reference
from governance.policy.release import RELEASE
from governance.policy.verdict import Effect, Rule
from governance.policy.visibility import VISIBILITY
from governance.policy.visibility_facts import question_of

PATH = "access-rules.md"
HEAD = """# The rules

Written by `make documents` from the tables in `governance/policy`; change a table, not this page.

Nothing is allowed that no row allows, every row that refuses is kept, and what could not be
established refuses. Ids are never used again.
"""
RELEASE_HEAD = """
## May this record leave? (`R-`)

Every row refuses by itself. *Told to* are those who may learn that this row refused.

| id | rule | source | law | about | told to | decided in |
|---|---|---|---|---|---|---|
"""
ACCESS_HEAD = """
## Who may do what? (`A-`)

*May* needs one of the roles and all of the relations; *never* overrides every *may*.

| id | rule | source | effect | roles | relations | acts |
|---|---|---|---|---|---|---|
"""
VISIBILITY_HEAD = """
## Who may see what? (`V-`)

*See* needs one of the roles, all of the relations and one of those after *or*; *hide* overrides it.

| id | rule | source | effect | view | roles | relations | fields |
|---|---|---|---|---|---|---|---|
"""
DEADLINE_HEAD = """
## By when? (`D-`)

| id | term | source | length | once more |
|---|---|---|---|---|
"""
LAW_HEAD = """
## What the law asks, and what keeps it

An id with a slash is a refusal of a life. *Not yet* is what nothing here keeps, and why.

| duty | source | it asks that | kept by | not yet |
|---|---|---|---|---|
"""


def render() -> str:
    """Every table, in the order in which a request meets them."""
    parts = (
        (RELEASE_HEAD, map(_release, sorted(RELEASE, key=_by_id))),
        (ACCESS_HEAD, map(_access, sorted(ACCESS, key=_by_id))),
        (VISIBILITY_HEAD, map(_visibility, sorted(VISIBILITY, key=_by_id))),
        (DEADLINE_HEAD, map(_deadline, DEADLINES)),
        (LAW_HEAD, map(_duty, LAW_ROWS)),
    )
    return HEAD + "".join(head + "".join(rows) for head, rows in parts)


def _by_id(rule: Rule[Any]) -> str:
    return rule.id


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") or "-" for cell in cells) + " |\n"


def _list(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))


def _sources(source: tuple[Reference, ...]) -> str:
    return "; ".join(f"{reference} ({reference.gist})" for reference in source)


def _release(rule: Rule[Any]) -> str:
    regime = rule.regime or "both"
    told = _list(rule.tell)
    return _row(
        rule.id, rule.says, _sources(rule.source), regime, rule.scope, told, rule.decided_in
    )


def _access(rule: Rule[Any]) -> str:
    asked = rule.asks
    if not isinstance(asked, Standing):
        raise TypeError(f"{rule.id} is no row of the access table")
    effect = "may" if rule.effect is Effect.GRANTS else "never"
    needs = (_list(asked.roles), _list(asked.relations), _list(asked.acts))
    return _row(rule.id, rule.says, _sources(rule.source), effect, *needs)


def _visibility(rule: Rule[Any]) -> str:
    asked = question_of(rule)
    effect = "see" if rule.effect is Effect.GRANTS else "hide"
    relations = " or: ".join(filter(None, (_list(asked.relations), _list(asked.one_of))))
    needs = (asked.view, _list(asked.roles), relations, _list(asked.fields))
    return _row(rule.id, rule.says, _sources(rule.source), effect, *needs)


def _deadline(deadline: Deadline) -> str:
    term, longer = deadline.term, deadline.extension
    more = f"{longer.count} {longer.unit}" if longer else ""
    length = f"{term.count} {term.unit} ({term.method})"
    return _row(deadline.id, deadline.says, _sources(deadline.source), length, more)


def _duty(row: LawRow) -> str:
    return _row(row.id, row.source, row.says, ", ".join(row.kept), row.not_yet)
