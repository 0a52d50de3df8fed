"""Documents parsed and validated once, by their text. Nothing of a viewer is kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSchema, validate

from governance.refusals import Refusal
from graph.conduct import WORDS
from graph.limits import Cost, Document, Guard

log = structlog.get_logger("graph")
MOST_KEPT = 500
LONGEST_KEPT = 8 * 1024
"""Characters; longer ones are rare, and are read anew each time."""
COSTS_KEPT = 50
MOST_ERRORS = 5


@dataclass
class Known:
    """A document, and what was found out about it."""

    text: str
    document: Document
    errors: list[GraphQLError] | None = None
    """None until it was validated."""
    costs: dict[object, Cost | Refusal] = field(default_factory=dict)


class Documents:
    """Reads texts, and remembers the ones that the schema takes, least used forgotten first."""

    def __init__(self, schema: GraphQLSchema, guard: Guard) -> None:
        self._schema, self._guard = schema, guard
        self._kept: OrderedDict[str, Known] = OrderedDict()

    def read(self, text: str) -> Known | Refusal:
        """Raises GraphQLError where the text is no GraphQL."""
        known = self._kept.get(text)
        if known is not None:
            self._kept.move_to_end(text)
            return known
        found = self._guard.read(text)
        return found if isinstance(found, Refusal) else Known(text, found)

    def cost(
        self,
        known: Known,
        operation: str | None,
        variables: Mapping[str, Any],
        *,
        introspects: bool,
    ) -> Cost | Refusal:
        """What it costs with these variables; worked out once for each set of small ones."""
        key = _key(operation, variables, introspects)
        found = known.costs.get(key) if key is not None else None
        if found is None:
            found = self._guard.cost(known.document, operation, variables, introspects=introspects)
            if key is not None and len(known.costs) < COSTS_KEPT:
                known.costs[key] = found
        return found

    def errors(self, known: Known) -> list[GraphQLError]:
        """Why the schema does not take it; nothing where it does."""
        if known.errors is None:
            known.errors = self._validated(known.document)
            if not known.errors and len(known.text) <= LONGEST_KEPT:
                self._kept[known.text] = known
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return known.errors

    def _validated(self, document: Document) -> list[GraphQLError]:
        """The library's rules stumble over some wrong documents (``@stream`` where no list is):
        whatever makes one fail is no query either.
        """
        try:
            return validate(
                self._schema, document.node, max_errors=MOST_ERRORS, hide_suggestions=True
            )
        except Exception as fault:
            log.warning("rule-failed", kind=type(fault).__name__)
            return [GraphQLError(WORDS["query-invalid"])]


def _key(operation: str | None, variables: Mapping[str, Any], introspects: bool) -> object | None:
    """Only sizes count: a text is as good as any other. None where something is not that plain."""
    sizes = []
    for name, value in variables.items():
        if isinstance(value, list | dict):
            return None
        sizes.append((name, value if type(value) is int else None))  # True is no size
    return operation, introspects, tuple(sizes)
