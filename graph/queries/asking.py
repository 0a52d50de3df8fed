"""Fields of the query made of questions: their arguments are the fields of the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from inspect import Parameter, Signature
from typing import Annotated, Any, get_type_hints

import strawberry
from strawberry import UNSET

from graph.connections import Wanted, listed, parameters_of
from graph.context import Asked
from graph.descriptions import of_argument, of_field
from graph.edges import Edges
from graph.queries.table import Asking, Kind
from graph.shapes.fields import Field
from graph.shapes.inputs import Inputs, Taken
from graph.shapes.values import several

PART = {Kind.PAGES: "page", Kind.GROWS: "part"}


def field_of(name: str, asking: Asking, edges: Edges, inputs: Inputs) -> Field:
    """The field by which a question is asked."""
    taken = _taken(asking, inputs)
    hint = _hint(asking, edges)
    resolve = _list(asking, taken) if asking.kind in PART else _answer(asking, taken)
    resolve.__signature__ = _signature(name, asking, taken)  # type: ignore[attr-defined]
    made = strawberry.field(resolve, description=of_field("Query", name), graphql_type=hint)
    return Field(hint, made)


def _hint(asking: Asking, edges: Edges) -> Any:
    match asking.kind:
        case Kind.ONE:
            return edges.outputs.of(asking.value) | None
        case Kind.SEVERAL:
            return several(edges.outputs.of(asking.value)) | None
        case Kind.PAGES | Kind.GROWS:
            return edges.lists.of(asking.value) | None


def _taken(asking: Asking, inputs: Inputs) -> Mapping[str, Taken]:
    hints = get_type_hints(asking.question)
    left_out = asking.without | {PART.get(asking.kind, "")}
    return {
        field.name: inputs.of(hints[field.name], asking.question, field.name)
        for field in fields(asking.question)
        if field.name not in left_out
    }


def _signature(name: str, asking: Asking, taken: Mapping[str, Taken]) -> Signature:
    defaults = {field.name: field.default for field in fields(asking.question)}
    found = [Parameter("info", Parameter.POSITIONAL_OR_KEYWORD, annotation=Asked)]
    for argument, one in taken.items():
        described = strawberry.argument(description=of_argument(name, argument, asking.question))
        needed = defaults[argument] is MISSING
        hint = one.type if needed else one.type | None
        default = Parameter.empty if needed else UNSET
        found.append(_parameter(argument, Annotated[hint, described], default))
    return Signature([*found, *(parameters_of(asking.orders) if asking.kind in PART else ())])


def _parameter(name: str, hint: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=hint, default=default)


def _read(taken: Mapping[str, Taken], sent: Mapping[str, Any], info: Asked) -> dict[str, Any]:
    return {
        argument: one.taken(sent[argument], info.context)
        for argument, one in taken.items()
        if sent.get(argument, UNSET) not in (None, UNSET)
    }


def _answer(asking: Asking, taken: Mapping[str, Taken]) -> Callable[..., Any]:
    async def resolve(info: Asked, **sent: Any) -> Any:
        return await info.context.shown(asking.question(**_read(taken, sent, info)))

    return resolve


def _list(asking: Asking, taken: Mapping[str, Taken]) -> Callable[..., Any]:
    part, grows = PART[asking.kind], asking.kind is Kind.GROWS

    async def resolve(info: Asked, **sent: Any) -> Any:
        wanted = Wanted.of(sent)
        held = _read(taken, sent, info)

        async def ask(which: Any) -> Any:
            return await info.context.shown(asking.question(**held, **{part: which}))

        return await listed(wanted, ask, grows=grows)

    return resolve
