"""What is hidden takes no longer to be denied than what there is not, as far as that can be."""

from __future__ import annotations

import pytest

from tests.graph.counting import counted
from tests.graph.matrix.asking import read
from tests.graph.matrix.conftest import Enters
from tests.graph.matrix.documents import ALSO, OPERATIONS, needed
from tests.graph.matrix.personas import Scene

STANDING = 5
"""Statements that it takes at most to find out how somebody stands to a thing: itself, and the
request, the meeting or the permit that it hangs on. Whatever comes after is for whoever may see it.
"""


@pytest.mark.parametrize("name", ["citizen", "researcher", "preparer", "partner-all"])
async def test_nothing_is_read_of_what_is_hidden_but_who_may_see_it(
    name: str, enters: Enters
) -> None:
    more = {}
    async with enters(name) as scene:
        for query in OPERATIONS["query"]:
            if needed("query", query) and query not in ALSO:
                hidden, missing = [
                    await _statements(scene, query, c) for c in ("foreign", "missing")
                ]
                if hidden is not None and missing is not None:
                    more[query] = hidden - missing
    assert more
    assert {query: n for query, n in more.items() if not 0 <= n <= STANDING} == {}


async def _statements(scene: Scene, query: str, column: str) -> int | None:
    """How many it takes to be told nothing; None where something is told."""
    await read(scene, [(query, column)])
    with counted() as statements:
        answer = await read(scene, [(query, column)])
    return len(statements) if answer[query, column] is None else None
