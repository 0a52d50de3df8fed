"""The partners' client that is committed belongs to the schema that is committed."""

from __future__ import annotations

import pytest
from graphql import build_schema

from tests.client_seal import SEAL, operations, seal, used

SCHEMA = """type Query { a(take: Taken, e: E): T other(x: Int): Int }
    type T { b: Int! c: Int } input Taken { n: Int = 1 } enum E { ONE TWO }"""
QUERY = "query ($taken: Taken, $e: E) { a(take: $taken, e: $e) { b } }"


def test_the_client_is_of_this_schema() -> None:
    assert SEAL.read_text(encoding="utf-8") == seal(), "write it anew with `make client`"
    assert "evaluateAccess" in operations()


@pytest.mark.parametrize(
    ("old", "new"),
    [("b: Int!", "b: Int"), ("n: Int = 1", "n: Int"), ("ONE TWO", "ONE"), ("e: E", "e: E!")],
)
def test_a_change_to_what_it_uses_is_seen(old: str, new: str) -> None:
    before = used(build_schema(SCHEMA), QUERY)
    try:
        after = used(build_schema(SCHEMA.replace(old, new)), QUERY)
    except ValueError:
        after = []
    assert before != after


@pytest.mark.parametrize(("old", "new"), [("c: Int", "c: String"), ("x: Int", "x: Int y: Int")])
def test_a_change_to_what_it_does_not_use_is_none(old: str, new: str) -> None:
    before = used(build_schema(SCHEMA), QUERY)
    assert before == used(build_schema(SCHEMA.replace(old, new)), QUERY)


def test_an_operation_that_the_schema_does_not_take_is_no_part_of_it() -> None:
    with pytest.raises(ValueError, match="Cannot query field"):
        used(build_schema(SCHEMA), "{ nothing }")
