"""Every field of every answer: written outright, it is what the framework resolves."""

from __future__ import annotations

import pytest
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext as Usual

from graph.schema import SCHEMA
from tests.graph.matrix.asking import Answers, reads
from tests.graph.matrix.conftest import Enters

LOGS = {"accessLog"}
"""Reading is logged, so that whoever reads twice is told of the first time."""
TIMED = {"evaluateAccess", "evaluateAccessOfList", "evaluateAccessOfPopulation"}
"""They say as of when they judge."""


@pytest.mark.parametrize("name", ["citizen", "researcher", "officer", "auditor"])
async def test_every_field_is_written_as_it_would_be_resolved(
    name: str, enters: Enters, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with enters(name) as scene:
        outright = _untimed(await reads(scene))
        monkeypatch.setattr(SCHEMA, "execution_context_class", Usual)
        resolved = _untimed(await reads(scene))
    assert outright.keys() == resolved.keys()
    apart = [one for one in outright if one[0] not in LOGS and outright[one] != resolved[one]]
    assert apart == []


def _untimed(answers: Answers) -> Answers:
    return {
        one: {**told, "instant": None} if one[0] in TIMED and told else told
        for one, told in answers.items()
    }
