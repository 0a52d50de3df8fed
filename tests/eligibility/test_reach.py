"""What somebody is told that she can do somewhere: nothing that she never can."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from governance.eligibility.reach import ABOUT, acts_within_reach
from governance.eligibility.reader import Reader
from governance.lives.programme import partners
from governance.lives.programme.partners import PartnerRegistered, PartnerScope
from governance.policy.access import ACCESS
from governance.policy.access.partners import KEEPING
from governance.policy.access_facts import Standing, acts_of
from governance.principals import CLOCK, ENGINE, PUBLIC, Principal
from governance.storage import ledger
from governance.storage.database import Database
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.relations import OF_PEOPLE, Relation
from governance.vocabulary.token_scopes import ACTS_WITHIN, TokenScope
from tests.contracts.entries import ANE, DESK, START

HOSPITAL = Principal(subject=SubjectId("f" * 32), channel=Channel.API, machine_role=Role.PARTNER)
CITIZEN = Principal(subject=ANE, channel=Channel.API)
EVERYBODYS = {Act.READ_REGISTER, Act.READ_DATASETS}
OF_SCOPE = {
    PartnerScope.VERDICTS: {Act.READ_VERDICTS, Act.READ_VERDICT_COUNTS},
    PartnerScope.CONSENTS: {Act.READ_CITIZEN_RECORD},
    PartnerScope.CHANGES: {Act.READ_CHANGES, *KEEPING},
    PartnerScope.PERMITS: {Act.READ_PERMIT},
    PartnerScope.CATALOGUE: set[Act](),
}


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database, with the hospital in it for all that there is."""
    found = Database(database_url)
    registered = PartnerRegistered(
        organisation="Hospital", scopes=frozenset(PartnerScope), by=DESK, at=START
    )
    async with found.writing() as session:
        await ledger.append(session, [(f"{partners.NAME}/{HOSPITAL.subject}", registered)])
    yield found
    await found.close()


async def reach(database: Database, by: Principal, *roles: Role) -> set[Act]:
    async with database.reading() as session:
        return set(await acts_within_reach(Reader(session), by, frozenset(roles)))


async def test_a_machine_is_told_what_its_scopes_hold_and_of_no_act_of_people(
    database: Database,
) -> None:
    everything = EVERYBODYS.union(*OF_SCOPE.values())
    assert await reach(database, HOSPITAL, Role.PARTNER) == everything
    for scope, acts in OF_SCOPE.items():
        narrow = replace(HOSPITAL, scopes=frozenset({scope}))
        assert await reach(database, narrow, Role.PARTNER) == EVERYBODYS | acts


async def test_only_at_the_terminal_does_somebody_found_the_programme(database: Database) -> None:
    assert Act.APPOINT_STAFF not in await reach(database, CITIZEN, Role.CITIZEN)
    assert Act.APPOINT_STAFF in await reach(database, CITIZEN, Role.STEWARD)
    operator = replace(CITIZEN, channel=Channel.OPERATOR)
    assert Act.APPOINT_STAFF in await reach(database, operator, Role.CITIZEN)
    assert await reach(database, PUBLIC, Role.PUBLIC) == EVERYBODYS


async def test_a_token_narrows_what_a_person_is_told(database: Database) -> None:
    whole = await reach(database, CITIZEN, Role.OFFICER)
    reading = replace(CITIZEN, scopes=frozenset({TokenScope.READ}))
    assert await reach(database, reading, Role.OFFICER) == whole & ACTS_WITHIN[TokenScope.READ]


def test_every_act_that_the_table_holds_to_a_scope_has_one() -> None:
    scoped = {
        act
        for rule in ACCESS
        if isinstance(rule.asks, Standing) and Relation.IN_PARTNER_SCOPE in rule.asks.relations
        for act in acts_of(rule)
    }
    assert set(ABOUT) == scoped


def test_no_row_about_machines_asks_how_people_stand() -> None:
    machines = {CLOCK.machine_role, ENGINE.machine_role, PUBLIC.machine_role, Role.PARTNER}
    asks = [rule.asks for rule in ACCESS if isinstance(rule.asks, Standing)]
    of_machines = [one for one in asks if one.roles & machines]
    assert len(of_machines) > 5
    assert [one for one in of_machines if one.relations & OF_PEOPLE] == []
