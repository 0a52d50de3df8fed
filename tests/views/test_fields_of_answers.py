"""Answers have the fields that the table of visibility knows; whole ones have every one of them."""

from __future__ import annotations

from dataclasses import fields

import pytest

from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View
from governance.views.access_log import ReadShown
from governance.views.ledger import EntryShown, LedgerShown
from governance.views.programme import ProgrammeShown
from governance.views.question import HEAD, Shown
from governance.views.releases import PreparableShown, ReleaseShown
from governance.views.staff import StaffShown

WHOLE = {
    View.RELEASE: (ReleaseShown,),
    View.LEDGER: (EntryShown, LedgerShown),
    View.ACCESS_LOG: (ReadShown,),
    View.PROGRAMME: (ProgrammeShown,),
}
PARTS = {View.PERMIT: PreparableShown, View.STAFF: StaffShown}


def names(answer: type[Shown]) -> set[str]:
    return {field.name for field in fields(answer)} - HEAD


@pytest.mark.parametrize("view", WHOLE)
def test_a_whole_answer_has_every_field_of_its_view(view: View) -> None:
    assert set().union(*map(names, WHOLE[view])) == FIELDS[view]


@pytest.mark.parametrize("view", PARTS)
def test_part_of_an_answer_has_no_other_fields(view: View) -> None:
    assert names(PARTS[view]) <= FIELDS[view]
