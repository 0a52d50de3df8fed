"""Whether the partners' client belongs to the present schema (``make client`` writes both anew).

Its generator cannot live beside our GraphQL library, so nothing is generated here: a seal is kept
over what the operations use of the schema, the operations, and the code that was made of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    GraphQLSchema,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    build_schema,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    parse,
    print_ast,
    validate,
    visit,
)

GRAPH = Path(__file__).resolve().parents[1] / "graph"
CLIENT = GRAPH / "client"
SEAL = CLIENT / "generated" / "SEAL"


class Used(Visitor):
    """What operations use of a schema, as lines."""

    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.lines: set[str] = set()
        self._known: set[str] = set()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        """A field: where it is, and what it answers with."""
        place = f"{self.info.get_parent_type()}.{node.name.value}"
        self.lines.add(f"{place}:{self.info.get_type()}")
        self._add(self.info.get_type())

    def enter_argument(self, *_: Any) -> None:
        """An argument, and what it takes."""
        self._add(self.info.get_input_type())

    def _add(self, found: Any) -> None:
        named = get_named_type(found)
        if named is None or named.name in self._known:
            return
        self._known.add(named.name)
        if is_enum_type(named):
            self.lines |= {f"{named}={value}" for value in named.values}
        elif is_input_object_type(named):
            for name, field in named.fields.items():
                default = field.ast_node.default_value
                says = f"{field.type}={print_ast(default) if default else ''}"
                self.lines.add(f"{named}.{name}:{says}")
                self._add(field.type)


def operations() -> str:
    """All operations of the client, one document."""
    return "\n".join(path.read_text("utf-8") for path in sorted(CLIENT.glob("operations/*")))


def used(schema: GraphQLSchema, text: str) -> list[str]:
    """What the operations use. Raises ValueError where the schema does not take them."""
    document = parse(text)
    if errors := validate(schema, document):
        raise ValueError("; ".join(error.message for error in errors))
    info = TypeInfo(schema)
    visitor = Used(info)
    visit(document, TypeInfoVisitor(info, visitor))
    return sorted(visitor.lines)


def seal() -> str:
    """The seal as it should be now."""
    digest = sha256()
    for part in _parts():
        digest.update(part.encode() + b"\0")
    return f"{digest.hexdigest()}\n"


def _parts() -> Iterator[str]:
    text = operations()
    yield from used(build_schema((GRAPH / "schema.graphql").read_text("utf-8")), text)
    yield text
    for path in sorted(SEAL.parent.glob("*.py")):
        yield path.name
        yield path.read_text("utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        SEAL.write_text(seal(), encoding="utf-8")
    elif SEAL.read_text(encoding="utf-8") != seal():
        sys.exit("the partners' client is not of this schema: write it anew with `make client`")
