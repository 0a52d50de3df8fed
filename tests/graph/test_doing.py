"""What is done over the API: once, whole, and refused for the reasons that the law has."""

from __future__ import annotations

from typing import Any

from graph.ids import global_id, kind_and_key
from tests.graph.asking import told
from tests.portal.world import World

MINE = """{ viewer { name citizen { id consents {
    optOut { on } cells { answer cell { purpose } } } } } }"""
OPT_OUT = """mutation ($input: OptOutInput!) { optOut(input: $input) { __typename
    ... on ConsentsChanged { position repeated entries { code } changed { optOut { on } } }
    ... on Refused { code field items rules { id says source { source article gist } } }
    ... on Conflict { code } } }"""


async def citizen_of(world: World, person: str) -> str:
    shown = await told(world, person, MINE)
    return str(shown["viewer"]["citizen"]["id"])


def given(citizen: str, **more: Any) -> dict[str, Any]:
    return {"input": {"citizen": citizen, "given": {"capacity": "SELF"}, **more}}


async def test_a_citizen_opts_out_and_reads_it_back(world: World) -> None:
    sent = given(await citizen_of(world, "maite"))
    done = (await told(world, "maite", OPT_OUT, sent))["optOut"]
    assert done["__typename"] == "ConsentsChanged"
    assert [entry["code"] for entry in done["entries"]] == ["consent.opted-out.v1"]
    assert done["changed"]["optOut"]["on"] is True
    shown = await told(world, "maite", MINE)
    assert shown["viewer"]["citizen"]["consents"]["optOut"]["on"] is True


async def test_a_key_makes_it_happen_once(world: World) -> None:
    sent = given(await citizen_of(world, "maite"), idempotencyKey="one")
    first = (await told(world, "maite", OPT_OUT, sent))["optOut"]
    again = (await told(world, "maite", OPT_OUT, sent))["optOut"]
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["position"] == again["position"]
    lift = OPT_OUT.replace("OptOutInput", "LiftOptOutInput").replace("optOut(", "liftOptOut(")
    other = (await told(world, "maite", lift, sent))["liftOptOut"]
    assert (other["__typename"], other["code"]) == ("Refused", "idempotency-key-reused")


async def test_an_id_means_nobody_to_somebody_else(world: World) -> None:
    hers = await citizen_of(world, "maite")
    kind, handle = kind_and_key(hers) or ("", "")
    assert kind == "Citizen"
    assert handle not in world.known.people.values()
    assert hers != await citizen_of(world, "javier")
    refused = (await told(world, "javier", OPT_OUT, given(hers)))["optOut"]
    made_up = global_id("Citizen", world.known.people["maite"])
    same = (await told(world, "javier", OPT_OUT, given(made_up)))["optOut"]
    assert refused == same
    assert refused["code"] == "not-allowed"
    shown = await told(world, "javier", f'{{ citizen(id: "{hers}") {{ givenName }} }}')
    assert shown == {"citizen": None}


async def test_a_refusal_names_rules_and_their_sources(world: World) -> None:
    request = next(iter(world.known.requests.values()))
    sent = {"input": {"requestId": request, "vote": "FAVOURABLE"}}
    vote = """mutation ($input: CastVoteInput!) { castVote(input: $input) {
        ... on Refused { code rules { id says source { source article } } } } }"""
    refused = (await told(world, "member-2", vote, sent))["castVote"]
    assert refused["code"] == "identity-not-confirmed"
    [rule] = refused["rules"]
    assert rule["id"] == "A-27"
    assert {"source": "ENS", "article": "op.acc.6"} in rule["source"]


async def test_a_query_may_look_back(world: World) -> None:
    asked = "query ($p: Int!) @asOf(position: $p) " + MINE
    before = (await told(world, None, "{ register(first: 1) { totalCount } }"))["register"]
    assert before["totalCount"] > 0
    head = (await told(world, "auditor", "{ ledger { size } }"))["ledger"]["size"]
    await told(world, "maite", OPT_OUT, given(await citizen_of(world, "maite")))
    then = await told(world, "maite", asked, {"p": head})
    now = await told(world, "maite", asked, {"p": head + 1})
    consents = [one["viewer"]["citizen"]["consents"]["optOut"]["on"] for one in (then, now)]
    assert consents == [False, True]
    early = await told(
        world, None, "query @asOf(position: 1) { register(first: 1) { totalCount } }"
    )
    assert early["register"]["totalCount"] == 0


async def test_each_of_two_acts_shows_what_stands_after_it(world: World) -> None:
    citizen = await citizen_of(world, "maite")
    both = """mutation ($on: OptOutInput!, $off: LiftOptOutInput!) {
        on: optOut(input: $on) { ... on ConsentsChanged { changed { optOut { on } } } }
        off: liftOptOut(input: $off) { ... on ConsentsChanged { changed { optOut { on } } } } }"""
    sent = given(citizen)["input"]
    done = await told(world, "maite", both, {"on": sent, "off": sent})
    stood = [done[name]["changed"]["optOut"]["on"] for name in ("on", "off")]
    assert stood == [True, False]
