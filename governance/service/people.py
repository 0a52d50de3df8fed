"""Whom the outside means by its identifiers: a reading for the operator's own tools."""

from __future__ import annotations

from collections.abc import Iterable

from governance.service.house import House
from governance.storage.people import resolve
from governance.vocabulary.people import SubjectId


async def people_named(
    house: House, issuer: str, identifiers: Iterable[str]
) -> dict[str, SubjectId]:
    """The citizens that an issuer calls so; unknown identifiers are left out."""
    async with house.database.reading() as session:
        return await resolve(session, issuer, identifiers)
