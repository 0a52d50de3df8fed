"""The same tokens before the real endpoint, with the real schema behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import httpx2
import pytest

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.lives.programme.partners import PartnerScope
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.settings import read_settings
from governance.vocabulary.people import Channel
from graph.app import create_graph
from graph.authentication import Authentication, ProviderKeys, StepUp
from graph.ids import global_id
from graph.instants import pin
from graph.schema import SCHEMA
from tests.graph.authentication.conftest import NAMING
from tests.graph.authentication.forgeries import FORGERIES
from tests.graph.authentication.forging import Forgery
from tests.graph.authentication.issuers import AUDIENCE, Issuer
from tests.graph.authentication.scene import Scene
from tests.portal.sign_in.servers import listening, serving
from tests.portal.test_desks import HEARTS
from tests.portal.world import NOW, World

ROLES = "{ viewer { roles } }"
CHANGES = "{ changes(limit: 5) { rows { position } } }"
MINE = "{ viewer { citizen { id } } }"
OPT_OUT = """mutation ($input: OptOutInput!) { optOut(input: $input) { __typename
    ... on Refused { code rules { id } } } }"""
VOTE = """mutation ($input: CastVoteInput!) { castVote(input: $input) { __typename
    ... on Refused { code rules { source { source article } }
        authentication { acrValues maxAge } } } }"""


@dataclass
class Endpoint:
    """The API, over HTTP."""

    url: str
    http: httpx2.AsyncClient

    async def send(self, *tokens: str, query: str = ROLES, **variables: Any) -> httpx2.Response:
        """A request with these tokens."""
        headers = [("Authorization", f"Bearer {token}") for token in tokens]
        body = {"query": query, "variables": variables}
        return await self.http.post(self.url, json=body, headers=headers)

    async def data(self, *tokens: str, query: str = ROLES, **variables: Any) -> Any:
        """What it answers when all is well."""
        answer = (await self.send(*tokens, query=query, **variables)).json()
        assert "errors" not in answer, answer
        return answer["data"]


async def serve(authentication: Authentication) -> AsyncIterator[Endpoint]:
    """The endpoint of this house while it is wanted."""
    prepare = partial(pin, SCHEMA._schema)
    house = authentication.house
    graph = create_graph(SCHEMA, house, authentication, read_settings(), prepare=prepare)
    async with serving(graph, listening()) as url, httpx2.AsyncClient(trust_env=False) as http:
        yield Endpoint(f"{url}/graphql", http)


@pytest.fixture
async def endpoint(scene: Scene) -> AsyncIterator[Endpoint]:
    """Before the house of the scene."""
    async for one in serve(scene.authentication):
        yield one


async def test_everybody_is_who_her_token_says(scene: Scene, endpoint: Endpoint) -> None:
    roles = {
        "nobody": await endpoint.data(),
        "a machine": await endpoint.data(await scene.issuer.machine()),
        "a person": await endpoint.data(await scene.issuer.person()),
    }
    assert {who: told["viewer"]["roles"] for who, told in roles.items()} == {
        "nobody": ["PUBLIC"],
        "a machine": ["PARTNER"],
        "a person": ["CITIZEN"],
    }


async def test_scopes_narrow_what_is_answered(scene: Scene, endpoint: Endpoint) -> None:
    whole = await endpoint.data(await scene.issuer.machine(), query=CHANGES)
    assert whole["changes"] is not None
    for token in (
        await scene.issuer.machine("hospital", PartnerScope.VERDICTS),
        await scene.issuer.machine("biobank"),
        await scene.issuer.person("ane", "openid choices"),
    ):
        assert (await endpoint.data(token, query=CHANGES))["changes"] is None


async def test_scopes_narrow_what_can_be_done(scene: Scene, endpoint: Endpoint) -> None:
    reading = await scene.issuer.person("ane", "openid read")
    mine = (await endpoint.data(reading, query=MINE))["viewer"]["citizen"]["id"]
    asked = {"citizen": mine, "given": {"capacity": "SELF"}}
    before = await scene.kept()
    refused = (await endpoint.data(reading, query=OPT_OUT, input=asked))["optOut"]
    assert (refused["__typename"], refused["code"]) == ("Refused", "not-allowed")
    assert await scene.kept() == before
    choosing = await scene.issuer.person("ane", "openid choices")
    done = (await endpoint.data(choosing, query=OPT_OUT, input=asked))["optOut"]
    assert done["__typename"] == "ConsentsChanged"


async def test_forged_tokens_get_no_answer(scene: Scene, endpoint: Endpoint) -> None:
    token, key = await scene.issuer.person(), scene.issuer.signing()
    before, told = await scene.kept(), set()
    for forgery, _ in FORGERIES.values():
        answer = await endpoint.send(forgery.of(token, key))
        told.add((answer.status_code, answer.headers["www-authenticate"], answer.text))
    [(status, challenge, text)] = told
    assert (status, challenge) == (401, 'Bearer realm="baimena", error="invalid_token"')
    assert "data" not in text
    assert await scene.kept() == before


async def test_a_token_comes_in_one_header_and_nowhere_else(
    scene: Scene, endpoint: Endpoint
) -> None:
    token = await scene.issuer.person()
    both = await endpoint.send(token, token)
    assert (both.status_code, "invalid_request" in both.headers["www-authenticate"]) == (400, True)
    body = {"query": ROLES}
    in_address = await endpoint.http.post(f"{endpoint.url}?access_token={token}", json=body)
    in_body = await endpoint.http.post(endpoint.url, json=body | {"access_token": token})
    in_cookie = await endpoint.http.post(
        endpoint.url, json=body, headers={"Cookie": f"access_token={token}"}
    )
    for answer in (in_address, in_body, in_cookie):
        told = answer.json().get("data")
        assert told is None or told["viewer"]["roles"] == ["PUBLIC"]


async def test_a_vote_needs_an_identity_confirmed_as_in_the_portal(
    world: World, demo: Issuer
) -> None:
    member, steward = world.known.people["member-5"], world.known.people["steward"]
    link = LinkAccount(person=member, account=ProviderAccount(demo.issuer, "ane"))
    by = Principal(subject=steward, channel=Channel.ONLINE, stepped_up=True)
    assert isinstance(await carry_out(world.house, link, by=by), Done)
    authentication = Authentication(
        world.house,
        ProviderKeys(demo.issuer),
        audience=AUDIENCE,
        naming=NAMING,
        step_up=StepUp(timedelta(minutes=5), demo.acr),
    )
    asked = {"requestId": global_id("AccessRequest", world.known.requests[HEARTS])}
    outcomes = []
    async for endpoint in serve(authentication):
        for confirmed in ({}, {"acr_values": demo.acr, "prompt": "login"}):
            token = _at(NOW, await demo.person("ane", "openid committee", **confirmed), demo)
            said = await endpoint.data(token, query=VOTE, input=asked | {"vote": "FAVOURABLE"})
            outcomes.append(said["castVote"])
    await authentication.close()
    refused, done = outcomes
    assert refused["code"] == "identity-not-confirmed"
    assert refused["authentication"] == {"acrValues": [demo.acr], "maxAge": 300}
    sources = [source for rule in refused["rules"] for source in rule["source"]]
    assert {"source": "ENS", "article": "op.acc.6"} in sources
    assert done == {"__typename": "EthicsReviewChanged"}


def _at(when: datetime, token: str, issuer: Issuer) -> str:
    """The token as it would have been issued then: the region's day is not that of the provider."""
    then = int(when.timestamp())
    times = {"iat": then, "auth_time": then, "exp": then + 300}
    return Forgery(claims=times).of(token, issuer.signing())
