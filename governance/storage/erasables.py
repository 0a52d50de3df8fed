"""Values that may be forgotten: kept beside the ledger, rejoined on reading, erased for good."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from governance.refusals import Refusal, Refused
from governance.storage import driver, identity
from governance.storage.driver import Session
from governance.storage.encoding import encoder
from governance.storage.hints import erasable_fields
from governance.storage.tables.erasable import Document
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import FILE, Details, Erasable

SALT_BYTES = 16
DETAILS = "details"
"""The field that holds who somebody is; every other one holds a text."""
DOCUMENTS = (
    "SELECT d.position, d.field, d.body FROM {numbers} CROSS JOIN documents d "
    "WHERE d.position = wanted.value AND d.field <> $2"
)
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""As canonical JSON has it; PostgreSQL cannot keep it in text."""


def digest_of(value: Any, salt: str) -> str:
    """SHA-256 of the salt and the canonical value: what the ledger keeps of an erasable value.

    Raises ValueError for text that databases cannot hold: NUL, and lone surrogates.
    """
    text = encoder(str if isinstance(value, str) else Details)(value)
    if NUL.search(text):
        raise ValueError("NUL")
    return sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


def sealed(event: Event) -> tuple[Event, dict[str, tuple[str, Any]]]:
    """The event with the digests of its erasable values, and these values with their salts.

    Raises Refused ``text-not-storable`` for a value that cannot be kept.
    """
    kept: dict[str, tuple[str, Any]] = {}
    changed: dict[str, Any] = {}
    for field in erasable_fields(event):
        value = getattr(event, field).value
        if value is not None:
            salt = secrets.token_hex(SALT_BYTES)
            kept[field] = (salt, value)
            try:
                changed[field] = Erasable(value, digest_of(value, salt))
            except ValueError:
                raise Refused(Refusal("text-not-storable", field=field)) from None
    return (replace(event, **changed) if changed else event), kept


Kept = tuple[int, str, int, dict[str, tuple[str, Any]]]
"""Position, stream, version, and the erasable values of one entry by field, with their salts."""


async def keep(session: Session, entries: Sequence[Kept]) -> None:
    """Store the erasable values of entries that are being appended."""
    documents: list[tuple[Any, ...]] = []
    people: list[identity.Stated] = []
    for position, stream, version, values in entries:
        for field, (salt, value) in values.items():
            if isinstance(value, str):
                documents.append((position, field, salt, value))
            else:
                subject = stream.partition("/")[2]
                people.append(identity.Stated(position, subject, version, salt, value))
    await driver.insert(session, Document, ("position", "field", "salt", "body"), documents)
    await identity.keep(session, people)


async def values_of(
    session: Session, entries: Iterable[tuple[int, Event]]
) -> dict[tuple[int, str], Any]:
    """What has not been erased of these events and their positions, by (position, field).

    Files are not among them: each is read by itself, with :func:`file_at`.
    """
    texts, people = [], []
    for position, event in entries:
        fields = erasable_fields(event)
        if DETAILS in fields:
            people.append(position)
        if any(field != DETAILS for field in fields):
            texts.append(position)
    found: dict[tuple[int, str], Any] = {}
    if texts:
        rows = await driver.fetch(session, DOCUMENTS, texts, FILE)
        found |= {(position, field): body for position, field, body in rows}
    if people:
        known = await identity.at_positions(session, people)
        found |= {(position, DETAILS): details for position, details in known.items()}
    return found


async def file_at(session: Session, position: int) -> tuple[str, str] | None:
    """The salt and the base64 text of the file of one entry; None where it was erased."""
    kept = "SELECT salt, body FROM documents WHERE position = $1 AND field = $2"
    rows = await driver.fetch(session, kept, position, FILE)
    return (rows[0][0], rows[0][1]) if rows and rows[0][1] is not None else None


def rejoined(event: Event, position: int, values: dict[tuple[int, str], Any]) -> Event:
    """The event with the values that have not been erased."""
    fields = erasable_fields(event)
    if not fields:
        return event
    joined: dict[str, Any] = {
        field: Erasable(values.get((position, field)), getattr(event, field).digest)
        for field in fields
    }
    return replace(event, **joined)


async def erase(session: Session, stream: str, citizen: int, *, before: int) -> None:
    """Forget every erasable value of one citizen's entries before a position (GDPR 17)."""
    await erase_texts(session, stream, before=before)
    await identity.erase(session, citizen, before=before)


async def erase_texts(session: Session, stream: str, *, before: int) -> None:
    """Forget the texts of one stream's entries before a position."""
    await driver.run(
        session,
        "UPDATE documents SET salt = NULL, body = NULL WHERE position IN "
        "(SELECT position FROM ledger_entries WHERE stream = $1 AND position < $2)",
        stream,
        before,
    )
