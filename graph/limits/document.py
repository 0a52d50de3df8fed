"""A parsed document with its fragments put in order, each after those that it spreads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
)

from governance.refusals import Refusal, Refused

Definition = OperationDefinitionNode | FragmentDefinitionNode


@dataclass(frozen=True, slots=True)
class Document:
    """What is executed, and what the guard found out about it."""

    node: DocumentNode
    operations: tuple[OperationDefinitionNode, ...]
    fragments: tuple[FragmentDefinitionNode, ...]
    """Each stands after every fragment that it spreads."""

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The one of this name; without a name, the only one there is."""
        if name is None:
            return self.operations[0] if len(self.operations) == 1 else None
        found = (one for one in self.operations if one.name and one.name.value == name)
        return next(found, None)


def in_order(node: DocumentNode) -> Document:
    """Raises Refused where a fragment spreads itself, is not there, or is there twice."""
    operations, fragments = _definitions(node)
    needs = {name: _spread_by(one) for name, one in fragments.items()}
    for operation in operations:
        _known(_spread_by(operation), fragments)
    done: dict[str, FragmentDefinitionNode] = {}
    for name in fragments:
        for ready in _after_its_needs(name, needs, done):
            done[ready] = fragments[ready]
    return Document(node, tuple(operations), tuple(done.values()))


def _definitions(
    node: DocumentNode,
) -> tuple[list[OperationDefinitionNode], dict[str, FragmentDefinitionNode]]:
    operations: list[OperationDefinitionNode] = []
    fragments: dict[str, FragmentDefinitionNode] = {}
    for one in node.definitions:
        if isinstance(one, OperationDefinitionNode):
            operations.append(one)
        elif isinstance(one, FragmentDefinitionNode):
            if one.name.value in fragments:
                raise Refused(Refusal("fragment-twice"))
            fragments[one.name.value] = one
        else:
            raise Refused(Refusal("document-not-executable"))
    return operations, fragments


def _after_its_needs(
    name: str, needs: dict[str, set[str]], done: dict[str, FragmentDefinitionNode]
) -> Iterator[str]:
    """This fragment and what it needs, innermost first. A stack of our own: chains are long."""
    if name in done:
        return
    waiting, under_way = [(name, iter(needs[name]))], {name}
    while waiting:
        current, rest = waiting[-1]
        following = next((one for one in rest if one not in done), None)
        if following is None:
            waiting.pop()
            under_way.discard(current)
            yield current
        elif following in under_way:
            raise Refused(Refusal("fragments-circular"))
        else:
            _known({following}, needs)
            waiting.append((following, iter(needs[following])))
            under_way.add(following)


def _known(
    names: set[str], fragments: dict[str, FragmentDefinitionNode] | dict[str, set[str]]
) -> None:
    if not names <= fragments.keys():
        raise Refused(Refusal("fragment-unknown"))


def _spread_by(definition: Definition) -> set[str]:
    found: set[str] = set()
    waiting: list[Node] = [definition.selection_set]
    while waiting:
        node = waiting.pop()
        if isinstance(node, FragmentSpreadNode):
            found.add(node.name.value)
        elif isinstance(node, SelectionSetNode):
            waiting += node.selections
        elif (inside := getattr(node, "selection_set", None)) is not None:
            waiting.append(inside)
    return found
