"""What the scanner graphql-cop looks for (its thirteen checks, written anew): it finds one.

That one is wanted: whoever is authenticated may ask about the schema.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from tests.graph.conduct.conftest import Api

NAME = "__typename"


def code(content: Any) -> str:
    assert "data" not in content
    return str(content["errors"][0]["extensions"]["code"])


async def test_aliases_are_not_overloaded(api: Api) -> None:
    aliases = " ".join(f"alias{number}: {NAME}" for number in range(101))
    assert code(await api.ask(f"query cop {{ {aliases} }}")) == "too-many-aliases"


async def test_requests_are_not_batched(api: Api) -> None:
    answer = await api.post(json.dumps([{"query": f"query cop {{ {NAME} }}"}] * 10))
    assert (answer.status_code, code(answer.json())) == (400, "batching-refused")


async def test_directives_are_not_overloaded(api: Api) -> None:
    answer = await api.ask(f"query cop {{ {NAME} {'@aa' * 10} }}")
    assert len(answer["errors"]) == 1
    assert code(answer) == "too-many-directives"


async def test_questions_about_the_schema_do_not_circle(api: Api) -> None:
    inner = "name"
    for _ in range(5):
        inner = f"fields {{ type {{ {inner} }} }}"
    answer = await api.ask(f"query cop {{ __schema {{ types {{ {inner} }} }} }}")
    assert code(answer) == "query-too-deep"


async def test_fields_are_not_repeated(api: Api) -> None:
    assert code(await api.ask(f"query cop {{ {(NAME + ' ') * 500} }}")) == "too-many-root-fields"
    repeated = f"query cop {{ person {{ {'name ' * 500} }} }}"
    assert code(await api.ask(repeated)) == "too-many-repeats"


async def test_the_schema_is_told_to_the_authenticated_only(api: Api) -> None:
    query = "query cop { __schema { types { name fields { name } } } }"
    assert "data" in await api.ask(query)
    assert code(await api.ask(query, by="")) == "introspection-refused"


async def test_there_is_no_page_for_asking(api: Api) -> None:
    for path in ("/graphql", "/graphql/playground", "/graphql/console"):
        answer = await api.client.get(path, headers={"accept": "text/html"})
        assert answer.status_code == 405
        assert "graphiql" not in answer.text.lower()


async def test_fields_are_not_suggested(api: Api) -> None:
    answer = await api.ask("query cop { __schema { directive } }")
    assert code(answer) == "query-invalid"
    assert "Did you mean" not in json.dumps(answer)


async def test_queries_are_not_sent_by_get(api: Api) -> None:
    query = quote(f"query cop {{ {NAME} }}")
    assert (await api.client.get(f"/graphql?query={query}")).status_code == 405


async def test_mutations_are_not_sent_by_get(api: Api) -> None:
    query = quote(f"mutation cop {{ {NAME} }}")
    assert (await api.client.get(f"/graphql?query={query}")).status_code == 405


async def test_queries_are_not_sent_as_a_form(api: Api) -> None:
    form = f"query={quote(f'query cop {{ {NAME} }}')}"
    answer = await api.post(form, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 415


async def test_answers_carry_no_trace(api: Api) -> None:
    answer = await api.ask(f"query cop {{ {NAME} }}")
    assert set(answer["extensions"]) == {"cost"}


async def test_what_is_wrong_is_told_without_an_exception(api: Api) -> None:
    answer = await api.ask("qwerty cop { abc }")
    assert code(answer) == "query-malformed"
    assert "exception" not in json.dumps(answer).lower()
    assert set(answer["errors"][0]["extensions"]) == {"code"}
