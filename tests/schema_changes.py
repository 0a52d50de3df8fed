"""What changed in the API since the last release, and whether partners were told in time.

``make check`` compares graph/schema.graphql with that of the last tag ``v...``. What would break a
partner's program may only happen to what was deprecated then, and whose day has come.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from re import DOTALL, compile
from typing import Any

from graphql import (
    BreakingChange,
    BreakingChangeType,
    GraphQLSchema,
    build_schema,
    find_breaking_changes,
    get_named_type,
)

CHECKOUT = Path(__file__).resolve().parents[1]
PLACE = "graph/schema.graphql"
MONTHS = 6
REASON = compile(r".+ Goes on or after (\d{4}-\d{2}-\d{2})\.", DOTALL)
"""A deprecation says what to use instead, and the day until which the old stays."""


def six_months_after(day: date) -> date:
    """The first day on which something that is deprecated on ``day`` may go."""
    years, month = divmod(day.month - 1 + MONTHS, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def until(reason: str) -> date | None:
    """The day that a deprecation states; None where it states none."""
    found = REASON.fullmatch(reason)
    return date.fromisoformat(found[1]) if found else None


def places(schema: GraphQLSchema) -> Iterator[tuple[str, str, Any]]:
    """Every field, argument and value: where it is, of which type, and why it is deprecated."""
    for kind in schema.type_map.values():
        if kind.name.startswith("__"):
            continue
        for name, field in getattr(kind, "fields", {}).items():
            place = f"{kind.name}.{name}"
            yield place, get_named_type(field.type).name, field.deprecation_reason
            for argument, one in getattr(field, "args", {}).items():
                named = get_named_type(one.type).name
                yield f"{place}({argument}:)", named, one.deprecation_reason
        for name, value in getattr(kind, "values", {}).items():
            yield f"{kind.name}.{name}", "", value.deprecation_reason


def not_told(old: GraphQLSchema, new: GraphQLSchema, today: date) -> list[str]:
    """Changes that break programs, but for what was deprecated and is due."""
    found = list(places(old))
    due = {place for place, _, reason in found if (until(reason or "") or date.max) <= today}
    return [
        change.description
        for change in find_breaking_changes(old, new)
        if not _allowed(change, found, due)
    ]


def _allowed(change: BreakingChange, found: list[tuple[str, str, Any]], due: set[str]) -> bool:
    """A removal that was due, or that of a type to which nothing else led."""
    if change.type is BreakingChangeType.TYPE_REMOVED:
        kind = change.description.removeprefix("Standard scalar ").partition(" ")[0]
        ways = {place for place, leads_to, _ in found if leads_to == kind}
        return bool(ways) and ways <= due
    return change.description.endswith(" was removed.") and any(
        f" {place} " in change.description for place in due
    )


def too_soon(old: GraphQLSchema | None, new: GraphQLSchema, today: date) -> list[str]:
    """Deprecations, announced by no release yet, without a day at least six months away."""
    told = {place: reason for place, _, reason in places(old)} if old else {}
    return [
        f"{place} is deprecated without a day at least {MONTHS} months away"
        for place, _, reason in places(new)
        if reason is not None and told.get(place) != reason
        if (until(reason) or date.min) < six_months_after(today)
    ]


def _git(*command: str) -> str:
    return subprocess.run(["git", *command], capture_output=True, text=True, cwd=CHECKOUT).stdout


def last_released() -> GraphQLSchema | None:
    """The schema of the last tag of a version; None where there is none, or it had no API."""
    tags = _git("tag", "--merged", "HEAD", "--list", "v*", "--sort=-version:refname").split()
    text = _git("show", f"{tags[0]}:{PLACE}") if tags else ""
    return build_schema(text) if text else None


def since_last_release(today: date) -> list[str]:
    """What is wrong with the present schema."""
    new = build_schema((CHECKOUT / PLACE).read_text(encoding="utf-8"))
    old = last_released()
    return (not_told(old, new, today) if old else []) + too_soon(old, new, today)


if __name__ == "__main__":
    if wrong := since_last_release(datetime.now(UTC).date()):
        sys.exit("partners were not told of this in time:\n  " + "\n  ".join(wrong))
