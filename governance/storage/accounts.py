"""Accounts: whom an identity provider means by its ``sub``, and what it calls that person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from governance.lives.programme.accounts import ProviderAccount
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.vocabulary.instants import microseconds
from governance.vocabulary.people import Language, SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account at one provider, and what it last said of the person."""

    issuer: str
    sub: str
    subject: SubjectId
    name: str | None = None
    language: Language | None = None
    email: str | None = None


async def find(session: Session, issuer: str, sub: str) -> Account | None:
    """The account that a provider calls so; None where nobody is linked to it."""
    known = "SELECT subject, name, language, email FROM accounts WHERE issuer = $1 AND sub = $2"
    for subject, name, language, email in await driver.fetch(session, known, issuer, sub):
        return Account(
            issuer=issuer,
            sub=sub,
            subject=SubjectId(subject),
            name=name,
            language=Language(language) if language else None,
            email=email,
        )
    return None


async def relink(
    session: Session,
    account: ProviderAccount,
    subject: SubjectId,
    *,
    position: int,
    at: datetime,
) -> None:
    """Somebody said whose account it is; what its provider says of the person stays."""
    await driver.run(
        session,
        "INSERT INTO accounts (issuer, sub, subject, position, linked_at) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (issuer, sub) DO UPDATE SET "
        "subject = excluded.subject, position = excluded.position, "
        "linked_at = excluded.linked_at",
        account.issuer,
        account.sub,
        subject,
        position,
        microseconds(at),
    )


async def keep(session: Session, account: Account, *, at: datetime) -> None:
    """Link an account, or take in what its provider says now."""
    newest = (await ledger.head(session)).position
    await driver.run(
        session,
        "INSERT INTO accounts (issuer, sub, subject, position, linked_at, name, language, email) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (issuer, sub) DO UPDATE SET "
        "subject = excluded.subject, position = excluded.position, "
        "linked_at = excluded.linked_at, name = excluded.name, language = excluded.language, "
        "email = excluded.email",
        account.issuer,
        account.sub,
        account.subject,
        newest,
        microseconds(at),
        account.name,
        account.language.value if account.language else None,
        account.email,
    )


async def erase(session: Session, subject: str, *, before: int) -> None:
    """Forget the accounts that were linked to somebody before a position (GDPR 17)."""
    forget = "DELETE FROM accounts WHERE subject = $1 AND position < $2"
    await driver.run(session, forget, subject, before)
