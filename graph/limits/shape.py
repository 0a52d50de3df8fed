"""How deep and how full a document is, whatever the schema: fragments are looked at once each."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from governance.refusals import Refusal, Refused
from graph.limits.document import Document
from graph.limits.most import Limits


@dataclass(frozen=True, slots=True)
class Size:
    """What a selection comes to with its fragments written out."""

    depth: int = 0
    fields: int = 0
    roots: int = 0


@dataclass(slots=True)
class Shape:
    """What was counted so far."""

    limits: Limits
    fragments: dict[str, Size] = field(default_factory=dict)
    aliases: int = 0
    directives: int = 0
    spreads: int = 0
    steps: int = 0
    """Nodes looked at: never more than the document has."""

    def of(self, inside: SelectionSetNode | None) -> Size:
        """Raises Refused where there is too much of something."""
        if inside is None:
            return Size()
        depth = fields = roots = 0
        for node in inside.selections:
            one = self._of_node(node)
            depth, fields = max(depth, one.depth), fields + one.fields
            roots += one.roots
        return Size(depth, fields, roots)

    def _of_node(self, node: SelectionNode) -> Size:
        self.steps += 1
        self.decorated(node)
        if isinstance(node, FragmentSpreadNode):
            self.spreads += 1
            self._at_most("too-many-fragments", self.spreads, self.limits.spreads)
            return _wrapped(self.fragments[node.name.value])
        inside = self.of(getattr(node, "selection_set", None))
        if not isinstance(node, FieldNode):
            return _wrapped(inside)
        if node.alias:
            self.aliases += 1
            self._at_most("too-many-aliases", self.aliases, self.limits.aliases)
        return Size(inside.depth + 1, inside.fields + 1, 1)

    def decorated(self, node: Node) -> None:
        """Count the directives of a node."""
        here = len(getattr(node, "directives", None) or ())
        self.directives += here
        self._at_most("too-many-directives", here, self.limits.directives_each)
        self._at_most("too-many-directives", self.directives, self.limits.directives)

    def accept(self, size: Size) -> Size:
        """The same, unless it is too deep or too full."""
        self._at_most("query-too-deep", size.depth, self.limits.depth)
        self._at_most("too-many-fields", size.fields, self.limits.fields)
        return size

    def declares(self, operation: OperationDefinitionNode) -> None:
        """The head of an operation: its variables, its directives."""
        declared = operation.variable_definitions or ()
        self._at_most("too-many-variables", len(declared), self.limits.variables)
        for node in (operation, *declared):
            self.decorated(node)

    def _at_most(self, code: str, count: int, most: int) -> None:
        if count > most:
            raise Refused(Refusal(code, items=(str(most),)))


def _wrapped(inside: Size) -> Size:
    """A fragment counts as a field does, so that writing out empty ones is bounded too."""
    return Size(inside.depth, inside.fields + 1, inside.roots)


def judge_shape(document: Document, limits: Limits) -> Shape:
    """What was counted. Raises Refused where the document is too deep or too full."""
    shape = Shape(limits)
    if len(document.operations) > limits.operations:
        raise Refused(Refusal("too-many-operations", items=(str(limits.operations),)))
    if len(document.fragments) > limits.fragments:
        raise Refused(Refusal("too-many-fragments", items=(str(limits.fragments),)))
    for fragment in document.fragments:
        shape.decorated(fragment)
        shape.fragments[fragment.name.value] = shape.accept(shape.of(fragment.selection_set))
    for operation in document.operations:
        shape.declares(operation)
        if shape.accept(shape.of(operation.selection_set)).roots > limits.roots:
            raise Refused(Refusal("too-many-root-fields", items=(str(limits.roots),)))
    return shape
