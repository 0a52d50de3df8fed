"""What is asked of both, and the content of both answers in one form."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from tests.benchmarks.visitors import Posted

CELLS = """{ viewer { citizen { id consents { reach cells {
  cell { purpose category recipient } answer since validUntil sheet { sheetId major minor }
} } } } }"""
REQUESTS = """query ($first: Int!) {
  accessRequests(
    first: $first
    statuses: [SUBMITTED, RETURNED, COMPLETE, UNDER_ETHICS_REVIEW, DECIDED, CLOSED]
  ) { nodes {
    key study status receivedOn decideBy applicant { id name }
    datasets { key title } decision { at granted }
  } }
}"""
CHOICE = """mutation ($input: RecordChoiceInput!) { recordChoice(input: $input) {
  __typename ... on ConsentsChanged { position entries { position at code } }
  ... on Refused { code }
} }"""
ROWS = """query ($key: String!) { citizenByKey(key: $key) { key reach
  consentsByCitizen(orderBy: PLACE_ASC) { nodes {
    purpose category recipient answer since validUntil sheetId major minor
  } }
} }"""
LIST = """query ($first: Int!) { allRequests(first: $first, orderBy: PLACE_ASC) { nodes {
  key study status receivedOn decideBy personByApplicant { key name }
  askedsByRequest { nodes { datasetByDataset { key title } } }
  decisionsByRequest { nodes { at granted } }
} } }"""
INSERT = """mutation ($input: RecordChoiceInput!) { recordChoice(input: $input) {
  result { position at code }
} }"""
CELL = {
    "purpose": "SCIENTIFIC_RESEARCH",
    "category": "CLINICAL",
    "recipient": "PUBLIC_RESEARCH",
}
ALL_OF_THEM = 50


def posted(
    name: str, query: str, variables: dict[str, Any] | None, token: str = "", holds: str = ""
) -> Posted:
    """A request to either of both; a good answer ``holds`` these words."""
    body = json.dumps({"query": query, **({"variables": variables} if variables else {})})
    head = (f"Authorization: Bearer {token}",) if token else ()
    return Posted(name, "/graphql", body.encode(), head, holds.encode())


def choice_of(citizen: str, sheet: dict[str, Any], says: str) -> dict[str, Any]:
    """One cell is answered, to ours."""
    given = {"citizen": citizen, "given": {"capacity": "SELF"}, "cells": [CELL], "says": says}
    return {"input": {**given, "sheet": sheet, "language": "SPANISH"}}


def row_of(citizen: str, sheet: dict[str, Any], says: str) -> dict[str, Any]:
    """The same to PostGraphile."""
    return {"input": {"citizen": citizen, **CELL, "says": says, **sheet}}


def _at(when: str | None) -> datetime | None:
    return datetime.fromisoformat(when) if when else None


def cells_of(data: Any) -> list[tuple[Any, ...]]:
    """Content of an answer to q1, of either."""
    if "viewer" in data:
        one = data["viewer"]["citizen"]
        rows = [
            {**cell, **cell["cell"], **(cell["sheet"] or {})} for cell in one["consents"]["cells"]
        ]
        head = (one["id"], one["consents"]["reach"])
    else:
        one = data["citizenByKey"]
        rows, head = one["consentsByCitizen"]["nodes"], (one["key"], one["reach"])
    names = ("purpose", "category", "recipient", "answer", "validUntil", "sheetId", "major")
    return [head, *((*(row.get(name) for name in names), _at(row["since"])) for row in rows)]


def requests_of(data: Any) -> list[tuple[Any, ...]]:
    """Content of an answer to q2, of either."""
    if "accessRequests" in data:
        return [
            (
                *_plain(one),
                tuple(one["applicant"].values()),
                sorted(tuple(each.values()) for each in one["datasets"]),
                [(_at(one["decision"]["at"]), one["decision"]["granted"])]
                if one["decision"]
                else [],
            )
            for one in data["accessRequests"]["nodes"]
        ]
    return [
        (
            *_plain(one),
            tuple(one["personByApplicant"].values()),
            sorted(
                tuple(each["datasetByDataset"].values()) for each in one["askedsByRequest"]["nodes"]
            ),
            [(_at(each["at"]), each["granted"]) for each in one["decisionsByRequest"]["nodes"]],
        )
        for one in data["allRequests"]["nodes"]
    ]


def _plain(one: Any) -> tuple[Any, ...]:
    return tuple(one[name] for name in ("key", "study", "status", "receivedOn", "decideBy"))
