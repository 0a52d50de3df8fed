"""Lists: every row once, whichever way they are walked, and a clear fault for what is no list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from graphql import parse

from graph.instants import pin
from graph.schema import SCHEMA
from tests.graph.asking import context_of, told
from tests.portal.world import World

LIST = """query ($first: Int, $after: String, $last: Int, $before: String) {
    accessRequests(first: $first, after: $after, last: $last, before: $before) {
        totalCount edges { cursor node { key } } nodes { key }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
ENTRIES = """query ($first: Int, $after: String) { ledgerEntries(first: $first, after: $after) {
    edges { cursor node { position } } pageInfo { hasNextPage endCursor } } }"""


async def requests(world: World, **sent: Any) -> Any:
    return (await told(world, "access-officer", LIST, sent))["accessRequests"]


async def test_a_list_is_walked_forward_and_backward(world: World) -> None:
    whole = [row["key"] for row in (await requests(world, first=100))["nodes"]]
    assert len(whole) > 3
    forward: list[str] = []
    cursor = None
    while True:
        part = await requests(world, first=3, after=cursor)
        assert part["totalCount"] == len(whole)
        forward += [edge["node"]["key"] for edge in part["edges"]]
        cursor = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert forward == whole
    end = await requests(world, last=2)
    assert [row["key"] for row in end["nodes"]] == whole[-2:]
    assert end["pageInfo"]["hasPreviousPage"]
    before = await requests(world, last=2, before=end["pageInfo"]["startCursor"])
    assert [row["key"] for row in before["nodes"]] == whole[-4:-2]
    start = (await requests(world, first=1))["pageInfo"]["startCursor"]
    none = await requests(world, last=2, before=start)
    assert (none["nodes"], none["totalCount"]) == ([], len(whole))
    assert none["pageInfo"]["hasNextPage"]
    assert not none["pageInfo"]["hasPreviousPage"]


async def test_a_list_that_grows_is_walked_from_any_row(world: World) -> None:
    async def entries(**sent: Any) -> Any:
        return (await told(world, "auditor", ENTRIES, sent))["ledgerEntries"]

    first = await entries(first=5)
    positions = [edge["node"]["position"] for edge in first["edges"]]
    assert positions == list(range(positions[0], positions[0] - 5, -1))
    for place, edge in enumerate(first["edges"]):
        following = await entries(first=2, after=edge["cursor"])
        seen = [one["node"]["position"] for one in following["edges"]]
        assert seen == [positions[place] - 1, positions[place] - 2]


async def test_a_part_larger_than_a_hundred_is_reached_row_by_row(world: World) -> None:
    seen: list[int] = []
    cursor = None
    while len(seen) < 250:
        sent: dict[str, Any] = {"first": 70, "after": cursor}
        part = (await told(world, "auditor", ENTRIES, sent))["ledgerEntries"]
        seen += [edge["node"]["position"] for edge in part["edges"]]
        cursor = part["edges"][-1]["cursor"]
    assert seen == list(range(seen[0], seen[0] - len(seen), -1))


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, "page-size"),
        ({"first": 0}, "page-size"),
        ({"first": 101}, "page-size"),
        ({"first": -1}, "page-size"),
        ({"first": 1, "last": 1}, "page-size"),
        ({"first": 1, "after": "x"}, "cursor"),
        ({"first": 1, "after": "-1"}, "cursor"),
        ({"first": 1, "after": "9" * 9}, "cursor"),
        ({"last": 1, "before": ""}, "cursor"),
    ],
)
async def test_what_makes_no_sense_is_refused_by_name(
    world: World, sent: Mapping[str, Any], code: str
) -> None:
    context = context_of(world, "access-officer")
    operation: Any = parse(LIST).definitions[0]
    await pin(SCHEMA._schema, context, operation, sent)
    result = await SCHEMA.execute(LIST, variable_values=dict(sent), context_value=context)
    await context.end()
    assert result.errors
    assert (result.errors[0].extensions or {})["code"] == code
