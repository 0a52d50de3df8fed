"""Accounts and names: linked, taken over from the provider, and forgotten with the citizen."""

from __future__ import annotations

from governance.eligibility.reader import Reader
from governance.principals import PUBLIC
from governance.storage import accounts, driver, ledger
from governance.storage.accounts import Account
from governance.storage.database import Database
from governance.storage.names import names_of
from governance.storage.projections import project
from governance.views.people import Person, people_of
from governance.views.question import Looking
from governance.vocabulary.entries import Event
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Language, SubjectId
from tests.contracts.entries import ANE, BEÑAT, OF_BEÑAT, START, erased, later, registered

ISSUER = "https://id.example.org"
NOBODY = SubjectId("f" * 32)


def account(sub: str = "ane", subject: SubjectId = ANE, name: str | None = "Ane E.") -> Account:
    return Account(
        issuer=ISSUER,
        sub=sub,
        subject=subject,
        name=name,
        language=Language.BASQUE,
        email="ane@example.org",
    )


async def link(database: Database, *linked: Account, seconds: float = 0) -> None:
    async with database.writing() as session:
        for one in linked:
            await accounts.keep(session, one, at=later(seconds))


async def happen(database: Database, *entries: tuple[str, Event]) -> None:
    async with database.writing() as session:
        await project(session, await ledger.append(session, entries))


async def test_an_account_is_found_by_what_its_provider_calls_it(database: Database) -> None:
    bare = Account(issuer=ISSUER, sub="staff", subject=BEÑAT)
    await link(database, account(), bare)
    async with database.reading() as session:
        assert await accounts.find(session, ISSUER, "ane") == account()
        assert await accounts.find(session, ISSUER, "staff") == bare
        assert await accounts.find(session, ISSUER, "Ane") is None
        assert await accounts.find(session, "https://other.example.org", "ane") is None


async def test_linking_again_takes_in_what_the_provider_says_now(database: Database) -> None:
    await link(database, account())
    await link(database, account(name="Ane Etxeberria", subject=BEÑAT), seconds=1)
    async with database.reading() as session:
        found = await accounts.find(session, ISSUER, "ane")
        [(count,)] = await driver.fetch(session, "SELECT count(*) FROM accounts")
    assert found == account(name="Ane Etxeberria", subject=BEÑAT)
    assert count == 1


async def test_a_name_is_that_of_the_newest_account_else_of_the_register(
    database: Database,
) -> None:
    await happen(database, registered(), registered(OF_BEÑAT, name="Beñat", file_number="2"))
    await link(database, account("z", name="Old"), account("nameless", name=None))
    await link(database, account("a", name="New"), seconds=1)
    async with database.reading() as session:
        assert await names_of(session, [ANE, BEÑAT, NOBODY, ANE]) == {
            ANE: "New",
            BEÑAT: 'Beñat Etxeberria "Txiki" \\u0000',
        }
        assert await names_of(session, []) == {}
        looking = Looking(PUBLIC, START, Reader(session), Reader(session), Instant(2, START))
        assert await people_of(looking, [ANE, NOBODY]) == {
            ANE: Person(ANE, "New"),
            NOBODY: Person(NOBODY, None),
        }


async def test_erasing_a_citizen_erases_her_accounts_and_no_later_one(database: Database) -> None:
    await happen(database, registered())
    await link(database, account(), account("other", subject=BEÑAT))
    await happen(database, erased())
    async with database.reading() as session:
        assert await accounts.find(session, ISSUER, "ane") is None
        assert await names_of(session, [ANE]) == {}
        assert await accounts.find(session, ISSUER, "other") is not None
        [entry] = await ledger.read_at(session, [2])
    await link(database, account("again"))
    async with database.writing() as session:
        await project(session, [entry])
    async with database.reading() as session:
        assert await accounts.find(session, ISSUER, "again") is not None
