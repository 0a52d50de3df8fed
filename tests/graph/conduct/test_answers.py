"""What leaves: data, typed errors, the budget; and what never does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from httpx2 import Response
from structlog.testing import capture_logs

from governance.service.house import House
from graph.app import Explorer, Graph, create_graph
from graph.conduct import WORDS, Problem, strict_text
from graph.limits import CODES
from tests.graph.conduct.conftest import Api, settings, speaking_to
from tests.graph.conduct.stand_ins import SCHEMA, SECRET, EveryNameIsAToken


def codes(content: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in content["errors"]]


async def test_whoever_asks_is_told_to_the_resolvers(api: Api) -> None:
    assert (await api.ask("{ me }"))["data"] == {"me": "partner partner"}
    assert (await api.ask("{ me }", by="person-ane"))["data"] == {"me": "person-ane an-app"}
    assert (await api.ask("{ me }", by=""))["data"] == {"me": "public "}


async def test_a_token_that_is_none_asks_nothing(api: Api) -> None:
    answer = await api.post('{"query": "{ me }"}', authorization="Bearer wrong")
    assert (answer.status_code, codes(answer.json())) == (401, ["invalid-token"])
    assert answer.headers["www-authenticate"].startswith("Bearer ")
    assert "extensions" not in answer.json()


async def test_what_breaks_inside_is_told_by_a_reference_only(api: Api) -> None:
    query = '{ broken me person { broken } echo(text: "a name that nobody may read") }'
    with capture_logs() as logs:
        answer = await api.ask(query)
    assert codes(answer) == ["internal-error"] * 2
    assert answer["data"]["me"] == "partner partner"
    references = {error["extensions"]["reference"] for error in answer["errors"]}
    assert {line["reference"] for line in logs if line["event"] == "broken"} == references
    for told in (json.dumps(answer["errors"]), repr(logs)):
        assert SECRET not in told
        assert "nobody may read" not in told


async def test_two_faults_have_two_references(api: Api) -> None:
    answer = await api.ask("{ a: broken b: broken wrong }")
    references = [error["extensions"]["reference"] for error in answer["errors"]]
    assert len(set(references)) == 3
    assert codes(answer) == ["internal-error"] * 3


async def test_typed_errors_keep_their_code(api: Api) -> None:
    answer = await api.ask("{ typed refused }")
    assert answer["data"] == {"typed": None, "refused": None}
    typed, refused = sorted(answer["errors"], key=lambda error: error["path"], reverse=True)
    assert typed["extensions"] == {"code": "text-too-long", "maximum": 5}
    assert refused["extensions"] == {"code": "consent-not-in-force", "rules": ["A-12"]}
    assert (typed["path"], typed["locations"]) == (["typed"], [{"line": 1, "column": 3}])


async def test_an_error_in_an_answer_is_a_success_of_the_request(api: Api) -> None:
    answer = await api.post('{"query": "{ broken }"}')
    assert (answer.status_code, answer.json()["data"]) == (200, {"broken": None})


async def test_who_writes_a_name_wrongly_is_not_told_the_right_one(api: Api) -> None:
    for query in ("{ ech }", "{ people { edge } }", "mutation { renam }", "{ echo(tex: 1) }"):
        answer = json.dumps(await api.ask(query))
        assert "Did you mean" not in answer
        assert "query-invalid" in answer


async def test_a_long_literal_is_not_repeated(api: Api) -> None:
    answer = await api.ask(f'{{ size(number: "{"7" * 5000}") }}')
    assert codes(answer) == ["query-invalid"]
    assert len(answer["errors"][0]["message"]) <= 300
    answer = await api.ask("query ($n: Int!) { size(number: $n) }", n="7" * 5000)
    assert codes(answer) == ["variables-invalid"]
    assert len(answer["errors"][0]["message"]) <= 300


async def test_every_answer_says_what_it_cost_and_what_is_left(api: Api) -> None:
    answer = await api.post(
        json.dumps({"query": "{ people(first: 9) { edges { node { name } } } }"})
    )
    cost = answer.json()["extensions"]["cost"]
    spent = 2 + 9 * 3
    assert cost == {
        "requested": spent,
        "available": 500_000 - spent,
        "maximum": 500_000,
        "restoredPerSecond": 10_000,
    }
    assert answer.headers["ratelimit-policy"] == '"points";q=500000;w=50;qu="points"'
    assert answer.headers["ratelimit"] == f'"points";r={500_000 - spent};t=1'
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_query_that_is_refused_costs_a_point(api: Api) -> None:
    for query in ("{", "{ ...F }", "{ people { edges { node { name } } nothing } }"):
        assert (await api.ask(query))["extensions"]["cost"]["requested"] >= 1


async def test_who_has_asked_too_much_waits(house: House) -> None:
    chosen = settings(api_points=1_000, api_points_per_second=1, api_points_per_request=1_000)
    api = speaking_to(create_graph(SCHEMA, house, EveryNameIsAToken(), chosen))
    body = json.dumps({"query": "{ people(first: 100) { edges { node { name } } } }"})
    answers = [await api.post(body) for _ in range(5)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429, 429]
    late = answers[-1]
    assert codes(late.json()) == ["rate-limited"]
    assert 200 < int(late.headers["retry-after"]) <= 302 * 4 - 1_000
    assert late.json()["extensions"]["cost"]["available"] in range(94, 100)
    assert (await api.post(body, authorization="Bearer another")).status_code == 200
    assert (await api.post(body, authorization="Bearer person-ane")).status_code == 200
    assert (await api.post(body, authorization="Bearer person-eva")).status_code == 200


async def test_whoever_is_not_authenticated_has_a_tenth_and_no_schema(api: Api) -> None:
    answer = await api.ask("{ me }", by="")
    assert answer["extensions"]["cost"]["maximum"] == 50_000
    answer = await api.ask("{ __schema { queryType { name } } }", by="")
    assert codes(answer) == ["introspection-refused"]
    answer = await api.ask("{ __schema { queryType { name } } }")
    assert answer["data"]["__schema"]["queryType"] == {"name": "Query"}


async def test_a_request_that_takes_too_long_is_given_up_and_the_next_is_answered(
    house: House,
) -> None:
    api = speaking_to(create_graph(SCHEMA, house, EveryNameIsAToken(), settings(api_seconds=0.05)))
    answer = await api.post('{"query": "{ slow }"}')
    assert (answer.status_code, codes(answer.json())) == (503, ["took-too-long"])
    assert (await api.ask("{ me }"))["data"] == {"me": "partner partner"}


async def test_another_site_cannot_ask(api: Api) -> None:
    body = '{"query": "{ me }"}'
    for headers in (
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": "http://other.api.test"},
    ):
        answer = await api.post(body, **headers)
        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers


async def test_even_what_breaks_before_a_query_is_masked(house: House) -> None:
    class Broken:
        async def who(self, authorization: Any) -> Any:
            raise RuntimeError(SECRET)

    api = speaking_to(create_graph(SCHEMA, house, Broken(), settings()))
    with capture_logs() as logs:
        answer: Response = await api.post('{"query": "{ me }"}')
    assert (answer.status_code, codes(answer.json())) == (500, ["internal-error"])
    assert SECRET not in answer.text + repr(logs)


async def test_the_demo_tells_browsers_how_to_ask(house: House) -> None:
    explorer = Explorer("/static/explorer.js", "/static/explorer.css")
    app = create_graph(SCHEMA, house, EveryNameIsAToken(), settings(), explorer=explorer)
    api = speaking_to(app)
    page = await api.client.get("/graphql", headers={"accept": "text/html,*/*"})
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert 'src="/static/explorer.js"' in page.text
    assert """curl --json '{"query": "{ __typename }"}'""" in page.text
    query = "/graphql?query=%7B__typename%7D"
    assert (await api.client.get(query, headers={"accept": "text/html"})).status_code == 405
    assert (await api.client.get("/graphql")).status_code == 405


async def test_what_is_done_before_an_operation_may_refuse_it(house: House) -> None:
    async def prepare(context: Any, operation: Any, variables: Any) -> None:
        if variables.get("bad"):
            raise Problem(400, "request-malformed")
        context.client_id = f"prepared {operation.name.value}"

    app = create_graph(SCHEMA, house, EveryNameIsAToken(), settings(), prepare=prepare)
    api = speaking_to(app)
    assert (await api.ask("query Q { me }"))["data"] == {"me": "partner prepared Q"}
    assert codes(await api.ask("query Q { me }", bad=True)) == ["request-malformed"]


def test_every_code_has_words() -> None:
    assert set(CODES) <= set(WORDS)
    assert all(words.endswith(".") for words in WORDS.values())


@pytest.mark.parametrize("text", ["a\x00", "\ud800", 1, None, "x" * 11])
def test_a_text_is_strict(text: object) -> None:
    with pytest.raises(Problem):
        strict_text(text, longest=10)


def test_other_texts_are_as_they_were() -> None:
    assert strict_text("Ñandú 🏃\n", longest=10) == "Ñandú 🏃\n"


async def test_the_application_speaks_http_only(house: House) -> None:
    app: Any = create_graph(SCHEMA, house, EveryNameIsAToken(), settings())
    assert isinstance(app.app, Graph)
    with pytest.raises(RuntimeError):
        await app({"type": "websocket"}, None, None)
