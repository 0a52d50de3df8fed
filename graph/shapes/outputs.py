"""Types of the schema, made of the values that views answer with: one field for each of theirs.

Nothing is said twice: a view's new field is a new field here, which the committed schema shows
whoever reviews it. Resolvers take the values as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from inspect import isawaitable
from typing import Any, get_args, get_origin, get_type_hints

import strawberry

from governance.views.paging import Newest, Paged
from governance.views.question import HEAD, Shown
from graph.context import Asked
from graph.descriptions import of_field, of_type
from graph.ids import global_id
from graph.loaders import MISSING, Seen, load
from graph.shapes.fields import Field, at_once, filled
from graph.shapes.links import KEYS
from graph.shapes.naming import camel, name_of
from graph.shapes.things import BY_NAME, BY_VALUE, Thing
from graph.shapes.values import Shaped, Shaper

More = Callable[[Any], Mapping[str, Field]]
"""Fields that a value does not hold: what leads on from it."""
LISTS = {Paged, Newest}


@strawberry.interface(name="Node", description=of_type("Node"))
class Node:
    """A thing with an id of its own (Relay, Global Object Identification)."""

    id: strawberry.ID = strawberry.field(description=of_field("Node", "id"))


class Outputs:
    """The types, each made once: ``of`` gives the type of a value, ``finish`` fills them all."""

    def __init__(self, more: More) -> None:
        self._more = more
        self._made: dict[str, Any] = {}
        self._waiting: list[tuple[str, Any]] = []
        self._shaper = Shaper(self.of)

    def of(self, value: Any) -> Any:
        """The type that shows this value."""
        thing = BY_VALUE.get(value)
        name, whole = (thing.name, thing.full) if thing else (name_of(value), value)
        if name not in self._made:
            self._made[name] = type(name, (Node,) if thing else (), {"__shows__": whole})
            self._waiting.append((name, whole))
        elif self._made[name].__shows__ is not whole:
            raise TypeError(f"{name} would show two values: name one of them (graph/shapes/naming)")
        return self._made[name]

    def finish(self) -> list[Any]:
        """Every type that was asked for, complete."""
        while self._waiting:
            self._fill(*self._waiting.pop())
        return list(self._made.values())

    def _fill(self, name: str, value: Any) -> None:
        made, thing = self._made[name], BY_NAME.get(name)
        values = thing.values if thing else (value,)
        filled(made, self._fields(name, value, thing) | dict(self._more(value)))
        made.is_type_of = classmethod(lambda cls, one, info: isinstance(one, values))
        strawberry.type(made, name=name, description=of_type(name, value))

    def _fields(self, name: str, value: Any, thing: Thing | None) -> dict[str, Field]:
        hints = get_type_hints(value)
        found: dict[str, Field] = {}
        if thing:
            found |= _head_of(thing)
        for field in fields(value):
            if field.name == "id" and (thing or issubclass(value, Shown)):
                continue
            if LISTS & {get_origin(one) for one in (get_args(hints[field.name]))}:
                continue  # a list, by pages of its own (graph/edges)
            shaped = self._linked(value, field.name) or self._shaper.of(
                hints[field.name], owner=value, field=field.name
            )
            if field.name == "shown":
                shaped = Shaped(list[str], lambda names, info: sorted(map(camel, names)))
            found[field.name] = _field(name, value, field.name, shaped, thing)
        return found

    def _linked(self, value: Any, field: str) -> Shaped | None:
        name = KEYS.get((value, field))
        if name is None:
            return None
        thing = BY_NAME[name]

        def loaded(key: Any, info: Asked | Seen) -> Any:
            if isinstance(info, Seen):
                return info.thing(thing, key)
            return load(info.context, thing, key)

        return Shaped(self.of(thing.full) | None, loaded)


def _field(name: str, value: Any, field: str, shaped: Shaped, thing: Thing | None) -> Field:
    description = of_field(name, field, value)
    if thing and thing.parts:
        resolver = _of_the_whole(thing, field, shaped)
    elif shaped.show is None:
        return Field(shaped.type, strawberry.field(description=description))
    else:
        resolver = _of_the_value(field, shaped)
    made = strawberry.field(resolver, description=description, graphql_type=shaped.type)
    return Field(shaped.type, made)


def _of_the_value(field: str, shaped: Shaped) -> Callable[..., Any]:
    def shown(root: Any, info: Any) -> Any:
        return shaped.shown(getattr(root, field), info)

    def resolve(root: strawberry.Parent[Any], info: Asked) -> Any:
        return shown(root, info)

    return at_once(resolve, shown)


def _of_the_whole(thing: Thing, field: str, shaped: Shaped) -> Callable[..., Any]:
    """Where the part at hand does not hold the field, the whole is asked for."""
    full = thing.full
    held = {part for part in thing.parts if field not in HEAD and field in _names(part)} | {full}

    async def later(root: Any, info: Asked) -> Any:
        whole = await load(info.context, thing, root.id)
        shown = None if whole is None else shaped.shown(getattr(whole, field), info)
        return await shown if isawaitable(shown) else shown

    def resolve(root: strawberry.Parent[Any], info: Asked) -> Any:
        if type(root) in held:
            return shaped.shown(getattr(root, field), info)
        return later(root, info)

    def shown(root: Any, seen: Seen) -> Any:
        whole = root if type(root) in held else seen.thing(thing, root.id)
        if whole is None or whole is MISSING:
            return whole
        return shaped.shown(getattr(whole, field), seen)

    return at_once(resolve, shown)


def _names(value: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(value))


def _head_of(thing: Thing) -> dict[str, Field]:
    def node_id(root: strawberry.Parent[Any], info: Asked) -> Any:
        key = info.context.handle(root.id) if thing.of_person else root.id
        return global_id(thing.name, key)

    def key(root: strawberry.Parent[Any]) -> Any:
        return root.id

    described = of_field("Node", "id")
    found = {
        "id": Field(
            strawberry.ID,
            strawberry.field(
                at_once(node_id, node_id), description=described, graphql_type=strawberry.ID
            ),
        )
    }
    if not thing.of_person:
        of_key = at_once(key, lambda root, seen: root.id)
        made = strawberry.field(of_key, description=of_field("Node", "key"), graphql_type=str)
        found["key"] = Field(str, made)
    return found
