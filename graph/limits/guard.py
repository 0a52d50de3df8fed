"""The query guard: the text, then the document's shape, then its cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema, parse

from governance.refusals import Refusal, Refused
from graph.limits.cost import Cost, Costing
from graph.limits.document import Document, in_order
from graph.limits.introspection import totals
from graph.limits.most import LIMITS, Limits
from graph.limits.prices import PRICES, Price
from graph.limits.repeats import judge_repeats
from graph.limits.shape import judge_shape
from graph.limits.sizes import Sizes
from graph.limits.tokens import judge_text

CODES = (
    "document-not-executable",
    "fragment-twice",
    "fragment-unknown",
    "fragments-circular",
    "introspection-refused",
    "list-too-long",
    "operation-not-offered",
    "operation-unknown",
    "query-too-deep",
    "query-too-expensive",
    "query-too-long",
    "text-unusable",
    "too-many-aliases",
    "too-many-directives",
    "too-many-fields",
    "too-many-fragments",
    "too-many-operations",
    "too-many-repeats",
    "too-many-root-fields",
    "too-many-variables",
)
"""Everything that the guard refuses by."""


class Guard:
    """Judges queries against one schema, in time linear in their length."""

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        prices: Mapping[str, Price] = PRICES,
        limits: Limits = LIMITS,
    ) -> None:
        """``prices`` are by ``Type.field``."""
        self.schema, self.prices, self.limits = schema, prices, limits
        self._totals = totals(schema)

    def read(self, text: str) -> Document | Refusal:
        """The document, parsed. Raises GraphQLError where the text is no GraphQL."""
        if refusal := judge_text(text, self.limits):
            return refusal
        try:
            document = in_order(parse(text))
            judge_shape(document, self.limits)
            judge_repeats(document, self.limits)
        except Refused as refused:
            return refused.refusal
        return document

    def cost(
        self,
        document: Document,
        operation: str | None,
        variables: Mapping[str, Any],
        *,
        introspects: bool = True,
    ) -> Cost | Refusal:
        """What executing this operation costs at most; ``introspects`` says who may ask for that.

        Formula: one point for each object, each list and each value that the answer can hold, where
        a list holds as many as its ``first`` or ``last`` says, else 100; and what the table of
        prices adds. Variables count with their values, missing ones as the most they could be.
        """
        chosen = document.operation(operation)
        if chosen is None:
            return Refusal("operation-unknown")
        root = self.schema.get_root_type(chosen.operation)
        if root is None:
            return Refusal("operation-not-offered")
        costing = Costing(self.schema, self.prices, self._totals, Sizes(variables))
        try:
            for fragment in document.fragments:
                costing.add_fragment(fragment)
            cost = costing.of_operation(root, chosen)
        except Refused as refused:
            return refused.refusal
        if cost.introspects and not introspects:
            return Refusal("introspection-refused")
        if cost.requested > self.limits.cost:
            return Refusal("query-too-expensive", items=(str(self.limits.cost),))
        return cost
