"""Whether the values kept beside the ledger are those whose digests it holds, or were erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from governance.storage import driver, identity
from governance.storage.codec import UnreadableEntry, decode, open_envelope
from governance.storage.driver import Session
from governance.storage.erasables import digest_of, file_at
from governance.storage.hints import erasable_fields
from governance.vocabulary.erasable import FILE

Kept = dict[tuple[int, str], tuple[str | None, Any]]
"""Salt and value by position and field; both None after erasure."""


async def differing(session: Session, entries: Sequence[tuple[int, bytes]]) -> list[int]:
    """The positions of those entries that cannot be read, or have another value kept, or no row."""
    wrong: list[int] = []
    digests: list[tuple[int, str, str]] = []
    for position, entry in entries:
        try:
            event = decode(open_envelope(entry))
        except UnreadableEntry:
            wrong.append(position)
            continue
        for field in erasable_fields(event):
            digest = getattr(event, field).digest
            if digest is not None:
                digests.append((position, field, digest))
    kept = await _kept(session, [position for position, _, _ in digests])
    for position, field, digest in digests:
        value = kept.get((position, field))
        if value is None and field == FILE:
            value = await file_at(session, position)  # one at a time: together they are large
        if not _true(value, digest):
            wrong.append(position)
    return wrong


def _true(kept: tuple[str | None, Any] | None, digest: str) -> bool:
    if kept is None:
        return False
    salt, value = kept
    if salt is None or value is None:
        return salt is None and value is None
    try:
        return digest_of(value, salt) == digest
    except ValueError:
        return False


async def _kept(session: Session, positions: Sequence[int]) -> Kept:
    wanted = list(dict.fromkeys(positions))
    documents = (
        "SELECT d.position, d.field, d.salt, d.body FROM {numbers} CROSS JOIN documents d "
        "WHERE d.position = wanted.value AND (d.field <> $2 OR d.body IS NULL)"
    )
    rows = await driver.fetch(session, documents, wanted, FILE)
    found: Kept = {(row[0], row[1]): (row[2], row[3]) for row in rows}
    people = (
        f"SELECT i.position, i.salt, {identity.READ} FROM {{numbers}} CROSS JOIN identity i "
        "WHERE i.position = wanted.value"
    )
    for position, salt, *columns in await driver.fetch(session, people, wanted):
        try:
            found[position, "details"] = (salt, identity.as_details(*columns))
        except (ValueError, TypeError):
            found[position, "details"] = ("", None)
    return found
