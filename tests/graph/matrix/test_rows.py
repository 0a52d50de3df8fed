"""Nothing is without a row: a new field fails here until somebody says who sees it."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from governance.policy.access import ACCESS
from governance.policy.visibility import VISIBILITY
from governance.vocabulary.people import Role
from tests.graph.matrix.cells import is_frame, rows_needed
from tests.graph.matrix.documents import OPERATIONS, is_judged, is_thing, leads_to, objects
from tests.graph.matrix.grounds import COLUMNS
from tests.graph.matrix.personas import PERSONAS
from tests.graph.matrix.rows import fields, laws, operations, parts

MACHINES_OF_OURS = {Role.CLOCK, Role.ENGINE}
"""They come by no token: nothing of theirs is an operation."""


@pytest.mark.parametrize(("kind", "table"), [("query", "reads"), ("mutation", "acts")])
def test_every_operation_has_a_row(kind: str, table: str) -> None:
    assert set(operations(table)) == set(OPERATIONS[kind])


def test_every_field_of_what_is_judged_and_every_edge_to_a_thing_has_a_row() -> None:
    needed = {
        (one.name, name) for one in objects() if not is_frame(one) for name in rows_needed(one)
    }
    assert set(fields()) == needed


def test_every_other_type_is_a_part_of_what_is_judged() -> None:
    others = {one.name for one in objects() if not is_judged(one) and not is_frame(one)}
    assert parts() == others


def test_what_holds_lists_and_results_leads_nowhere_by_itself() -> None:
    for one in objects():
        if is_frame(one) and one.name not in ("Query", "Mutation"):
            named = {name for name, field in one.fields.items() if is_thing(leads_to(field))}
            assert named <= {"nodes", "node", "changed"}, one.name


def test_every_role_that_a_token_can_bring_is_somebody() -> None:
    roles = set(chain.from_iterable(one.roles for one in PERSONAS.values()))
    by_themselves = {Role.CITIZEN, Role.PARTNER, Role.PUBLIC}
    assert roles == set(Role) - MACHINES_OF_OURS - by_themselves
    assert len(PERSONAS) > 12


def test_every_persona_and_every_column_is_said_somewhere() -> None:
    rows = [*operations("reads").values(), *operations("acts").values(), *fields().values()]
    said = {who for cells in rows for who in chain.from_iterable(cells.values())}
    assert said == set(PERSONAS)
    assert all(set(cells) <= set(COLUMNS) for cells in rows)


def test_rows_name_rules_that_there_are() -> None:
    known = {rule.id for rule in ACCESS} | {rule.id for rule in VISIBILITY}
    named = {rule for law in laws() for rule in re.findall(r"\b[AV]-\d+\b", law)}
    assert named <= known
