"""The cost of an operation: the most that its answer can hold, and surcharges.

A fragment's cost depends on the page of the field around it, so it is kept as a line: so much for
each object, so much more for each element of its page. That way it is worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    SelectionNode,
    SelectionSetNode,
    TypeMetaFieldDef,
    get_named_type,
    is_list_type,
    is_non_null_type,
)

from governance.refusals import Refusal, Refused
from graph.limits.introspection import WITHIN, WRAPPED
from graph.limits.most import PAGE, PLAIN_BODY
from graph.limits.prices import CHANGE, PLAIN, Price
from graph.limits.sizes import PAGES, Sizes

IN_A_CONNECTION = frozenset({"edges", "nodes"})
ABOUT_THE_SCHEMA = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cost:
    """What a request costs, before it is executed."""

    requested: int
    """Points: never fewer than the objects, lists and values that the answer can hold."""
    introspects: bool = False
    """It asks about the schema itself."""
    body: int = PLAIN_BODY
    """Bytes that the request may have: more, where a list or a file is a variable."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cost of a selection for one object of its type."""

    each: int = 0
    page: int = 0
    """More, for each element of the page that the field around asks for."""
    flat: int = 0
    """More, once, however many objects there are: lists of the schema itself."""
    wrapped: tuple[int, ...] = ()
    """More, for each type within a type (``ofType``), outermost first."""
    tops: frozenset[str] = NONE
    """The outermost lists of the schema itself in it."""

    def __add__(self, other: Line) -> Line:
        return Line(
            self.each + other.each,
            self.page + other.page,
            self.flat + other.flat,
            tuple(map(sum, zip_longest(self.wrapped, other.wrapped, fillvalue=0))),
            self.tops | other.tops,
        )


@dataclass(slots=True)
class Costing:
    """Works out one operation; fragments are added first, innermost before outermost."""

    schema: GraphQLSchema
    prices: Mapping[str, Price]
    totals: Mapping[str, int]
    sizes: Sizes
    fragments: dict[str, Line] = field(default_factory=dict)
    introspects: bool = False
    body: int = PLAIN_BODY
    steps: int = 0
    """Nodes looked at: never more than the document has."""

    def add_fragment(self, node: FragmentDefinitionNode) -> None:
        """Its cost for one object of its type."""
        on = self.schema.get_type(node.type_condition.name.value)
        self.fragments[node.name.value] = self._of(on, node.selection_set)

    def of_operation(self, root: GraphQLNamedType, node: OperationDefinitionNode) -> Cost:
        """What it costs altogether, at least a point."""
        line = self._of(root, node.selection_set)
        points = line.each + line.page * PAGE + line.flat
        return Cost(max(points, 1), self.introspects, self.body)

    def _of(self, on: GraphQLNamedType | None, inside: SelectionSetNode | None) -> Line:
        found = Line()
        for node in inside.selections if inside else ():
            found += self._of_node(on, node)
        return found

    def _of_node(self, on: GraphQLNamedType | None, node: SelectionNode) -> Line:
        self.steps += 1
        if isinstance(node, FragmentSpreadNode):
            return self.fragments[node.name.value]
        if isinstance(node, InlineFragmentNode):
            narrowed = node.type_condition
            within = self.schema.get_type(narrowed.name.value) if narrowed else on
            return self._of(within, node.selection_set)
        assert isinstance(node, FieldNode), "a selection is a field, a spread or an inline fragment"
        return self._of_field(on, node)

    def _of_field(self, on: GraphQLNamedType | None, node: FieldNode) -> Line:
        name = node.name.value
        definition = self._definition(on, name)
        of = get_named_type(definition.type) if definition else None
        inside = self._of(of, node.selection_set)
        if on is None or definition is None or of is None:
            return Line(1 + inside.each + inside.page * PAGE, flat=inside.flat)
        if of.name.startswith("__"):
            return self._about_the_schema(on, name, definition, inside)
        return self._of_known(on, definition, node, inside)

    def _definition(self, on: GraphQLNamedType | None, name: str) -> GraphQLField | None:
        if name in ABOUT_THE_SCHEMA and on is self.schema.query_type:
            return ABOUT_THE_SCHEMA[name]
        found: GraphQLField | None = getattr(on, "fields", {}).get(name)
        return found

    def _of_known(
        self, on: GraphQLNamedType, definition: GraphQLField, node: FieldNode, inside: Line
    ) -> Line:
        changes = on is self.schema.mutation_type
        price = self.prices.get(f"{on.name}.{node.name.value}", CHANGE if changes else PLAIN)
        lists, extra = _lists(definition), price.fixed
        own = PAGE if price.items is None else price.items
        self.body = max(self.body, price.body)
        if price.by:
            own = self.sizes.length(node, price)
            extra += own * price.each
        elif not definition.args.keys().isdisjoint(PAGES):
            own = self.sizes.page(node)
        if node.selection_set is None:
            return Line(1 + extra)
        if lists == 0:
            return Line(1 + inside.each + inside.page * own + extra, flat=inside.flat)
        one = 1 + inside.each + inside.page * PAGE
        if lists == 1 and (price.paged or node.name.value in IN_A_CONNECTION):
            return Line(1 + extra, page=one, flat=inside.flat)
        if lists > 1 and price.items is None:
            own = PAGE**lists
        return Line(1 + own * one + extra, flat=inside.flat)

    def _about_the_schema(
        self, on: GraphQLNamedType, name: str, definition: GraphQLField, inside: Line
    ) -> Line:
        if not on.name.startswith("__"):
            self.introspects = True
            return Line(flat=1 + inside.each + sum(inside.wrapped) + inside.flat)
        if name == WRAPPED:
            wrapped = (1 + inside.each, *inside.wrapped)[: self.totals[WRAPPED]]
            return Line(1, flat=inside.flat, wrapped=wrapped, tops=inside.tops)
        each = 1 + inside.each + sum(inside.wrapped)
        if name not in self.totals:
            return Line(each, flat=inside.flat, tops=inside.tops)
        if not inside.tops <= WITHIN.get(name, NONE):
            raise Refused(Refusal("query-too-deep", items=("introspection",)))
        flat = self.totals[name] * each + inside.flat
        return Line(1, flat=flat, tops=frozenset({name}))


def _lists(definition: GraphQLField) -> int:
    """How many lists are around its type."""
    found, of = 0, definition.type
    while is_list_type(of) or is_non_null_type(of):
        found += is_list_type(of)
        of = of.of_type
    return found
