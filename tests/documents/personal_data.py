"""docs/personal-data.md: every erasable field, where its value lies, and every personal column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import Table

from governance.storage.lives import AGGREGATES
from governance.storage.tables import METADATA
from governance.storage.tables.columns import Data, data_of
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Details, Erasable

PATH = "personal-data.md"
HEAD = """# Where personal data lie

Written by `make documents` from the fields of every event; change the event, not this page.

The ledger names people by subject ids that mean nothing outside, and keeps a salted digest of each
field below. The value lies beside it, and can be erased (GDPR 17): the ledger then still proves
that something was said, and no longer says what. A field that is not listed here holds codes, days,
ids, numbers and titles of things only.

*Personal details* lie in the identity tables: {details}.
*Text* lies in `documents`.

| event | field | kind | what the event says |
|---|---|---|---|
"""


BESIDE = """
## Tables that hold personal data

Every column of the database is marked; these are marked *personal*. Subject ids, positions and
what hangs on them elsewhere are pseudonymous.

| table | personal columns |
|---|---|
"""


def render() -> str:
    """One row per erasable field of every event of every life."""
    details = ", ".join(f"`{field.name}`" for field in fields(Details))
    rows = [
        f"| `{event.CODE}` | `{name}` | {kind} | {_meaning(event)} |"
        for aggregate in AGGREGATES
        for event in aggregate.EVENTS
        for name, kind in _erasable(event)
    ]
    tables = [row for table in METADATA.sorted_tables for row in _personal(table)]
    head = HEAD.format(details=details)
    return head + "\n".join(rows) + "\n" + BESIDE + "\n".join(sorted(tables)) + "\n"


def _personal(table: Table) -> Iterator[str]:
    names = [f"`{one.name}`" for one in table.columns if data_of(one) is Data.PERSONAL]
    if names:
        yield f"| `{table.name}` | {', '.join(names)} |"


def _erasable(event: type[Event]) -> Iterator[tuple[str, str]]:
    hints: dict[str, Any] = get_type_hints(event)
    for field in fields(event):
        hint = hints[field.name]
        for part in (hint, *get_args(hint)):  # an erasable may be optional
            if get_origin(part) is Erasable:
                (kept,) = get_args(part)
                yield field.name, "personal details" if kept is Details else "text"


def _meaning(event: type[Event]) -> str:
    return (event.__doc__ or "").partition("\n")[0].replace("|", "\\|")
