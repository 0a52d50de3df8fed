"""What is read, and by which code everything else is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.conduct import JSON
from tests.graph.conduct.conftest import RESPONSE, Api

ASK = json.dumps({"query": "{ __typename }"})
NOT_READ = {
    "nothing": ("json-malformed", b""),
    "null": ("query-missing", b"null"),
    "a number": ("query-missing", b"1"),
    "true": ("query-missing", b"true"),
    "a text": ("query-missing", b'"x"'),
    "an empty object": ("query-missing", b"{}"),
    "a query that is null": ("query-missing", b'{"query": null}'),
    "a list of requests": ("batching-refused", f"[{ASK}, {ASK}]".encode()),
    "an empty list": ("batching-refused", b"[]"),
    "half an object": ("json-malformed", b'{"query": "{'),
    "two objects": ("json-malformed", ASK.encode() * 2),
    "no JSON": ("json-malformed", b"query={__typename}"),
    "a byte that is no UTF-8": ("body-not-utf-8", b'{"query": "\xff"}'),
    "an overlong NUL": ("body-not-utf-8", b'{"query": "\xc0\x80"}'),
    "UTF-16": ("body-not-utf-8", ASK.encode("utf-16")),
    "a byte order mark": ("json-malformed", b"\xef\xbb\xbf" + ASK.encode()),
    "a raw NUL": ("json-malformed", b'{"query": "\x00"}'),
    "an escaped NUL": ("text-unusable", b'{"query": "{ __typename }\\u0000"}'),
    "half a character": ("text-unusable", b'{"query": "{ __typename } #\\ud800"}'),
    "half a character in a variable": (
        "text-unusable",
        b'{"query": "{ __typename }", "variables": {"a": ["\\udc00"]}}',
    ),
    "a NUL in a key": ("text-unusable", b'{"query": "{ a }", "variables": {"\\u0000": 1}}'),
    "a hundred thousand brackets": ("json-too-deep", b"[" * 60_000),
    "nested variables": (
        "json-too-deep",
        b'{"query": "{ a }", "variables": {"a": ' + b"[" * 40 + b"]" * 40 + b"}}",
    ),
    "an integer of 5,000 digits": (
        "json-number-too-long",
        b'{"query": "{ a }", "variables": {"a": ' + b"9" * 5000 + b"}}",
    ),
    "a number that is too large": ("json-number-too-long", b'{"query": "{ a }", "id": 1e999}'),
    "not a number": ("json-number-too-long", b'{"query": "{ a }", "id": NaN}'),
    "infinity": ("json-number-too-long", b'{"query": "{ a }", "id": -Infinity}'),
    "a key twice": ("json-key-twice", b'{"query": "{ a }", "query": "{ b }"}'),
    "a key twice deep inside": (
        "json-key-twice",
        b'{"query": "{ a }", "variables": {"a": {"b": 1, "b": 2}}}',
    ),
    "variables that are a text": ("request-malformed", b'{"query": "{ a }", "variables": "{}"}'),
    "variables that are a list": ("request-malformed", b'{"query": "{ a }", "variables": []}'),
    "an operation that is a number": (
        "request-malformed",
        b'{"query": "{ a }", "operationName": 1}',
    ),
    "extensions that are a list": ("request-malformed", b'{"query": "{ a }", "extensions": []}'),
}


@pytest.mark.parametrize("shape", NOT_READ)
@pytest.mark.parametrize("accept", [JSON, RESPONSE])
async def test_what_is_no_request_is_refused_by_its_code(api: Api, shape: str, accept: str) -> None:
    expected, body = NOT_READ[shape]
    answer = await api.post(body, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (400, f"{accept}; charset=utf-8")
    assert answer.json()["errors"][0]["extensions"]["code"] == expected
    assert list(answer.json()) == ["errors", "extensions"]
    assert answer.json()["extensions"]["cost"]["requested"] == 1


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/jsonp",
        "application/json; charset=utf-16",
        "application/json, text/plain",
    ],
)
async def test_only_json_in_utf_8_is_read(api: Api, content_type: str) -> None:
    answer = await api.post(ASK, content_type=content_type)
    assert (answer.status_code, code_of(answer.json())) == (415, "content-type-unsupported")
    assert answer.headers["accept-post"] == JSON


async def test_a_body_that_is_encoded_in_another_way_is_not_decoded(api: Api) -> None:
    assert (await api.post(ASK, content_encoding="gzip")).status_code == 415
    assert (await api.post(ASK, content_type='Application/JSON; charset="UTF-8"')).is_success


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_only_post_is_answered(api: Api, method: str) -> None:
    where = "/graphql?query=%7B__typename%7D"
    answer = await api.client.request(method, where, headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert method == "HEAD" or code_of(answer.json()) == "method-not-allowed"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (RESPONSE, RESPONSE),
        (f"{JSON}, {RESPONSE}", RESPONSE),
        (f"{JSON};q=0.9, {RESPONSE};q=0.5", JSON),
        (f"{RESPONSE};q=0, */*", JSON),
        (f"{RESPONSE};q=x, {JSON}", JSON),
        (f"text/html, {RESPONSE};q=0.1", RESPONSE),
        (f"{RESPONSE.upper()}; charset=utf-8", RESPONSE),
    ],
)
async def test_an_answer_has_a_media_type_that_is_accepted(
    api: Api, accept: str, media: str
) -> None:
    answer = await api.post(ASK, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"{media}; charset=utf-8")


@pytest.mark.parametrize("accept", ["text/html", "image/*", f"{JSON};q=0", "*/*;q=0", ";", ","])
async def test_who_accepts_no_json_gets_none(api: Api, accept: str) -> None:
    answer = await api.post(ASK, accept=accept)
    assert answer.status_code == (200 if accept in (";", ",") else 406)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{", "query-malformed"),
        ("{ nothing }", "query-invalid"),
        ("query ($n: Int!) { size(number: $n) }", "variables-invalid"),
        ("{ ...F }", "fragment-unknown"),
    ],
)
async def test_a_query_that_cannot_be_executed_is_told_by_status_or_by_content(
    api: Api, query: str, expected: str
) -> None:
    body = json.dumps({"query": query})
    for accept, status in ((JSON, 200), (RESPONSE, 400)):
        answer = await api.post(body, accept=accept)
        assert (answer.status_code, code_of(answer.json())) == (status, expected)
        assert "data" not in answer.json()


async def test_a_long_body_is_only_read_for_a_long_list(api: Api) -> None:
    long = json.dumps({"query": "{ __typename }", "variables": {"a": "x" * 65_536}})
    longer = json.dumps({"query": "{ __typename }", "variables": {"a": "x" * 1_200_000}})
    for body, token in ((long, "Bearer partner"), (long, ""), (longer, "Bearer partner")):
        answer = await api.post(body, authorization=token)
        assert (answer.status_code, code_of(answer.json())) == (413, "body-too-long")
        assert answer.json()["extensions"]["cost"]["requested"] == 1


async def test_a_body_that_does_not_say_its_length_is_read_no_further_than_allowed(
    api: Api,
) -> None:
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        while sent < 10_000_000:
            sent += 10_000
            yield b" " * 10_000

    answer = await api.post(endless(), authorization="")
    assert answer.status_code == 413
    answer = await api.post(b"{}", content_length="9" * 5000, authorization="")
    assert answer.status_code == 413


def code_of(content: dict[str, Any]) -> str:
    return str(content["errors"][0]["extensions"]["code"])
