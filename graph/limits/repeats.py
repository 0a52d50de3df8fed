"""How often one name stands at one place of the answer.

Whether such fields can be merged is checked pair by pair when a query is validated, which takes a
time that is quadratic, or worse, in their number. So there may only be few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from governance.refusals import Refusal, Refused
from graph.limits.document import Document
from graph.limits.most import Limits

Fragments = dict[str, FragmentDefinitionNode]
Group = list[SelectionSetNode]


def judge_repeats(document: Document, limits: Limits) -> None:
    """Raises Refused where fields of one name meet too often.

    Fragments are written out, so the document's fields must have been counted before.
    """
    fragments = {one.name.value: one for one in document.fragments}
    definitions: Iterable[OperationDefinitionNode | FragmentDefinitionNode] = (
        *document.operations,
        *document.fragments,
    )
    for definition in definitions:
        _judge(definition.selection_set, fragments, limits)


def _judge(inside: SelectionSetNode, fragments: Fragments, limits: Limits) -> None:
    waiting, meetings = [[inside]], 0
    while waiting:
        for count, group in _merged(waiting.pop(), fragments):
            meetings += count * (count - 1)
            if count > limits.repeats or meetings > limits.meetings:
                raise Refused(Refusal("too-many-repeats", items=(str(limits.repeats),)))
            if group:
                waiting.append(group)


def _merged(sets: Group, fragments: Fragments) -> Iterable[tuple[int, Group]]:
    """By each name of the answer: how many fields have it, and what stands inside them."""
    found: dict[str, tuple[int, Group]] = {}
    for node in _written_out(sets, fragments):
        name = (node.alias or node.name).value
        count, group = found.get(name, (0, []))
        inside = [node.selection_set] if node.selection_set else []
        found[name] = (count + 1, group + inside)
    return found.values()


def _written_out(sets: Group, fragments: Fragments) -> Iterator[FieldNode]:
    waiting, spread = list(sets), set()
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FieldNode):
                yield node
            elif not isinstance(node, FragmentSpreadNode):
                waiting.append(node.selection_set)  # type: ignore[attr-defined]
            elif node.name.value not in spread:
                spread.add(node.name.value)
                waiting.append(fragments[node.name.value].selection_set)
