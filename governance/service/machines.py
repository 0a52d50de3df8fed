"""Machines of partners: which registered partner a client of an identity provider is."""

from __future__ import annotations

from dataclasses import dataclass

from governance.eligibility.reader import Reader
from governance.lives.programme import partners
from governance.lives.programme.partners import (
    PartnerClientLinked,
    PartnerScope,
    ProviderClient,
)
from governance.service.house import House
from governance.storage.queries.entries import naming
from governance.vocabulary.people import SubjectId


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner system as it stands now."""

    subject: SubjectId
    scopes: frozenset[PartnerScope]
    active: bool


async def partner_of(house: House, client: ProviderClient) -> Partner | None:
    """The partner that comes as this client; None where it was linked to none.

    Where several were, the newest word stands; a partner that comes as another client now is not
    it any more, and one that ended still is, so that nothing of it is taken for something else.
    """
    if not client.well_formed:
        return None
    async with house.database.reading() as session:
        reader = Reader(session)
        for _, stream in await naming(session, [PartnerClientLinked.CODE], client.client_id):
            partner_id = stream.removeprefix(f"{partners.NAME}/")
            state: partners.State = await reader.state(partners, partner_id)
            if state.client == client:
                return Partner(SubjectId(partner_id), state.scopes, state.active)
    return None
