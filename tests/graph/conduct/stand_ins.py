"""A small schema that goes wrong in every way, and tokens that everybody knows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import strawberry

from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.vocabulary.people import Channel, Role, SubjectId
from graph.authentication import ANYBODY, Asker, Denied, Fault
from graph.conduct import Problem
from graph.context import Asked

SECRET = "secret of the database"


@strawberry.type
class Person:
    """Somebody."""

    name: str

    @strawberry.field
    def broken(self) -> str:
        """Never answers."""
        raise RuntimeError(SECRET)


@strawberry.type
class Edge:
    """Somebody in a list."""

    node: Person


@strawberry.type
class People:
    """A page."""

    edges: list[Edge]


@strawberry.type
class Query:
    """What can be asked."""

    @strawberry.field
    def me(self, info: Asked) -> str:
        """Who asks, by which program."""
        return f"{info.context.principal.subject} {info.context.client_id}"

    @strawberry.field
    def echo(self, text: str) -> str:
        """The same."""
        return text

    @strawberry.field
    def size(self, number: int) -> int:
        """The same."""
        return number

    @strawberry.field
    def people(self, first: int | None = None) -> People:
        """So many."""
        return People(edges=[Edge(node=Person(name="Ane"))] * (first or 0))

    @strawberry.field
    async def person(self) -> Person | None:
        """One."""
        return Person(name="Ane")

    @strawberry.field
    async def broken(self) -> str | None:
        """Never answers."""
        raise RuntimeError(SECRET)

    @strawberry.field
    def typed(self) -> str | None:
        """Refuses by a code."""
        raise Problem(400, "text-too-long", maximum=5)

    @strawberry.field
    def refused(self) -> str | None:
        """Refuses by a rule."""
        raise Refused(Refusal("consent-not-in-force", rules=("A-12",)))

    @strawberry.field
    async def slow(self) -> str | None:
        """Takes an hour."""
        await asyncio.sleep(3600)
        return "late"

    @strawberry.field
    def wrong(self) -> int | None:
        """Answers what it must not."""
        return "no number"  # type: ignore[return-value]


@strawberry.type
class Mutation:
    """What can be done."""

    @strawberry.mutation
    def rename(self, name: str) -> str:
        """Nothing much."""
        return name


SCHEMA = strawberry.Schema(Query, Mutation)


class EveryNameIsAToken:
    """``Bearer NAME`` is a partner's machine of that name; ``Bearer person-NAME`` is somebody."""

    async def who(self, authorization: Sequence[str]) -> Asker | Denied:
        """Whoever the token names; ``wrong`` names nobody."""
        if not authorization:
            return ANYBODY
        name = authorization[0].removeprefix("Bearer ")
        if name == "wrong":
            return Denied(Fault.INVALID_TOKEN)
        person = name.startswith("person-")
        role: Any = None if person else Role.ENGINE
        principal = Principal(subject=SubjectId(name), channel=Channel.ONLINE, machine_role=role)
        return Asker(principal, "an-app" if person else name)
