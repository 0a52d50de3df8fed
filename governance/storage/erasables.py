"""Values that may be forgotten: kept beside the ledger, rejoined on reading, erased for good."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.encoding import encoder
from governance.storage.hints import erasable_fields
from governance.storage.people import (
    chunks,
    insert_all,
    insert_ignoring,
    numbers_of,
    table_of,
)
from governance.storage.tables.erasable import Document, Identifier, Identity
from governance.storage.tables.ledger import LedgerEntry
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import Details, Erasable
from governance.vocabulary.people import Language, Sex

PERSONAL = (
    "salt", "given_name", "family_name", "birth_date", "death_date", "sex", "municipality",
    "language", "contact", "identifiers",
)  # fmt: skip


def digest_of(value: Any, salt: str) -> str:
    """SHA-256 of the salt and the canonical value: what the ledger keeps of an erasable value."""
    text = encoder(str if isinstance(value, str) else Details)(value)
    return sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


def sealed(event: Event) -> tuple[Event, dict[str, tuple[str, Any]]]:
    """The event with the digests of its erasable values, and these values with their salts."""
    kept: dict[str, tuple[str, Any]] = {}
    changed: dict[str, Any] = {}
    for field in erasable_fields(event):
        value = getattr(event, field).value
        if value is not None:
            salt = secrets.token_hex(16)
            kept[field] = (salt, value)
            changed[field] = Erasable(value, digest_of(value, salt))
    return (replace(event, **changed) if changed else event), kept


Kept = tuple[int, str, int, dict[str, tuple[str, Any]]]
"""Position, stream, version, and the erasable values of one entry."""


async def keep(session: AsyncSession, entries: Sequence[Kept]) -> None:
    """Store the erasable values of entries that are being appended."""
    documents, details = [], []
    for position, stream, version, values in entries:
        for field, (salt, value) in values.items():
            if isinstance(value, str):
                row = {"position": position, "field": field, "salt": salt, "body": value}
                documents.append(row)
            else:
                details.append((position, stream.partition("/")[2], version, salt, value))
    await insert_all(session, Document, documents)
    if not details:
        return
    numbers = await numbers_of(session, [subject for _, subject, _, _, _ in details])
    table = table_of(Identity)
    for position, subject, version, _, _ in details:
        if version > 1:
            await session.execute(
                update(table)
                .where(table.c.citizen == numbers[subject], table.c.superseded.is_(None))
                .values(superseded=position)
            )
    await insert_all(
        session,
        Identity,
        [_identity(p, numbers[who], salt, value) for p, who, _, salt, value in details],
    )
    identifiers = [
        {"issuer": issuer, "identifier": identifier, "citizen": numbers[who]}
        for _, who, _, _, value in details
        for issuer, identifier in value.identifiers
    ]
    await insert_ignoring(session, Identifier, identifiers)


def _identity(position: int, citizen: int, salt: str, details: Details) -> dict[str, Any]:
    return {
        "position": position,
        "citizen": citizen,
        "salt": salt,
        "given_name": details.given_name,
        "family_name": details.family_name,
        "birth_date": details.birth_date.isoformat(),
        "death_date": details.death_date.isoformat() if details.death_date else None,
        "sex": details.sex.value,
        "municipality": details.municipality,
        "language": details.language.value,
        "contact": details.contact,
        "identifiers": json.dumps(details.identifiers),
    }


def _details(row: Any) -> Details | None:
    if row.salt is None:
        return None
    return Details(
        given_name=row.given_name,
        family_name=row.family_name,
        birth_date=date.fromisoformat(row.birth_date),
        sex=Sex(row.sex),
        municipality=row.municipality,
        language=Language(row.language),
        identifiers=tuple((issuer, name) for issuer, name in json.loads(row.identifiers)),
        contact=row.contact,
        death_date=date.fromisoformat(row.death_date) if row.death_date else None,
    )


async def values_at(session: AsyncSession, positions: Iterable[int]) -> dict[tuple[int, str], Any]:
    """What has not been erased of the entries at these positions, by (position, field)."""
    documents, identity = table_of(Document), table_of(Identity)
    found: dict[tuple[int, str], Any] = {}
    for part in chunks(positions):
        rows = await session.execute(select(documents).where(documents.c.position.in_(part)))
        found |= {(row.position, row.field): row.body for row in rows}
        rows = await session.execute(select(identity).where(identity.c.position.in_(part)))
        found |= {(row.position, "details"): _details(row) for row in rows}
    return found


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


async def erase(session: AsyncSession, stream: str, citizen: int, *, before: int) -> None:
    """Forget every erasable value of one citizen's entries up to a position."""
    entries, documents = table_of(LedgerEntry), table_of(Document)
    identity, identifiers = table_of(Identity), table_of(Identifier)
    mine = select(entries.c.position).where(entries.c.stream == stream, entries.c.position < before)
    await session.execute(
        update(documents)
        .where(documents.c.position.in_(mine.scalar_subquery()))
        .values(salt=None, body=None)
    )
    nothing = dict.fromkeys(PERSONAL)
    await session.execute(update(identity).where(identity.c.citizen == citizen).values(**nothing))
    await session.execute(delete(identifiers).where(identifiers.c.citizen == citizen))


def has_erasables(event: Event) -> bool:
    """Whether some field of this event lives outside the ledger."""
    return bool(erasable_fields(event))
