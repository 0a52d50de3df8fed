"""A citizen by her identifier: hers, or nothing, and logged as hers."""

from __future__ import annotations

from typing import Any

from governance.service.ask import ask
from governance.views.access_log import AccessLog
from portal.demo.cast import principal
from tests.graph.asking import told
from tests.portal.world import World

KNOWN = """query ($issuer: String!, $identifier: String!) {
    citizenKnownAs(issuer: $issuer, identifier: $identifier) { givenName } }"""
MINE = "{ viewer { citizen { givenName identifiers { issuer value } } } }"


async def identifier_of(world: World, person: str) -> dict[str, str]:
    mine = (await told(world, person, MINE))["viewer"]["citizen"]["identifiers"][0]
    return {"issuer": mine["issuer"], "identifier": mine["value"]}


async def known(world: World, by: str, name: dict[str, str]) -> Any:
    return (await told(world, by, KNOWN, name))["citizenKnownAs"]


async def test_a_citizen_is_found_by_an_identifier_that_she_bears(world: World) -> None:
    mine = (await told(world, "maite", MINE))["viewer"]["citizen"]["givenName"]
    assert await known(world, "maite", await identifier_of(world, "maite")) == {"givenName": mine}


async def test_nobody_and_nobody_of_hers_are_one_answer(world: World) -> None:
    hers = await identifier_of(world, "maite")
    for name in (hers, hers | {"identifier": "nobody"}, hers | {"issuer": "nobody"}):
        assert await known(world, "javier", name) is None


async def test_who_asked_for_whom_is_logged_refused_or_not(world: World) -> None:
    hers, childs = await identifier_of(world, "maite"), await identifier_of(world, "nahia")
    await known(world, "javier", hers)
    await known(world, "leire", childs)
    by = principal(world.known.people["auditor"])
    reads = await ask(world.house, AccessLog(), by=by)
    seen = {(one.about, one.allowed) for one in reads.rows}  # type: ignore[union-attr]
    assert {
        (("citizens", world.known.people["maite"]), False),
        (("citizens", world.known.people["nahia"]), True),
    } <= seen
