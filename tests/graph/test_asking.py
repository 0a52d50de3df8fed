"""What the API tells of the region, to whom."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import parse

from governance.storage import access_log
from graph.app.execution import executed
from graph.conduct import Asked
from graph.limits.document import in_order
from graph.schema import SCHEMA
from tests.graph.asking import context_of, told
from tests.graph.counting import counted
from tests.portal.world import World


async def test_the_catalogue_is_everybodys(world: World) -> None:
    shown = await told(world, None, "{ datasets(first: 1) { totalCount nodes { key title } } }")
    assert len(shown["datasets"]["nodes"]) == 1
    assert shown["datasets"]["totalCount"] == 2


async def test_a_row_leads_on_to_the_whole(world: World) -> None:
    query = """{ accessRequests(first: 5) { nodes {
        key study applicant { name } datasets { key title holder { name } }
        review { status } permit { status releases { status } } } } }"""
    shown = await told(world, "access-officer", query)
    for row in shown["accessRequests"]["nodes"]:
        assert row["study"]
        assert row["applicant"] is not None
        assert all(dataset["title"] for dataset in row["datasets"])


async def test_what_is_not_hers_is_as_if_it_were_not_there(world: World) -> None:
    permit = next(iter(world.known.permits.values()))
    shown = await told(
        world,
        "maite",
        f'{{ permit(id: "{permit}") {{ status }} nothing: permit(id: "00") {{ status }} }}',
    )
    assert shown == {"permit": None, "nothing": None}


async def test_the_statements_of_a_list_do_not_grow_with_it(world: World) -> None:
    query = """query ($n: Int!) { accessRequests(first: $n) { nodes { key study
        applicant { name } datasets { key title holder { name } }
        review { status outcome } permit { status ends } } } }"""
    counts = []
    for n in (4, 11):
        with counted() as statements:
            await told(world, "access-officer", query, {"n": n})
        counts.append(len(statements))
    assert counts[0] == counts[1]


async def test_nothing_is_answered_that_cannot_be_logged(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*args: Any, **kwargs: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(access_log, "note", full)
    with pytest.raises(OSError, match="full"):
        await executed(
            SCHEMA,
            in_order(parse("{ viewer { citizen { id } } }")),
            Asked("", None, {}),
            context_of(world, "maite"),
            prepare=None,
            seconds=10,
        )
