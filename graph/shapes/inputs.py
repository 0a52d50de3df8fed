"""What is sent: inputs made of the fields of commands and questions, and read back into these."""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, astuple, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import strawberry
from strawberry import UNSET

from governance.lives.access_requests.words import Application
from governance.lives.consents.words import Given
from governance.views.decisions import Named
from governance.vocabulary.erasable import Details, Erasable
from governance.vocabulary.people import Capacity, Channel, SubjectId
from graph.context import Context
from graph.descriptions import of_argument, of_type
from graph.faults import Fault
from graph.ids import kind_and_key
from graph.shapes.enums import enum_of
from graph.shapes.links import Identifier, VariableNamed
from graph.shapes.values import several

Read = Callable[[Any, Context], Any]
PLAIN = (str, int, bool, date, datetime)
KINDS = {
    "permit_id": "Permit",
    "permit": "Permit",
    "request_id": "AccessRequest",
    "agenda": "AccessRequest",
    "release_id": "Release",
    "meeting_id": "Meeting",
    "dataset_id": "Dataset",
    "datasets": "Dataset",
    "holder_conditions": "Dataset",
}
"""Fields that hold the keys of things; the ids of these are taken too."""
PAIRS: dict[tuple[Any, str], Any] = {
    (Application, "columns"): VariableNamed,
    (Details, "identifiers"): Identifier,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A type of what is sent, and how it is read; None is as it came."""

    type: Any
    read: Read | None = None

    def taken(self, value: Any, context: Context) -> Any:
        """What was sent, as the core has it."""
        if value is None or value is UNSET:
            return None
        return value if self.read is None else self.read(value, context)


class Inputs:
    """The input types, each made once."""

    def __init__(self) -> None:
        self._made: dict[Any, Taken] = {Given: Taken(None)}
        self._made[Given] = self._given()

    def of(self, hint: Any, owner: Any = None, field: str = "") -> Taken:
        """The type for a hint of a field. Raises TypeError where there is none yet."""
        args = [one for one in get_args(hint) if one is not type(None)]
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            if set(args) == {Named, SubjectId}:
                return self._someone()
            inner = self.of(args[0], owner, field)
            return Taken(inner.type | None, inner.read)
        if (owner, field) in PAIRS and len(args) == 2 and args[1] is str:
            pair = self.of(PAIRS[owner, field])
            return Taken(pair.type, lambda one, context: astuple(pair.taken(one, context)))
        if origin in (tuple, frozenset, Sequence):
            kind = frozenset if origin is frozenset else tuple
            return self._several(self.of(args[0], owner, field), kind)
        if origin is Erasable:
            inner = self.of(args[0], owner, field)
            return Taken(inner.type, lambda one, context: Erasable(inner.taken(one, context)))
        return self._one(hint, field)

    def _one(self, hint: Any, field: str) -> Taken:
        if hint is SubjectId:
            return Taken(strawberry.ID, lambda one, context: context.person(one))
        if hint is str and field in KINDS:
            kind = KINDS[field]
            return Taken(strawberry.ID, lambda one, context: key_of(kind, one, field))
        if hint in PLAIN:
            return Taken(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return Taken(enum_of(hint))
        if is_dataclass(hint):
            if hint not in self._made:
                self._made[hint] = self.made(f"{hint.__name__}Input", hint)  # type: ignore[union-attr]
            return self._made[hint]
        raise TypeError(f"no input takes {hint!r}")

    def _several(self, inner: Taken, kind: Any) -> Taken:
        def read(values: Any, context: Context) -> Any:
            return kind(inner.taken(one, context) for one in values)

        return Taken(several(inner.type), read)

    def made(
        self, name: str, value: Any, *, besides: frozenset[str] = frozenset(), **more: Any
    ) -> Taken:
        """An input of the fields of a value, without some, and with more that are only for us.

        What is read back is the value; where some fields are left out, a table of the others.
        """
        hints = get_type_hints(value)
        kept = [field for field in fields(value) if field.name not in besides]
        taken = {one.name: self.of(hints[one.name], value, one.name) for one in kept}
        needed = {one.name for one in kept if not _has_default(one)}
        made = type(name, (), {"__annotations__": {}})
        for field, one in taken.items():
            open_end = field not in needed or type(None) in get_args(hints[field])
            hint = one.type if field in needed else one.type | None
            _add(made, name, field, hint, UNSET if open_end else MISSING, value)
        for field, hint in more.items():
            _add(made, name, field, hint, UNSET)

        def read(sent: Any, context: Context) -> Any:
            held = {
                field: one.taken(getattr(sent, field), context)
                for field, one in taken.items()
                if field in needed or getattr(sent, field) not in (None, UNSET)
            }
            return held if besides else value(**held)

        return Taken(strawberry.input(made, name=name, description=of_type(name, value)), read)

    def _someone(self) -> Taken:
        """Somebody, by an id that we gave out, or as an issuer calls her."""
        if Named not in self._made:
            hints = {"id": strawberry.ID | None, "issuer": str | None, "identifier": str | None}
            made = type("PersonInput", (), {"__annotations__": hints})
            for field in hints:
                described = of_argument("PersonInput", field)
                setattr(made, field, strawberry.field(description=described, default=UNSET))
            whole = strawberry.input(made, name="PersonInput", description=of_type("PersonInput"))
            self._made[Named] = Taken(whole, _named)
        return self._made[Named]

    def _given(self) -> Taken:
        made = type("GivenInput", (), {"__annotations__": {"capacity": enum_of(Capacity)}})
        described = of_argument("GivenInput", "capacity")
        made.capacity = strawberry.field(description=described, default=Capacity.SELF)  # type: ignore[attr-defined]

        def read(sent: Any, context: Context) -> Given:
            return Given(
                giver=context.principal.subject,
                capacity=sent.capacity,
                channel=Channel.API,
                effective_at=context.house.clock(),
            )

        return Taken(
            strawberry.input(made, name="GivenInput", description=of_type("GivenInput")), read
        )


def _has_default(field: Any) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _add(made: Any, owner: str, field: str, hint: Any, default: Any, value: Any = None) -> None:
    made.__annotations__[field] = hint
    described = of_argument(owner, field, value)
    setattr(made, field, strawberry.field(description=described, default=default))


def _named(sent: Any, context: Context) -> Named | SubjectId:
    stated = {field for field, one in vars(sent).items() if one not in (None, UNSET)}
    if stated not in ({"id"}, {"issuer", "identifier"}):
        raise Fault("not-both", argument="id")
    return context.person(sent.id) if "id" in stated else Named(sent.issuer, sent.identifier)


def key_of(kind: str, one: str, argument: str) -> str:
    """The key of a thing, by its id or as the key itself. Raises Fault for the id of another."""
    meant = kind_and_key(one)
    if meant is None:
        return one
    if meant[0] != kind:
        raise Fault("id", argument=argument)
    return meant[1]
