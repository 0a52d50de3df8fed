"""The order of a list, on both databases: whole whichever way it is walked, and back to front."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType

from governance.lives.programme.staff import AppointStaff
from governance.refusals import Refusal
from governance.service.anchoring import sign_now
from governance.service.ask import ask
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.views.record import CitizenRecord
from governance.vocabulary.people import Role, SubjectId
from graph.schema import SCHEMA
from portal.demo.cast import principal
from tests.graph.asking import context_of, told
from tests.portal.world import World, found_region

PART = """(%s orderBy: $order, first: $first, after: $after) { edges { cursor node { %s } }
    pageInfo { hasNextPage } }"""
ASKED = "query ($order: %s, $first: Int!, $after: String) %s { %s }"
HOLDS = {"Query": "%s", "Viewer": "viewer { %s }"}
LISTS: dict[str, tuple[str, str, str, int]] = {
    "Query.accessRequests": ("access-officer", "statuses: [DECIDED, SUBMITTED]", "id", 4),
    "Query.ethicsReviews": ("access-officer", "pile: DECIDED", "id", 3),
    "Query.accessLog": ("auditor", "act: READ_CITIZEN_RECORD", "at", 3),
    "Query.checkpoints": ("auditor", "", "size", 2),
    "Query.datasets": ("auditor", "", "id", 2),
    "Query.ledgerEntries": ("auditor", "", "id", 300),
    "Query.meetings": ("member-1", "", "id", 2),
    "Query.permits": ("access-officer", "", "id", 2),
    "Query.register": ("auditor", "", "id", 5),
    "Query.releases": ("auditor", "", "id", 2),
    "Permit.allReleases": ("auditor", "", "id", 2),
    "Viewer.accessRequests": ("researcher", "", "id", 2),
    "Viewer.permits": ("researcher", "", "id", 2),
    "Viewer.releases": ("researcher", "", "id", 2),
    "Consents.acts": ("maite", "", "position", 2),
    "Citizen.uses": ("maite", "", "study deliveredOn included", 3),
    "Citizen.accessLog": ("maite", "", "at act", 3),
    "Citizen.notices": ("maite", "", "code at entry study", 4),
    "Staff.refusedAttempts": ("auditor", "", "position", 2),
}
"""Who asks, with which filter, by which fields rows are told apart, how many at least."""


def ordered() -> Iterator[tuple[str, str]]:
    """The lists of the schema that have an order, and the names of their orders."""
    for name, one in SCHEMA._schema.type_map.items():
        for field, made in one.fields.items() if isinstance(one, GraphQLObjectType) else ():
            if "orderBy" in made.args:
                yield f"{name}.{field}", str(made.args["orderBy"].type)


ORDERS = dict(ordered())


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """A region on each database: a record is read, the ledger signed, and acts are refused."""
    folder = tmp_path / "region"
    folder.mkdir()
    await found_region(folder, database_url)
    one = World(folder, database_url)
    protector = principal(one.known.people["protector"])
    for _ in range(3):
        await ask(one.house, CitizenRecord(one.known.people["maite"]), by=protector)
        await sign_now(one.house)
        setting = AppointStaff(person=SubjectId(new_id()), role=Role.AUDITOR)
        assert isinstance(await carry_out(one.house, setting, by=protector), Refusal)
        one.clock.now += timedelta(hours=1)
    yield one
    await one.house.database.close()


def document(name: str, world: World, then: str = "") -> str:
    """The query of a list."""
    owner, field = name.split(".")
    _, filters, key, _ = LISTS[name]
    permit = next(iter(world.known.permits.values()))
    holds = HOLDS | {
        "Permit": f'permit(id: "{permit}") {{ %s }}',
        "Citizen": "viewer { citizen { %s } }",
        "Consents": "viewer { citizen { consents { %s } } }",
        "Staff": "partners { %s }",
    }
    return ASKED % (ORDERS[name], then, holds[owner] % (field + PART % (filters, key)))


async def part(world: World, name: str, then: str = "", **sent: Any) -> Any:
    """A part of a list, as things stand or stood."""
    found = await told(world, LISTS[name][0], document(name, world, then), sent)
    while found is not None and "edges" not in found:
        [found] = found.values()
    return found or {"edges": [], "pageInfo": {"hasNextPage": False}}


async def walked(
    world: World, name: str, order: str | None, size: int, then: str = ""
) -> list[str]:
    """Every row, so many at a time."""
    rows: list[str] = []
    after, more = None, True
    while more:
        found = await part(world, name, then, order=order, first=size, after=after)
        rows += [json.dumps(edge["node"]) for edge in found["edges"]]
        after = found["edges"][-1]["cursor"] if found["edges"] else None
        more = found["pageInfo"]["hasNextPage"]
    return rows


def test_every_list_has_an_order_and_is_walked() -> None:
    assert set(LISTS) == set(ORDERS)
    for name, one in SCHEMA._schema.type_map.items():
        for field, made in one.fields.items() if isinstance(one, GraphQLObjectType) else ():
            if str(made.type).rstrip("!").endswith("Connection"):
                assert f"{name}.{field}" in ORDERS


async def test_oldest_first_is_newest_first_from_its_end(world: World) -> None:
    for name, (*_, least) in LISTS.items():
        assert len(await walked(world, name, "NEWEST_FIRST", 100)) >= least, name
        for then in ("", "@asOf(position: 600)"):
            await back_to_front(world, name, then)


async def back_to_front(world: World, name: str, then: str) -> None:
    """One list, in each of its orders."""
    newest = await walked(world, name, "NEWEST_FIRST", 100, then)
    assert len(set(newest)) == len(newest), name
    size = 70 if len(newest) > 100 else 2
    assert await walked(world, name, "NEWEST_FIRST", size, then) == newest, name
    assert await walked(world, name, "OLDEST_FIRST", size, then) == newest[::-1], name
    own = await walked(world, name, None, 100, then)
    if ORDERS[name] == "QueueOrder":
        assert sorted(own) == sorted(newest), name
        by_day = await walked(world, name, "DUE_FIRST", size, then)
        assert own == by_day or name == "Query.ethicsReviews", name
    elif name == "Query.datasets":
        assert sorted(own) == sorted(newest), name
    else:
        assert own == newest, name


async def test_what_comes_meanwhile_moves_nothing(world: World) -> None:
    name = "Query.ledgerEntries"
    for order in ("OLDEST_FIRST", "NEWEST_FIRST"):
        whole = await walked(world, name, order, 100)
        first = await part(world, name, order=order, first=3)
        steward = principal(world.known.people["steward"])
        given = AppointStaff(person=SubjectId(new_id()), role=Role.AUDITOR)
        assert isinstance(await carry_out(world.house, given, by=steward), Done)
        after = first["edges"][-1]["cursor"]
        found = await part(world, name, order=order, first=3, after=after)
        assert [json.dumps(edge["node"]) for edge in found["edges"]] == whole[3:6], order


async def test_a_cursor_of_another_order_is_none_of_this_list(world: World) -> None:
    orders = (None, "NEWEST_FIRST", "OLDEST_FIRST")
    for name, order in product(("Query.ledgerEntries", "Query.permits"), orders):
        query = document(name, world)
        cursor = (await part(world, name, order=order, first=1))["edges"][0]["cursor"]
        for other in {*orders} - {order}:
            context = context_of(world, LISTS[name][0])
            sent = {"order": other, "first": 1, "after": cursor}
            result = await SCHEMA.execute(query, variable_values=sent, context_value=context)
            await context.end()
            assert result.errors, (name, order, other)
            assert (result.errors[0].extensions or {})["code"] == "cursor"
