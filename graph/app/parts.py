"""What the endpoint is given: who asks, and what is done before an operation is executed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

from graphql import OperationDefinitionNode

from graph.authentication import Asker, Denied
from graph.context import Context


class Authenticates(Protocol):
    """Says who asks, by the credentials of a request."""

    async def who(self, authorization: Sequence[str]) -> Asker | Denied:
        """Whoever sends these ``Authorization`` headers; none at all is anybody."""
        ...


Prepare = Callable[[Context, OperationDefinitionNode, Mapping[str, Any]], Awaitable[None]]
"""Sets the instant of an operation, for instance. It may raise a typed error."""
