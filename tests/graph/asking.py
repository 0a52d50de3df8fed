"""Asking the schema in the name of somebody of the region, without the road that leads there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import parse

from governance.principals import PUBLIC, Principal
from governance.vocabulary.people import Channel
from graph.context import Context
from graph.instants import pin
from graph.schema import SCHEMA
from tests.portal.world import World


def context_of(world: World, person: str | None, *, stepped_up: bool = False) -> Context:
    """A request of this person of the region; of the public without a name."""
    if person is None:
        return Context(world.house, PUBLIC, "tests")
    subject = world.known.people[person]
    principal = Principal(subject=subject, channel=Channel.API, stepped_up=stepped_up)
    return Context(world.house, principal, "tests")


async def told(
    world: World,
    person: str | None,
    query: str,
    variables: Mapping[str, Any] | None = None,
    *,
    stepped_up: bool = False,
) -> Any:
    """The data of an answer that has no errors."""
    context = context_of(world, person, stepped_up=stepped_up)
    operation: Any = parse(query).definitions[0]
    await pin(SCHEMA._schema, context, operation, variables or {})
    result = await SCHEMA.execute(
        query, variable_values=dict(variables or {}), context_value=context
    )
    await context.end()
    assert not result.errors, result.errors
    return result.data
