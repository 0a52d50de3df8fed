"""From claims to a person, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from governance.lives.citizens.events import CitizenMerged
from governance.lives.ethics.committee import MemberAppointed
from governance.lives.programme.accounts import AccountLinked, LinkAccount, ProviderAccount
from governance.lives.programme.staff import StaffAppointed
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.carry_out import carry_out
from governance.service.house import House
from governance.service.sign_in import Naming, naming_of, person_of
from governance.settings import read_settings
from governance.storage import accounts, driver, ledger
from governance.storage.driver import Session
from governance.storage.names import names_of
from governance.storage.projections import project
from governance.vocabulary.entries import Event
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Channel, Language, Role, SubjectId
from tests.contracts.entries import (
    ANE,
    BEÑAT,
    DESK,
    OF_ANE,
    OF_BEÑAT,
    STAFF,
    START,
    erased,
    registered,
)

ISSUER = "https://id.example.org"
NAMING = Naming(claim="citizen", register="registry")


async def happen(house: House, *entries: tuple[str, Event]) -> None:
    async with house.database.writing() as session:
        await project(session, await ledger.append(session, entries))


async def sign_in(house: House, sub: str = "1", **claims: Any) -> SubjectId | Refusal:
    return await person_of(house, ISSUER, {"sub": sub, **claims}, NAMING)


async def rows(house: House) -> list[tuple[Any, ...]]:
    async with house.database.reading() as session:
        found = await driver.fetch(session, "SELECT sub, subject, name FROM accounts ORDER BY sub")
    return [tuple(row) for row in found]


def merged(stream: str, survivor: SubjectId) -> tuple[str, Event]:
    event = CitizenMerged(at=START, by=DESK, survivor=survivor, with_duplicates=frozenset())
    return stream, event


async def test_a_claim_finds_the_citizen_whom_the_register_calls_so(house: House) -> None:
    await happen(house, registered())
    assert await sign_in(house, citizen="1", name="Ane E.") == ANE
    assert await sign_in(house) == ANE, "from now on the account is hers"
    assert await rows(house) == [("1", ANE, "Ane E.")]


async def test_somebody_whom_nobody_knows_is_a_new_person_the_same_each_time(
    house: House,
) -> None:
    await happen(house, registered())
    first = await sign_in(house, citizen="2")
    assert first not in (ANE, BEÑAT)
    assert await sign_in(house, citizen="2") == first
    assert await sign_in(house, sub="2") != first
    assert await person_of(house, "https://other.example", {"sub": "1"}, NAMING) != first


async def test_two_first_sign_ins_at_once_are_one_person(house: House) -> None:
    found = await asyncio.gather(*(sign_in(house) for _ in range(8)))
    assert len(set(found)) == 1


async def test_without_a_claim_agreed_on_no_claim_names_a_citizen(house: House) -> None:
    await happen(house, registered())
    for naming in (Naming(), Naming(claim="citizen"), Naming(register="registry")):
        claims = {"sub": str(naming), "citizen": "1"}
        assert await person_of(house, ISSUER, claims, naming) != ANE


@pytest.mark.parametrize("said", [1, None, ["1"], {"1": "1"}, "1\x00", "\ud800", "1\n", ""])
async def test_a_claim_that_is_no_plain_text_names_nobody(house: House, said: object) -> None:
    await happen(house, registered())
    assert await sign_in(house, citizen=said, name=said, email=said, locale=said) != ANE


async def test_a_role_that_is_claimed_is_no_role(house: House) -> None:
    who = await sign_in(house, roles=["programme-steward"], role="auditor")
    assert isinstance(who, str)
    officer = Principal(subject=SubjectId(who), channel=Channel.ONLINE, stepped_up=True)
    link = LinkAccount(person=ANE, account=ProviderAccount(ISSUER, "2"))
    assert await carry_out(house, link, by=officer) == Refusal("not-allowed", rules=("default",))


async def test_a_known_account_stays_what_it_is_whatever_a_claim_says(house: House) -> None:
    await happen(house, registered(), registered(OF_BEÑAT, name="Beñat", file_number="2"))
    assert await sign_in(house, citizen="1") == ANE
    assert await sign_in(house, citizen="2") == ANE


async def test_whoever_came_before_the_register_knew_her_becomes_that_citizen(
    house: House,
) -> None:
    before = await sign_in(house, citizen="1")
    assert before != ANE
    await happen(house, registered())
    assert await sign_in(house, citizen="1") == ANE


@pytest.mark.parametrize("how", ["role", "seat", "linked", "entry"])
async def test_whoever_is_somebody_here_already_stays_who_she_is(house: House, how: str) -> None:
    before = await sign_in(house)
    assert isinstance(before, str)
    event: tuple[str, Event] = {
        "role": (STAFF, StaffAppointed(at=START, by=DESK, person=before, role=Role.RESEARCHER)),
        "seat": (
            "ethics-committee/committee",
            MemberAppointed(
                at=START,
                by=DESK,
                person=before,
                seat=Role.MEMBER,
                expertise=frozenset(),
                since=START.date(),
                until=None,
            ),
        ),
        "linked": (
            f"programme-accounts/{before}",
            AccountLinked(at=START, by=DESK, account=text(f"{ISSUER} 1")),
        ),
        "entry": registered(f"citizens/{before}", name="Ana", file_number="9"),
    }[how]
    await happen(house, registered(), event)
    assert await sign_in(house, citizen="1") == before


async def test_a_duplicate_is_its_survivor(house: House) -> None:
    await happen(house, registered(), registered(OF_BEÑAT, name="Ane", file_number="2"))
    assert await sign_in(house, citizen="1") == ANE
    await happen(house, merged(OF_ANE, BEÑAT))
    assert await sign_in(house) == BEÑAT
    assert await sign_in(house, sub="2", citizen="1") == BEÑAT


async def test_an_erased_person_is_nobodys_and_comes_back_as_somebody_new(house: House) -> None:
    await happen(house, registered())
    assert await sign_in(house, citizen="1", name="Ane") == ANE
    await happen(house, erased())
    assert await rows(house) == []
    assert await sign_in(house, citizen="1", name="Ane") != ANE


async def test_an_account_that_leads_to_somebody_erased_leads_nowhere(house: House) -> None:
    await happen(house, registered(), registered(OF_BEÑAT, name="Ane", file_number="2"))
    assert await sign_in(house, citizen="2") == BEÑAT
    await happen(house, merged(OF_BEÑAT, ANE), erased())
    assert await sign_in(house) == Refusal("person-erased")
    assert await sign_in(house, name="Ane") == Refusal("person-erased")


async def test_whoever_is_erased_while_she_signs_in_is_nobodys(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await happen(house, registered(), registered(OF_BEÑAT, name="Ane", file_number="2"))
    assert await sign_in(house, citizen="2") == BEÑAT
    await happen(house, merged(OF_BEÑAT, ANE))
    lock = house.database.writing

    @asynccontextmanager
    async def after_the_erasure() -> AsyncIterator[Session]:
        async with lock() as session:
            await project(session, await ledger.append(session, [erased()]))
            yield session

    monkeypatch.setattr(house.database, "writing", after_the_erasure)
    assert await sign_in(house, name="Ane") == Refusal("person-erased")


@pytest.mark.parametrize("sub", [None, 7, "", "x" * 256, "ñ", "x\x00", ["x"]])
async def test_an_account_without_a_proper_sub_is_refused(house: House, sub: object) -> None:
    refused = await person_of(house, ISSUER, {"sub": sub}, NAMING)
    assert refused == Refusal("account-malformed")
    assert await rows(house) == []


async def test_what_the_provider_says_is_taken_over_and_kept_where_it_says_nothing(
    house: House,
) -> None:
    claims = {"name": " Ane Erro ", "email": "ane@example.org", "locale": "eu-ES"}
    who = await sign_in(house, **claims)
    await sign_in(house)
    async with house.database.reading() as session:
        kept = await accounts.find(session, ISSUER, "1")
    assert kept is not None
    assert (kept.name, kept.email, kept.language) == (
        "Ane Erro",
        "ane@example.org",
        Language.BASQUE,
    )
    await sign_in(house, name="Ane E. Erro", locale="fr")
    async with house.database.reading() as session:
        assert await names_of(session, [SubjectId(str(who))]) == {who: "Ane E. Erro"}


def test_the_naming_is_that_of_the_settings() -> None:
    chosen = read_settings(oidc_citizen_claim="citizen", oidc_citizen_register="registry")
    assert naming_of(chosen) == NAMING
