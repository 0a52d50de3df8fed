"""docs/facts.md: every fact that is judged or decided on, and the events that feed it."""

from __future__ import annotations

from governance.eligibility.sources import SOURCES
from governance.lives.releases.commands import VerdictFacts

PATH = "facts.md"
HEAD = """# Where every fact comes from

Written by `make documents` from `governance/eligibility/sources.py`. A fact that no recorded event
feeds would be somebody's word; a fact that cannot be established refuses.
"""


def render() -> str:
    """One table for each kind of facts."""
    return "\n".join([HEAD, *(_table(kind) for kind in SOURCES)])


def _table(kind: type) -> str:
    meaning = (kind.__doc__ or "").strip().partition("\n")[0]
    rows = [f"## {kind.__name__}\n\n{meaning}\n"]
    if kind is VerdictFacts:
        return rows[0] + "\nEverything under ReleaseFacts.\n"
    rows += ["| fact | events |", "|---|---|"]
    for name, codes in SOURCES[kind].items():
        told = ", ".join(f"`{code}`" for code in dict.fromkeys(codes))
        rows.append(f"| {name.replace('_', ' ')} | {told} |")
    return "\n".join(rows) + "\n"
