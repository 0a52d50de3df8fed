"""Where generated requests begin: queries that partners send, with ids that are there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from graphql import GraphQLSchema
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis_graphql import Mode, from_schema, nodes

from tests.portal.world import World

PAGE = "pageInfo { endCursor hasNextPage } totalCount"
TEMPLATES = (
    "query Q($n: Int = 3) { permits(first: $n) { edges { cursor node { id status } } "
    f"{PAGE} }} }}",
    "{ accessRequests(first: 2) { nodes { id study applicant { name } datasets { title } } } }",
    "{ viewer { name roles acts citizen { id } tasks { __typename } } }",
    "{ register(first: 3) { nodes { id } } datasets(last: 2) { nodes { id title } } }",
    'query @asOf(position: 40) { permit(id: "@permit") { id status cells { purpose } } }',
    '{ node(id: "@request") { id ... on AccessRequest { study status permit { status } } } }',
    'fragment P on Permit { id status } { permit(id: "@permit") { ...P releases { id status } } }',
    "{ changes(since: 0, limit: 5) { rows { position } } }",
    '{ evaluateAccess(use: {permitId: "@permit"}, person: {issuer: "x", identifier: "1"}) '
    "{ people { allowed whyNot } } }",
    'mutation M { castVote(input: {requestId: "@request", vote: FAVOURABLE}) '
    "{ __typename ... on Refused { code items rules { id } } ... on Conflict { code } } }",
    "{ __schema { queryType { name } types { name kind fields { name args { name } } } } }",
    "{ ledgerEntries(first: 3) { nodes { id } } checkpoints(first: 1) { nodes { __typename } } }",
)
TIMES = ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00", "9999-12-31T23:59:59+14:00", "soon", "")
DAYS = ("2026-01-01", "0000-00-00", "9999-12-31", "1", "")
SCALARS = {
    "Date": st.sampled_from(DAYS).map(nodes.String),
    "DateTime": st.sampled_from(TIMES).map(nodes.String),
    "Base64": st.sampled_from(("", "YQ==", "%", "YQ")).map(nodes.String),
}


def written(world: World) -> Iterator[str]:
    """By hand, with ids of the region in them."""
    ids = zip(world.known.permits.values(), world.known.requests.values(), strict=False)
    for permit, request in ids:
        for template in TEMPLATES:
            yield template.replace("@permit", permit).replace("@request", request)


def generated(schema: GraphQLSchema, each: int, *, chance: int) -> Iterator[str]:
    """From the schema: for every field of its root, so many right and so many wrong ones."""
    roots = [one for one in (schema.query_type, schema.mutation_type) if one is not None]
    for name in (name for root in roots for name in root.fields):
        for mode in (Mode.POSITIVE, Mode.NEGATIVE):
            strategy = from_schema(schema, fields=[name], custom_scalars=SCALARS, mode=mode)
            with suppress(InvalidArgument):  # a field without arguments has nothing to get wrong
                yield from _drawn(strategy, each, chance)


def _drawn(strategy: st.SearchStrategy[Any], each: int, chance: int) -> list[str]:
    found: list[str] = []

    @seed(chance)
    @settings(
        max_examples=each,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(one: Any) -> None:
        found.append(str(one))

    draw()
    return found
