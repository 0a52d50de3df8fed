"""docs/api-limits.md: how much one request may hold, what it costs, and by which codes it fails."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields

from governance.settings import Settings
from graph.app.budget import PUBLIC_SHARE
from graph.conduct import WORDS
from graph.limits import BODY_WITH_LIST, LIMITS, LONGEST_BODY, PLAIN_BODY, PRICES, Limits

PATH = "api-limits.md"
HEAD = """# How much the API answers, and by which codes it refuses

*Written by `make documents`; the code is the source.*

## What a request costs

A point for each object, each list and each value that the answer can hold. A list of objects holds
as many as its `first` or `last` says; where neither is said, or a variable is missing or
senseless, it counts as 100. A fragment counts wherever it is spread, each kind of an interface
counts, `@skip` and `@include` count as if they were not there. Some fields cost more, or are known
to be shorter: the table below. Questions about the schema cost what the whole schema has of each
list. A query that is refused costs one point.

The cost is known before anything is executed. Every answer tells it: `extensions.cost {{ requested
available maximum restoredPerSecond }}`, and the header fields `RateLimit-Policy` and `RateLimit`
(draft-ietf-httpapi-ratelimit-headers). A bucket holds {points} points and fills by {per_second} a
second; one request may cost {per_request}. A machine has a bucket for its client, a person one of
her own in each client, whoever is not authenticated a share of 1/{share} by address. Where the
bucket has too little, the status is 429, nothing is taken, and `Retry-After` says when there will
be enough.

The body may have {body} KiB; {long} KiB where it asks for a decision about a list of people, and
{file} KiB where a document is attached: it travels as a variable, in base64.
"""


def render() -> str:
    """The document."""
    chosen = {name: field.default for name, field in Settings.model_fields.items()}
    head = HEAD.format(
        points=chosen["api_points"],
        per_second=chosen["api_points_per_second"],
        per_request=chosen["api_points_per_request"],
        share=PUBLIC_SHARE,
        body=PLAIN_BODY // 1024,
        long=BODY_WITH_LIST // 1024,
        file=LONGEST_BODY // 1024,
    )
    return "\n".join(
        (
            head,
            "| field | fixed | sized by | each | at most |",
            "|---|---|---|---|---|",
            *_prices(),
            "",
            "## What one document may hold",
            "",
            "| at most | of |",
            "|---|---|",
            *(f"| {getattr(LIMITS, name)} | {said} |" for name, said in _said().items()),
            "",
            "## Codes",
            "",
            "`errors[].extensions.code`; codes stay, words may change. Refusals of rules have",
            "codes of their own.",
            "",
            "| code | says |",
            "|---|---|",
            *(f"| `{code}` | {words} |" for code, words in sorted(WORDS.items())),
            "",
        )
    )


def _prices() -> list[str]:
    return [
        f"| `{name}` | {one.fixed or ''} | {'.'.join(one.by)} | {one.each or ''} | "
        f"{one.most or ('' if one.items is None else one.items)} |"
        for name, one in sorted(PRICES.items())
    ]


def _said() -> dict[str, str]:
    """What stands beneath each field of the limits, in their order."""
    body = ast.parse(inspect.getsource(Limits)).body[0]
    assert isinstance(body, ast.ClassDef)
    told = [one.value.value for one in body.body if isinstance(one, ast.Expr)][1:]  # type: ignore[attr-defined]
    return dict(zip((one.name for one in fields(Limits)), map(str, told), strict=True))
