"""Which partner a client of an identity provider is, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives.programme import partners
from governance.lives.programme.partners import (
    PartnerClientLinked,
    PartnerEnded,
    PartnerRegistered,
    PartnerScope,
    PartnerScopesChanged,
    ProviderClient,
)
from governance.service.house import House
from governance.service.machines import Partner, partner_of
from governance.storage import ledger
from governance.storage.projections import project
from governance.vocabulary.entries import Event
from governance.vocabulary.people import SubjectId
from tests.contracts.entries import DESK, START

HOSPITAL, BIOBANK = SubjectId("a1" * 16), SubjectId("b2" * 16)
CLIENT = ProviderClient("https://id.example.org", "hospital")
SCOPES = frozenset({PartnerScope.VERDICTS})
REGISTERED = PartnerRegistered(at=START, by=DESK, organisation="Hospital", scopes=SCOPES)
LINKED = PartnerClientLinked(at=START, by=DESK, client=CLIENT)
ENDED = PartnerEnded(at=START, by=DESK)


async def happen(house: House, partner: SubjectId, *events: Event) -> None:
    entries = [(f"{partners.NAME}/{partner}", event) for event in events]
    async with house.database.writing() as session:
        await project(session, await ledger.append(session, entries))


async def test_a_client_is_the_partner_to_which_it_was_linked(house: House) -> None:
    await happen(house, HOSPITAL, REGISTERED)
    assert await partner_of(house, CLIENT) is None
    await happen(house, HOSPITAL, LINKED)
    assert await partner_of(house, CLIENT) == Partner(HOSPITAL, SCOPES, active=True)


@pytest.mark.parametrize(
    "other",
    [
        replace(CLIENT, issuer="https://other.example"),
        replace(CLIENT, client_id="hospital2"),
        replace(CLIENT, client_id="hospita"),
        replace(CLIENT, client_id="HOSPITAL"),
        replace(CLIENT, client_id="https://id.example.org"),
        replace(CLIENT, client_id=""),
        replace(CLIENT, client_id="hospital\x00"),
        replace(CLIENT, client_id="\ud800"),
    ],
)
async def test_another_client_is_not(house: House, other: ProviderClient) -> None:
    await happen(house, HOSPITAL, REGISTERED, LINKED)
    assert await partner_of(house, other) is None


async def test_a_client_that_was_replaced_is_the_partner_no_more(house: House) -> None:
    other = replace(CLIENT, client_id="new")
    await happen(house, HOSPITAL, REGISTERED, LINKED, replace(LINKED, client=other))
    assert await partner_of(house, CLIENT) is None
    assert await partner_of(house, other) == Partner(HOSPITAL, SCOPES, active=True)


async def test_the_newest_word_about_a_client_stands(house: House) -> None:
    await happen(house, HOSPITAL, REGISTERED, LINKED)
    await happen(house, BIOBANK, REGISTERED, LINKED)
    assert await partner_of(house, CLIENT) == Partner(BIOBANK, SCOPES, active=True)
    await happen(house, HOSPITAL, LINKED)
    assert await partner_of(house, CLIENT) == Partner(HOSPITAL, SCOPES, active=True)


async def test_it_is_told_how_far_the_partner_may_ask_now(house: House) -> None:
    permits = frozenset({PartnerScope.PERMITS})
    changed = PartnerScopesChanged(at=START, by=DESK, scopes=permits)
    await happen(house, HOSPITAL, REGISTERED, LINKED, changed)
    assert await partner_of(house, CLIENT) == Partner(HOSPITAL, permits, active=True)
    await happen(house, HOSPITAL, ENDED)
    assert await partner_of(house, CLIENT) == Partner(HOSPITAL, frozenset(), active=False)
