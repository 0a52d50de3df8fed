"""What one persona is answered, to everything, in a few requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graph.app.execution import executed
from graph.conduct import Asked
from graph.context import Context
from graph.ids import global_id
from graph.limits.document import Document
from graph.schema import SCHEMA
from portal.demo.files_of_act import ISSUER
from tests.graph.matrix.documents import ALSO, OPERATIONS, document, needed, variables
from tests.graph.matrix.grounds import COLUMNS, Things
from tests.graph.matrix.personas import Scene

NOWHERE = "f" * 32
MISSING = Things(NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, 10**9)
ALL = (*COLUMNS, "missing")
"""Beside the columns, what there is not: it is answered as what is hidden."""
AT_ONCE = 50
BY_ID = {
    "accessRequest": "request",
    "dataset": "dataset",
    "ethicsReview": "request",
    "ledgerEntry": "entry",
    "meeting": "meeting",
    "permit": "permit",
    "registerEntry": "request",
    "release": "release",
}
"""Fields of the query that take the id of a thing, and which of ours it is."""
LISTS = {
    "accessRequests": "request",
    "datasets": "dataset",
    "ethicsReviews": "request",
    "meetings": "meeting",
    "permits": "permit",
    "register": "request",
    "releases": "release",
}
"""Lists in which the things of a column are looked for, by their keys."""
PERSONS = ("citizen", "person", "relative", "representative", "survivor", "rapporteur")
"""Arguments that mean somebody: of each column its own."""
Cell = tuple[str, str]
"""The name of an operation, and a column."""
Answers = dict[Cell, Any]


def things(scene: Scene, column: str) -> Things:
    """The things of a column."""
    return scene.ground.things.get(column, MISSING)


def _values(scene: Scene, name: str, column: str) -> dict[str, Any]:
    """What is sent under which name, to mean the things of a column."""
    of, person = things(scene, column), scene.context().handle(scene.citizen(column))
    ids = {"citizen": person, "consents": person, "node": global_id("Permit", of.permit)}
    also = {"changes": {"since": scene.ground.begins}}
    return (
        dict.fromkeys(PERSONS, person)
        | also.get(name, {})
        | {
            "id": str(getattr(of, BY_ID[name])) if name in BY_ID else ids.get(name, ""),
            "statuses": "DECIDED",
            "pile": "DECIDED",
            "issuer": ISSUER,
            "identifier": scene.identifier(column),
            "partnerId": scene.context().handle(scene.partner(column)),
            "requestId": of.request,
            "permitId": of.permit,
            "releaseId": of.release,
            "datasetId": of.dataset,
            "meetingId": of.meeting,
            "agenda": of.request,
            "attachmentId": of.attachment,
        }
    )


async def _answers(scene: Scene, kind: str, asked: Sequence[Cell], context: Context) -> Answers:
    """What is answered to each operation about each column, many asked at once."""
    found: Answers = {}
    for start in range(0, len(asked), AT_ONCE):
        some = tuple(asked[start : start + AT_ONCE])
        sent: dict[str, Any] = {}
        for name, column in some:
            sent |= variables(kind, name, column, _values(scene, name, column))
        told = await _executed(document(kind, some), sent, context)
        found |= {(name, column): told[f"{name}_{column}"] for name, column in some}
    return found


async def _executed(node: Document, sent: dict[str, Any], context: Context) -> dict[str, Any]:
    asked = Asked("", None, sent)
    result = await executed(SCHEMA, node, asked, context, prepare=None, seconds=60)
    assert not result.errors, [f"{one.path} {one.message}" for one in result.errors]
    return result.data or {}


async def read(scene: Scene, asked: Sequence[Cell]) -> Answers:
    """The answers to some queries."""
    return await _answers(scene, "query", asked, scene.context())


async def reads(scene: Scene) -> Answers:
    """The answer to every query; of a list, what of each column is in it."""
    asked = [(name, column) for name in OPERATIONS["query"] for column in _columns(name)]
    found = await read(scene, asked)
    for name, key in LISTS.items():
        nodes = (found.pop((name, "own")) or {"nodes": []})["nodes"]
        for column in COLUMNS:
            mine = [one for one in nodes if one["key"] == getattr(things(scene, column), key)]
            found[name, column] = mine or None
    rows = (found.pop(("changes", "own")) or {"rows": []})["rows"]
    for column in COLUMNS:
        of = things(scene, column)
        keys = {of.request, of.permit, of.release}
        found["changes", column] = [one for one in rows if one["about"]["key"] in keys] or None
    return found


def _columns(name: str) -> Iterator[str]:
    yield from ALL if needed("query", name) and name not in ALSO else ("own",)


async def acts(scene: Scene) -> Answers:
    """What would come of every mutation."""
    asked = [(name, column) for column in ALL for name in OPERATIONS["mutation"]]
    async with scene.judging() as context:
        return await _answers(scene, "mutation", asked, context)
