"""The schema says everything that the core can do and show, and says of each thing what it is."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
)

from governance import views
from governance.policy.access import ACCESS
from governance.policy.access_facts import acts_of
from governance.storage.lives import AGGREGATES
from governance.views.citizen import OfCitizen
from governance.views.question import Question
from governance.vocabulary.people import Role
from graph.descriptions.found import table
from graph.edges import EDGES, Own, Same
from graph.mutations import LEFT_OUT
from graph.queries.table import QUESTIONS
from graph.schema import SCHEMA
from graph.shapes.things import THINGS

CORE = SCHEMA._schema
OURS: dict[str, Any] = {
    name: one for name, one in CORE.type_map.items() if not name.startswith("__")
}
BY_OTHER_ROADS = {
    "LookUp": "whoever watches over the law looks one citizen up, and says why: in the portal",
    "ActOfReceipt": "a receipt is a document, with a page and a PDF: in the portal",
    "Consequences": "what an act would change is shown before a form is sent: in the portal",
}
"""Questions that are no field, and why."""
ONLY_FOR_TERMINALS = {"RecordKey", "DestroyKey", "NoteRefusedAttempt"}
"""Commands of lives that are no fields at all: keys lie on the machine that holds them."""


def commands() -> Iterator[Any]:
    for life in AGGREGATES:
        yield from life.COMMANDS


def test_every_command_is_a_mutation_or_says_why_not() -> None:
    fields = {name.lower() for name in OURS["Mutation"].fields}
    for command in commands():
        if command.__name__ not in ONLY_FOR_TERMINALS:
            assert (command.__name__.lower() in fields) != (command.__name__ in LEFT_OUT)
    assert {one.__name__ for one in commands()} >= LEFT_OUT.keys() | ONLY_FOR_TERMINALS


def test_what_only_our_machines_may_do_is_no_mutation() -> None:
    machines = {Role.CLOCK, Role.ENGINE}
    people: set[Any] = set()
    for rule in ACCESS:
        roles: Any = getattr(rule.asks, "roles", frozenset())
        if rule.effect.name == "GRANTS" and not (roles and roles <= machines):
            people |= acts_of(rule)
    ours = {c.__name__ for c in commands() if c.ACT not in people} - ONLY_FOR_TERMINALS
    assert ours <= LEFT_OUT.keys()


def test_every_question_is_asked_somewhere() -> None:
    asked = {one.question.__name__ for one in QUESTIONS.values()}
    for thing in THINGS:
        asked |= {getattr(thing.question, "__name__", "")}
        asked |= set(getattr(getattr(thing.question, "__code__", None), "co_names", ()))
    for edges in EDGES.values():
        for edge in edges.values():
            if not isinstance(edge, (Same, Own)):
                asked |= set(edge.question.__code__.co_names)
    for module in walk_packages(views.__path__, f"{views.__name__}."):
        for name, one in vars(import_module(module.name)).items():
            is_question = inspect.isclass(one) and issubclass(one, Question)
            ours = is_question and one not in (Question, OfCitizen)
            if ours and one.__module__ == module.name:
                assert (name in asked) != (name in BY_OTHER_ROADS), name


def test_every_type_field_argument_and_value_is_described() -> None:
    for name, one in OURS.items():
        if name in ("Boolean", "ID", "Int", "String"):
            continue
        assert one.description, name
        for field in getattr(one, "fields", {}).values():
            assert field.description, (name, field)
            for argument in getattr(field, "args", {}).values():
                assert argument.description, (name, field, argument)
        for value in getattr(one, "values", {}).values():
            assert value.description, (name, value)


def test_no_description_is_of_something_that_is_not_there() -> None:
    fields = set(_names())
    assert set(table("types")) <= set(OURS) | {"Edge", "Connection", "asOf"}
    assert set(table("arguments")) <= fields
    for owner, said in table("fields").items():
        if owner == "any":
            assert set(said) <= fields
        else:
            assert set(said) <= {_snake(one) for one in OURS[owner].fields}, owner
    for owner, said in table("values").items():
        assert set(said) == set(OURS[owner].values), owner


def test_every_mutation_may_be_refused() -> None:
    for name, field in OURS["Mutation"].fields.items():
        union = getattr(field.type, "of_type", field.type)
        assert isinstance(union, GraphQLUnionType), name
        assert {"Refused", "Conflict"} <= {one.name for one in union.types}, name


def _names() -> Iterator[str]:
    for name in _camels():
        yield from (_snake(name), re.sub(r"_(?=\d)", "", _snake(name)))


def _camels() -> Iterator[str]:
    kinds = (GraphQLObjectType, GraphQLInputObjectType, GraphQLInterfaceType)
    for one in OURS.values():
        if isinstance(one, kinds):
            for name, field in one.fields.items():
                yield from (name, *getattr(field, "args", {}))
    for directive in CORE.directives:
        yield from directive.args


def _snake(name: str) -> str:
    return re.sub(r"([A-Z]|(?<=[a-z])\d+)", r"_\1", name).lower()
