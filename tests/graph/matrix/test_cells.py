"""Every cell, asked: what each persona sees and may do of what is hers, of her study, foreign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.graph.matrix.asking import Answers, acts, reads
from tests.graph.matrix.cells import done, found, hidden_from, may, seen
from tests.graph.matrix.conftest import Enters
from tests.graph.matrix.grounds import COLUMNS
from tests.graph.matrix.personas import PERSONAS
from tests.graph.matrix.rows import Cells, fields, operations

NEVER_USED = ("DataUse", "own")
"""Of whoever applied herself there are no data; what a citizen sees of them, a citizen is asked."""


@pytest.mark.parametrize("name", PERSONAS)
async def test_every_cell_is_as_it_is_written(name: str, enters: Enters) -> None:
    async with enters(name) as scene:
        answers = await reads(scene)
        outcomes = await acts(scene)
    assert _wrong(name, operations("reads"), found(answers)) == []
    assert _wrong(name, operations("acts"), done(outcomes)) == []
    cells = seen(answers)
    assert _wrong(name, fields(), cells) == []
    assert [key for key in _expected(name) if not cells.get(key)] == []
    assert _told_apart(answers, outcomes) == []
    assert answers["node", "own"] == answers["permit", "own"]


def _wrong(name: str, rows: Mapping[Any, Cells], cells: Mapping[Any, bool]) -> list[str]:
    """Cells in which she is answered otherwise than the table says."""
    wrong = []
    for (*what, column), is_so in cells.items():
        row = rows[what[0] if len(what) == 1 else tuple(what)]
        if row and (name in row[column]) is not is_so:
            wrong.append(f"{'.'.join(what)} {column}: {'yes' if is_so else 'no'}")
    return wrong


def _expected(name: str) -> list[tuple[str, str, str]]:
    """Fields that she must have come to see, or the table says nothing of them."""
    return [
        (owner, field, column)
        for (owner, field), row in fields().items()
        for column in COLUMNS
        if name in row[column] and ((owner, column) != NEVER_USED or name == "citizen")
    ]


def _told_apart(answers: Answers, outcomes: Answers) -> list[str]:
    """What is hidden from her and yet answered otherwise than what there is not."""
    apart = [
        f"{name} {column}"
        for (name, column), answer in answers.items()
        if answer is None and answers.get((name, "missing")) is not None
    ]
    for (name, column), outcome in outcomes.items():
        if column in COLUMNS and not may(outcome) and hidden_from(answers, name, column):
            apart += [f"{name} {column}"] if outcome != outcomes[name, "missing"] else []
    return apart
