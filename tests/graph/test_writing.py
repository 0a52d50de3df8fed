"""What is written outright is what the framework answers field by field, errors included."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest
import strawberry
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext as Usual

from graph.schema import SCHEMA
from graph.writing import Executor
from tests.graph.asking import told
from tests.portal.world import World

CONSENTS = """{ viewer { __typename citizen { id shown consents { reach cells {
    cell { purpose category } answer since sheet { major } } } } } }"""
MINE = """query ($few: Boolean!) { accessRequests(first: 100) { nodes {
    ...Row key @skip(if: $few) more: status datasets { key title media @include(if: $few) } } } }
    fragment Row on AccessRequest { study applicant { id name } }"""


@strawberry.enum
class Colour(Enum):
    """An enumeration."""

    RED = "red"


@strawberry.type
class Leaf:
    """Something at the end, whatever it holds."""

    text: str
    number: int | None = None
    colour: Colour | None = None


@strawberry.type
class Branch:
    """Something that holds others."""

    leaves: list[Leaf]
    some: list[Leaf | None] | None = None
    one: Leaf | None = None


@dataclass
class Held:
    """What answers with a branch."""

    branch: Any


@strawberry.type
class Query:
    """The root."""

    @strawberry.field
    def branch(self, info: strawberry.Info[Held, None]) -> Branch | None:
        """What the context holds."""
        found: Branch | None = info.context.branch
        return found


FINE = Leaf(text="a", number=1, colour=Colour.RED)
WRONG: Any = None
BRANCHES = {
    "fine": Branch(leaves=[FINE, FINE], some=[FINE, None], one=FINE),
    "empty": Branch(leaves=[]),
    "nothing where a text must be": Branch(leaves=[FINE, Leaf(text=WRONG)], one=FINE),
    "the same where there may be nothing": Branch(leaves=[FINE], some=[FINE, Leaf(text=WRONG)]),
    "too large a number": Branch(leaves=[Leaf(text="a", number=2**40)]),
    "no number": Branch(leaves=[Leaf(text="a", number="x")]),  # type: ignore[arg-type]
    "no member": Branch(leaves=[Leaf(text="a", colour="blue")]),  # type: ignore[arg-type]
    "no list": Branch(leaves=5),  # type: ignore[arg-type]
    "a fault as a value": Branch(leaves=[FINE], one=ValueError("secret")),  # type: ignore[arg-type]
    "a fault as a text": Branch(leaves=[Leaf(text=ValueError("secret"))]),  # type: ignore[arg-type]
    "a text that is none": Branch(leaves=[Leaf(text=5)]),  # type: ignore[arg-type]
}
ALL = "{ branch { __typename leaves { text n: number colour } some { text } one { text number } } }"


@pytest.mark.parametrize("name", BRANCHES)
async def test_whatever_a_value_holds_both_answer_the_same(name: str) -> None:
    answers = []
    for executor in (Executor, Usual):
        schema = strawberry.Schema(Query, execution_context_class=executor)
        result: Any = await schema.execute(ALL, context_value=Held(BRANCHES[name]))
        errors = [(one.path, one.message) for one in result.errors or ()]
        answers.append((result.data, errors))
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("person", "query", "sent"),
    [
        ("maite", CONSENTS, {}),
        ("access-officer", MINE, {"few": True}),
        ("access-officer", MINE, {"few": False}),
    ],
)
async def test_a_large_answer_has_few_fields_that_are_resolved(
    person: str, query: str, sent: Any, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    outright = await told(world, person, query, sent)
    resolved = []
    usual = Usual.execute_field

    def noting(self: Any, *args: Any) -> Any:
        resolved.append(args[0].name)
        return usual(self, *args)

    monkeypatch.setattr(Usual, "execute_field", noting)
    assert await told(world, person, query, sent) == outright
    assert resolved == ["Query"]
    monkeypatch.setattr(SCHEMA, "execution_context_class", Usual)
    assert await told(world, person, query, sent) == outright
    assert len(resolved) > 20
