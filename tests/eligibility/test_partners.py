"""A partner system stands within its scopes while it is registered, and never outside them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from governance.eligibility.access import access_facts, stands
from governance.eligibility.reader import Reader
from governance.lives import citizens, permits
from governance.lives.programme import partners
from governance.lives.programme.partners import (
    PartnerEnded,
    PartnerRegistered,
    PartnerScope,
    PartnerScopesChanged,
)
from governance.policy.access import RULES_OF_ACT
from governance.policy.verdict import judge
from governance.principals import Principal
from governance.storage import ledger
from governance.storage.database import Database
from governance.storage.projections import project
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Event
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.relations import Relation
from tests.contracts.entries import ANE, DESK, START, registered

HOSPITAL = Principal(subject=SubjectId("f" * 32), channel=Channel.ONLINE, machine_role=Role.PARTNER)
CITIZEN, PERMIT = (citizens.NAME, ANE), (permits.NAME, "9" * 32)
BY: dict[str, Any] = {"by": DESK, "at": START}


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database of its own."""
    found = Database(database_url)
    yield found
    await found.close()


async def within(database: Database, *events: Event, by: Principal = HOSPITAL) -> tuple[bool, bool]:
    """Whether the hospital may ask about a citizen, and about a permit."""
    stream = f"{partners.NAME}/{HOSPITAL.subject}"
    async with database.writing() as session:
        recorded = await ledger.append(session, [registered(), *((stream, e) for e in events)])
        await project(session, recorded)
    async with database.reading() as session:
        reader = Reader(session)
        of_citizen = await stands(reader, by, CITIZEN, at=START)
        of_permit = await stands(reader, by, PERMIT, at=START)
        asked = await access_facts(reader, by, Act.READ_CITIZEN_RECORD, CITIZEN, at=START)
    assert of_citizen is not None
    assert of_permit is not None
    found = Relation.IN_PARTNER_SCOPE in of_citizen, Relation.IN_PARTNER_SCOPE in of_permit
    assert judge(RULES_OF_ACT[Act.READ_CITIZEN_RECORD], asked).allowed is found[0]
    return found


def scoped(*scopes: PartnerScope) -> Event:
    """The hospital is registered with these scopes."""
    return PartnerRegistered(organisation="Hospital", scopes=frozenset(scopes), **BY)


async def test_a_system_that_nobody_registered_is_in_no_scope(database: Database) -> None:
    """Its token may say what it likes."""
    assert await within(database) == (False, False)


async def test_a_scope_covers_what_it_names_and_nothing_else(database: Database) -> None:
    """Consents are not permits."""
    assert await within(database, scoped(PartnerScope.CONSENTS)) == (True, False)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (frozenset(), (False, False)),
        (frozenset({PartnerScope.PERMITS}), (False, True)),
        (frozenset(PartnerScope), (True, True)),
        (frozenset({"openid", "read", "READ-PERMITS"}), (False, False)),
    ],
)
async def test_a_token_narrows_what_is_registered(
    database: Database, token: frozenset[str], expected: tuple[bool, bool]
) -> None:
    """And registered it must be."""
    both = scoped(PartnerScope.CONSENTS, PartnerScope.PERMITS)
    assert await within(database, both, by=replace(HOSPITAL, scopes=token)) == expected


async def test_a_token_adds_nothing_to_what_is_registered(database: Database) -> None:
    """Not even where it says everything."""
    everything = replace(HOSPITAL, scopes=frozenset(PartnerScope))
    assert await within(database, scoped(PartnerScope.PERMITS), by=everything) == (False, True)


async def test_changed_scopes_replace_those_before(database: Database) -> None:
    """From citizens to permits."""
    changed = PartnerScopesChanged(scopes=frozenset({PartnerScope.PERMITS}), **BY)
    assert await within(database, scoped(PartnerScope.CONSENTS), changed) == (False, True)


async def test_a_partner_that_ended_asks_nothing(database: Database) -> None:
    """Its scopes end with it."""
    both = scoped(PartnerScope.CONSENTS, PartnerScope.PERMITS)
    assert await within(database, both, PartnerEnded(**BY)) == (False, False)
