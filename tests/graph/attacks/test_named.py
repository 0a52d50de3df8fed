"""Attacks by name: each is refused by its code, and the next request is answered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.graph.attacks.documents import AMPLIFIED, FORGED
from tests.graph.attacks.target import Target
from tests.portal.world import World

OFFICER, CITIZEN = "access-officer", "maite"


@pytest.fixture
async def target(world: World) -> AsyncIterator[Target]:
    """The API; after every attack it answers whoever comes next."""
    one = Target(world)
    yield one
    assert (await one.ask("{ __typename }"))["data"] == {"__typename": "Query"}
    await one.client.aclose()


def code(content: dict[str, Any]) -> str:
    assert not any((content.get("data") or {}).values())
    return str(content["errors"][0]["extensions"]["code"])


@pytest.mark.parametrize("attack", [*AMPLIFIED, *FORGED])
async def test_a_document_is_refused_by_its_code(target: Target, attack: str) -> None:
    expected, query = (AMPLIFIED | FORGED)[attack]  # type: ignore[operator]
    found = await target.ask(query, by=OFFICER)
    if expected == "fragments-circular":
        assert "data" not in found
    assert code(found) == expected


def test_no_attack_has_the_name_of_another() -> None:
    assert len(AMPLIFIED) + len(FORGED) == len({**AMPLIFIED, **FORGED}) >= 50


IDS = {
    "an empty id": "",
    "an id of a million years ago": "0" * 32,
    "an id with SQL in it": "' OR '1'='1",
    "an id with a path in it": "../../../etc/passwd",
    "an id of sixty thousand letters": "A" * 60_000,
    "an id that is no base64": "%%%",
    "an id of another kind of thing": "U3RhZmY6MQ",
    "an id in another script": "ид",
}


@pytest.mark.parametrize("attack", IDS)
@pytest.mark.parametrize("field", ["permit", "citizen", "ledgerEntry", "node", "accessRequest"])
async def test_an_id_that_is_none_is_nothing(target: Target, attack: str, field: str) -> None:
    query = f"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}"
    for by in (OFFICER, CITIZEN, None):
        found = await target.ask(query, by=by, id=IDS[attack])
        assert found["data"] == {field: None}
        assert [one["extensions"]["code"] for one in found.get("errors", [])] in ([], ["id"])


async def test_what_is_another_ones_and_what_is_not_there_look_the_same(target: Target) -> None:
    query = "query ($id: ID!) { one: permit(id: $id) { id status } two: node(id: $id) { id } }"
    known = target.world.known
    strange = (*known.permits.values(), *known.requests.values(), known.people["maite"], "0" * 32)
    answers = []
    for one in strange:
        found = await target.ask(query, by=CITIZEN, id=one)
        del found["extensions"]
        answers.append(json.dumps(found))
    assert len(set(answers)) == 1


async def test_a_subject_id_names_nobody_over_the_api(target: Target) -> None:
    query = "query ($id: ID!) { citizen(id: $id) { id } consents(id: $id) { id } }"
    for subject in target.world.known.people.values():
        found = await target.ask(query, by="protector", id=subject)
        assert found["data"] == {"citizen": None, "consents": None}


LIST = """query ($permit: ID!, $people: [PersonInput!]!) {
  evaluateAccessOfList(use: {permitId: $permit}, people: $people) { people { allowed } } }"""


def people(count: int) -> list[dict[str, str]]:
    """So many people whom nobody knows; ten thousand of them are a megabyte."""
    return [{"issuer": "x", "identifier": f"{number:070}"} for number in range(count)]


async def test_a_megabyte_of_people_is_decided(target: Target) -> None:
    permit = next(iter(target.world.known.permits.values()))
    found = await target.ask(LIST, by="auditor", permit=permit, people=people(10_000))
    assert len(found["data"]["evaluateAccessOfList"]["people"]) == 10_000


async def test_one_more_is_too_many(target: Target) -> None:
    permit = next(iter(target.world.known.permits.values()))
    found = await target.ask(LIST, by="auditor", permit=permit, people=people(10_001))
    assert code(found) == "list-too-long"


async def test_somebody_who_is_not_signed_in_sends_no_megabyte(target: Target) -> None:
    found = await target.ask(LIST, permit="x", people=people(10_000))
    assert code(found) == "body-too-long"


ATTACH = """mutation ($input: AttachDocumentInput!) { attachDocument(input: $input) {
    ... on Refused { code field } } }"""
LONG = {
    "a file for somebody who may not attach": (ATTACH, "A" * 2_700_000, "not-allowed"),
    "a file in no base64": (ATTACH, "%" * 2_700_000, "attachment-not-base64"),
    "a file larger than any": (ATTACH, "A" * 2_870_000, "body-too-long"),
    "a file of commas": (ATTACH, "," * 2_700_000, "body-too-long"),
    "a file of half characters": (ATTACH, "\ud800" * 400_000, "text-unusable"),
    "a file where none is taken": ("query ($i: ID) { node(id: $i) { id } }", "A" * 2_700_000, None),
}


@pytest.mark.parametrize("attack", LONG)
async def test_a_body_as_long_as_a_file_is_refused_at_once(target: Target, attack: str) -> None:
    query, text, expected = LONG[attack]
    request = target.world.known.requests["sleep-and-memory"]
    wish = {"requestId": request, "item": "J_ETHICS", "name": "a.pdf", "file": text}
    variables = {"input": wish} if query == ATTACH else {"i": text}
    found = await target.ask(query, by=CITIZEN, **variables)
    if "data" in found:
        assert found["data"]["attachDocument"]["code"] == expected
    else:
        assert code(found) == (expected or "body-too-long")


async def test_a_key_that_is_too_long_is_refused(target: Target) -> None:
    query = """mutation ($key: String) { castVote(
      input: {requestId: "x", vote: FAVOURABLE, idempotencyKey: $key}) { __typename } }"""
    for key in ("", "k" * 101):
        found = await target.ask(query, by="member-0", key=key)
        assert [one["extensions"]["code"] for one in found["errors"]] == ["idempotency-key"]


async def test_whoever_is_nobody_changes_nothing(target: Target) -> None:
    query = """mutation { castVote(input: {requestId: "x", vote: FAVOURABLE}) {
      ... on Refused { code rules { id } } } }"""
    for by in (None, CITIZEN, "researcher"):
        found = await target.ask(query, by=by)
        assert found["data"]["castVote"]["code"]


TRANSPORT = {
    "a query by GET": ("GET", "/graphql?query=%7B__typename%7D", {}, 405),
    "a mutation by GET": ("GET", "/graphql?query=mutation%7B__typename%7D", {}, 405),
    "another method by a header": ("GET", "/graphql", {"x-http-method-override": "POST"}, 405),
    "a form of another site": ("POST", "/graphql", {"content-type": "text/plain"}, 415),
    "a form with files": ("POST", "/graphql", {"content-type": "multipart/form-data"}, 415),
    "a request of another site": ("POST", "/graphql", {"origin": "https://evil.example"}, 403),
    "a request of a sandboxed frame": ("POST", "/graphql", {"origin": "null"}, 403),
    "a question before another site's request": (
        "OPTIONS",
        "/graphql",
        {"origin": "https://evil.example", "access-control-request-method": "POST"},
        405,
    ),
    "a token that is none": ("POST", "/graphql", {"authorization": "Bearer nobody"}, 401),
}


@pytest.mark.parametrize("attack", TRANSPORT)
async def test_a_request_that_comes_another_way_is_refused(target: Target, attack: str) -> None:
    method, where, headers, expected = TRANSPORT[attack]
    named = {"content-type": "application/json", **headers}
    body = b'{"query": "{ __typename }"}' if method == "POST" else None
    answer = await target.client.request(method, where, headers=named, content=body)
    assert answer.status_code == expected
    assert not any(name.startswith("access-control") for name in answer.headers)
