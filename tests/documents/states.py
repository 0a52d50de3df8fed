"""docs/states.md: every state machine of the house, drawn from what its life lists."""

from __future__ import annotations

from itertools import chain
from typing import Any

from governance.storage.lives import AGGREGATES

PATH = "states.md"
HEAD = """# The states of every life

Written by `make documents` from the `TRANSITIONS` of each life; change the life, not this page.
An arrow is an event, by the code under which the ledger stores it.
"""


def render() -> str:
    """One drawing per aggregate, in the order of the house."""
    return "\n".join([HEAD, *(_drawing(aggregate) for aggregate in AGGREGATES)])


def _drawing(aggregate: Any) -> str:
    meaning = (aggregate.__doc__ or "").partition("\n")[0]
    names = dict.fromkeys(
        chain.from_iterable((here, there) for here, _, there in aggregate.TRANSITIONS)
    )
    return "\n".join(
        [
            f"## {aggregate.NAME}\n\n{meaning}\n\n```mermaid\nstateDiagram-v2",
            *(f'    state "{name}" as {_alias(name)}' for name in names),
            f"    [*] --> {_alias(next(iter(names)))}",
            *(
                f"    {_alias(here)} --> {_alias(there)}: {code}"
                for here, code, there in aggregate.TRANSITIONS
            ),
            "```\n",
        ]
    )


def _alias(name: str) -> str:
    return name.replace("-", "_").replace(" ", "_")
