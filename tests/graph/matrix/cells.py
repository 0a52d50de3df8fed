"""What became of what was asked, as cells: seen or not, may or may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import get_named_type

from tests.graph.matrix.asking import Answers
from tests.graph.matrix.documents import OPERATIONS, TYPES, is_judged, is_thing, leads_to
from tests.graph.matrix.grounds import COLUMNS

HEAD = frozenset({"id", "key", "shown", "may"})
"""Of every answer: what it is, and what of it is shown."""
OF_THE_TABLE = ("not-allowed", "identity-not-confirmed")
"""Codes with which the access table refuses; all others are a life's."""
Cell = tuple[str, str, str]
"""A type and its field, or an operation; and the column."""


def may(outcome: Mapping[str, Any]) -> bool:
    """Whether a mutation came past the access table; its life may have refused it then."""
    return not (outcome["__typename"] == "Refused" and outcome["code"] in OF_THE_TABLE)


def done(answers: Answers) -> dict[tuple[str, str], bool]:
    """Of every mutation and column."""
    return {key: may(one) for key, one in answers.items() if key[1] in COLUMNS}


def found(answers: Answers) -> dict[tuple[str, str], bool]:
    """Of every query and column: whether it is answered at all."""
    return {key: one is not None for key, one in answers.items() if key[1] in COLUMNS}


def seen(answers: Answers) -> dict[Cell, bool]:
    """Of every field of everything judged that stands in an answer. It is seen where the answer
    says so, and an edge to a thing only where the thing is there.
    """
    cells: dict[Cell, bool] = {}
    for (_, column), answer in answers.items():
        if column in COLUMNS:
            for one in _objects(answer):
                for name, visible in _fields(one):
                    key = (one["__typename"], name, column)
                    cells[key] = cells.get(key, False) or visible
    return cells


def _objects(answer: Any) -> Iterator[dict[str, Any]]:
    for one in answer if isinstance(answer, list) else [answer]:
        if isinstance(one, dict):
            if "__typename" in one:
                yield one
            for inner in one.values():
                yield from _objects(inner)


def _fields(one: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Fields that have a row. A hidden field is null, and does not say that it is shown."""
    kind = TYPES[one["__typename"]]
    for name in rows_needed(kind):
        if name in one and is_thing(leads_to(kind.fields[name])):
            yield name, one[name] not in (None, [], {"nodes": []})
        elif name in one:
            yield name, name in one.get("shown", ()) or one[name] is not None


def rows_needed(kind: Any) -> Iterator[str]:
    """Fields of a type that need a row: all of what is judged, else what leads to a thing."""
    for name, field in kind.fields.items():
        leads = is_thing(leads_to(field)) or is_judged(leads_to(field))
        if name not in HEAD and (is_judged(kind) or leads or kind.name == "Viewer"):
            yield name


def is_frame(kind: Any) -> bool:
    """Types that hold what is shown, and are nothing by themselves."""
    of_lists = ("Connection", "Edge", "Changed")
    return kind.name.endswith(of_lists) or kind.name in OF_THE_API


OF_THE_API = frozenset({"Query", "Mutation", "PageInfo", "Refused", "Conflict"})


NAMES = {
    "citizen": "citizen",
    "requestId": "accessRequest",
    "permitId": "permit",
    "releaseId": "release",
    "meetingId": "meeting",
    "datasetId": "dataset",
    "partnerId": "webhooks",
}
"""What a command names, and the query that would show it."""


def hidden_from(answers: Answers, mutation: str, column: str) -> bool:
    """Whether a mutation names something, and she sees nothing of what it names."""
    sent: Any = get_named_type(OPERATIONS["mutation"][mutation].args["input"].type)
    inner = {name for one in sent.fields.values() for name in _inner(one)}
    named = [NAMES[name] for name in (sent.fields.keys() | inner) & NAMES.keys()]
    return bool(named) and all(answers[one, column] is None for one in named)


def _inner(field: Any) -> Iterator[str]:
    yield from getattr(get_named_type(field.type), "fields", ())
