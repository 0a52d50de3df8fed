"""The query as one type: questions, things by their ids, and the law."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry
from graphql.pyutils import camel_to_snake
from strawberry import UNSET

from governance.views.law import PROVISIONS, Provision
from graph.context import NOBODY, Asked
from graph.descriptions import of_argument, of_field
from graph.edges import Edges
from graph.ids import kind_and_key
from graph.loaders import load
from graph.queries.asking import field_of
from graph.queries.table import QUESTIONS
from graph.shapes.fields import Field, root_of
from graph.shapes.inputs import Inputs, key_of
from graph.shapes.outputs import Node
from graph.shapes.things import BY_NAME, THINGS, Thing
from graph.shapes.values import several

Id = Annotated[strawberry.ID, strawberry.argument(description=of_argument("Query", "id"))]
Ids = Annotated[
    list[strawberry.ID] | None, strawberry.argument(description=of_argument("Query", "rules"))
]

Issuer = Annotated[str, strawberry.argument(description=of_argument("PersonInput", "issuer"))]
Identifier = Annotated[
    str, strawberry.argument(description=of_argument("PersonInput", "identifier"))
]


def query_of(edges: Edges, inputs: Inputs) -> Any:
    """The type of the query."""
    found = {name: field_of(name, asking, edges, inputs) for name, asking in QUESTIONS.items()}
    found |= {camel_to_snake(thing.name): _by_id(thing, edges) for thing in THINGS}
    found["node"] = Field(
        Node | None, strawberry.field(_node, description=of_field("Query", "node"))
    )
    found["citizen_known_as"] = _known_as(edges)
    law = several(edges.outputs.of(Provision))
    described = of_field("Query", "provisions")
    found["provisions"] = Field(
        law, strawberry.field(_provisions, description=described, graphql_type=law)
    )
    return root_of("Query", found)


def _by_id(thing: Thing, edges: Edges) -> Field:
    async def resolve(info: Asked, id: Id) -> Any:
        return await load(info.context, thing, _key(thing, id, info))

    hint = edges.outputs.of(thing.full) | None
    described = of_field("Query", camel_to_snake(thing.name))
    return Field(hint, strawberry.field(resolve, description=described, graphql_type=hint))


def _known_as(edges: Edges) -> Field:
    thing = BY_NAME["Citizen"]

    async def resolve(info: Asked, issuer: Issuer, identifier: Identifier) -> Any:
        known = await info.context.sitting.called(issuer, identifier)
        return await load(info.context, thing, known or NOBODY)

    hint = edges.outputs.of(thing.full) | None
    described = of_field("Query", "citizen_known_as")
    return Field(hint, strawberry.field(resolve, description=described, graphql_type=hint))


def _key(thing: Thing, one: str, info: Asked) -> str:
    return info.context.person(one) if thing.of_person else key_of(thing.name, one, "id")


async def _node(info: Asked, id: Id) -> Node | None:
    kind, key = kind_and_key(id) or ("", "")
    thing = BY_NAME.get(kind)
    if thing is None:
        return None
    found: Node | None = await load(info.context, thing, _key(thing, id, info))
    return found


def _provisions(info: Asked, rules: Ids = UNSET) -> Any:
    return [one for key, one in PROVISIONS.items() if not rules or key in rules]
