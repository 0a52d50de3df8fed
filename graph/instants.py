"""One instant for a whole query: now, or the one that the operation names with ``@asOf``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

import strawberry
from graphql import (
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_directive_values,
    get_variable_values,
)
from strawberry import UNSET
from strawberry.directive import DirectiveLocation, DirectiveValue

from governance.service.ask import present
from governance.vocabulary.instants import Instant
from graph.context import Context
from graph.descriptions import of_argument, of_type
from graph.faults import Fault

NAME = "asOf"
Position = Annotated[int | None, strawberry.argument(description=of_argument(NAME, "position"))]
Time = Annotated[datetime | None, strawberry.argument(description=of_argument(NAME, "time"))]


@strawberry.directive(locations=[DirectiveLocation.QUERY], name=NAME, description=of_type(NAME))
def as_of(value: DirectiveValue[Any], position: Position = UNSET, time: Time = UNSET) -> Any:
    """It stands at the operation, and ``pin`` reads it there."""
    return value


async def pin(
    schema: GraphQLSchema,
    context: Context,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> None:
    """Fix the instant of a query where it names one; otherwise it is that of its snapshot.

    Raises Fault for a position that the ledger has not reached, and for a time without a zone.
    """
    if operation.operation is not OperationType.QUERY or not operation.directives:
        return
    asked = _named(schema, operation, variables)
    now = await present(context.house)
    position, time = asked.get("position"), asked.get("time")
    if position is not None and not 0 <= position <= now.position:
        raise Fault("instant", argument="position")
    if time is not None and time.tzinfo is None:
        raise Fault("instant", argument="time")
    context.instant = Instant(
        now.position if position is None else position, now.time if time is None else time
    )


def _named(
    schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Mapping[str, Any]
) -> Mapping[str, Any]:
    directive = schema.get_directive(NAME)
    if directive is None:
        return {}
    given = get_variable_values(schema, operation.variable_definitions or (), dict(variables))
    if isinstance(given, list):
        return {}  # the execution says what is wrong with them
    return get_directive_values(directive, operation, given) or {}
