"""What leads on from one thing to others; each is asked for by its own question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Signature, signature
from typing import Any

import strawberry

from governance.views.acting_for import ActingFor, Mandate
from governance.views.acts import ConsentAct
from governance.views.asked_again import AskedAgain, NewSheetNeedsAnswer
from governance.views.consents import Consents, ConsentsShown
from governance.views.me import Myself
from governance.views.noticed import Notice
from governance.views.notices import Notices
from governance.views.permit_lists import MyPermits
from governance.views.permit_shown import PermitShown
from governance.views.record import CitizenRecord, ReadOfRecord, RecordShown
from governance.views.releases import (
    MyReleases,
    Preparable,
    PreparableShown,
    Releases,
    ReleaseShown,
)
from governance.views.request_documents import Completeness, CompletenessCheck
from governance.views.request_lists import MyRequests
from governance.views.request_shown import RequestShown
from governance.views.reviews import ReviewShown
from governance.views.staff import Attempt, RefusedAttempts, StaffShown
from governance.views.tasks import Task, Tasks
from governance.views.uses import Use, Uses
from graph.connections import Connections, Wanted, listed, parameters_of
from graph.context import Asked
from graph.descriptions import of_field
from graph.loaders import load
from graph.shapes.fields import Field, at_once
from graph.shapes.orders import ListOrder, Orders
from graph.shapes.outputs import Outputs
from graph.shapes.things import BY_NAME
from graph.shapes.values import several


@dataclass(frozen=True, slots=True)
class Same:
    """Another thing that has the same key, or whose key the root holds otherwise."""

    thing: str
    key: Callable[[Any, Asked], Any] = lambda root, info: root.id


@dataclass(frozen=True, slots=True)
class One:
    """One answer about a thing, or all of a few."""

    value: Any
    question: Callable[[Any], Any]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Many:
    """A list that belongs to a thing. ``question`` is made of the root and of the part wanted;
    ``picks`` takes the list out of a larger answer.
    """

    value: Any
    question: Callable[[Any, Any], Any]
    picks: Callable[[Any], Any] = lambda answer: answer
    grows: bool = False
    """By positions, and nobody counts."""
    orders: Orders = None
    """In which orders it can be asked for."""


@dataclass(frozen=True, slots=True)
class Own:
    """The handle of whoever asks: what she is called wherever she is named."""


Edge = Same | One | Many | Own
EDGES: Mapping[Any, Mapping[str, Edge]] = {
    RecordShown: {
        "consents": Same("Consents"),
        "uses": Many(Use, lambda root, page: Uses(root.id, page=page), orders=ListOrder),
        "notices": Many(Notice, lambda root, page: Notices(root.id, page=page), orders=ListOrder),
        "asked_again": One(AskedAgain, lambda root: NewSheetNeedsAnswer(root.id)),
        "access_log": Many(
            ReadOfRecord,
            lambda root, page: CitizenRecord(root.id, page=page),
            lambda answer: answer.access_log,
            orders=ListOrder,
        ),
    },
    ConsentsShown: {
        "citizen": Same("Citizen"),
        "acts": Many(
            ConsentAct,
            lambda root, page: Consents(root.id, page=page),
            lambda answer: answer.acts,
            orders=ListOrder,
        ),
    },
    RequestShown: {
        "review": Same("EthicsReview"),
        "register_entry": Same("RegisterEntry"),
        "completeness": One(Completeness, lambda root: CompletenessCheck(root.id)),
    },
    ReviewShown: {"request": Same("AccessRequest")},
    PermitShown: {
        "preparable": One(PreparableShown, lambda root: Preparable(root.id)),
        "all_releases": Many(
            ReleaseShown,
            lambda root, part: Releases(permit=root.id, part=part),
            grows=True,
            orders=ListOrder,
        ),
    },
    Myself: {
        "id": Own(),
        "citizen": Same("Citizen", lambda root, info: info.context.principal.subject),
        "acting_for": One(Mandate, lambda root: ActingFor(), several=True),
        "tasks": One(Task, lambda root: Tasks(), several=True),
        "access_requests": Many(
            RequestShown, lambda root, page: MyRequests(page=page), orders=ListOrder
        ),
        "permits": Many(PermitShown, lambda root, page: MyPermits(page=page), orders=ListOrder),
        "releases": Many(
            ReleaseShown,
            lambda root, part: MyReleases(part=part),
            grows=True,
            orders=ListOrder,
        ),
    },
    Mandate: {"citizen": Same("Citizen")},
    Use: {"release": Same("Release")},
    StaffShown: {
        "refused_attempts": Many(
            Attempt,
            lambda root, part: RefusedAttempts(part=part),
            lambda answer: answer.refused_attempts,
            grows=True,
            orders=ListOrder,
        )
    },
}
"""By the value in full of what they lead on from."""


class Edges:
    """The fields that lead on, and the types of their lists."""

    def __init__(self) -> None:
        self.outputs = Outputs(self.of)
        self.lists = Connections(self.outputs)

    def of(self, value: Any) -> Mapping[str, Field]:
        """The fields that lead on from a value."""
        owner = self.outputs.of(value).__name__
        return {
            name: self._field(of_field(owner, name), edge)
            for name, edge in EDGES.get(value, {}).items()
        }

    def _field(self, description: str, edge: Edge) -> Field:
        match edge:
            case Own():
                hint, resolve = strawberry.ID, at_once(_own, _own)
            case Same(thing=name):
                hint, resolve = self.outputs.of(BY_NAME[name].full), _same(edge)
            case One(value=value):
                hint, resolve = self.outputs.of(value), _one(edge)
                hint = several(hint) if edge.several else hint
            case Many(value=value):
                hint, resolve = self.lists.of(value), _many(edge)
        made = strawberry.field(resolve, description=description, graphql_type=hint | None)
        return Field(hint | None, made)


def _own(root: strawberry.Parent[Any], info: Asked) -> Any:
    return info.context.handle(info.context.principal.subject)


def _same(edge: Same) -> Callable[..., Any]:
    thing = BY_NAME[edge.thing]

    async def resolve(root: strawberry.Parent[Any], info: Asked) -> Any:
        return await load(info.context, thing, edge.key(root, info))

    return at_once(resolve, lambda root, seen: seen.thing(thing, edge.key(root, seen)))


def _one(edge: One) -> Callable[..., Any]:
    async def resolve(root: strawberry.Parent[Any], info: Asked) -> Any:
        return await info.context.shown(edge.question(root))

    return resolve


def _many(edge: Many) -> Callable[..., Any]:
    async def resolve(root: strawberry.Parent[Any], info: Asked, **sent: Any) -> Any:
        async def ask(part: Any) -> Any:
            found = await info.context.shown(edge.question(root, part))
            return None if found is None else edge.picks(found)

        return await listed(Wanted.of(sent), ask, grows=edge.grows)

    own = [one for one in signature(resolve).parameters.values() if one.kind is not one.VAR_KEYWORD]
    resolve.__signature__ = Signature([*own, *parameters_of(edge.orders)])  # type: ignore[attr-defined]
    return resolve
