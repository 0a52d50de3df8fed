"""Who signs in: what an identity provider says of somebody becomes a person of ours.

A known account is its person; else a claim that names a citizen of the register links the account
to her; else somebody new comes in, under a fresh subject id and without any role. Roles are never
taken from here: they are read from the ledger at each act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from governance.eligibility.access import roles_of
from governance.eligibility.reader import Reader
from governance.lives import citizens, consents
from governance.lives.programme import accounts as linked
from governance.lives.programme.accounts import ProviderAccount
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.house import House, new_id
from governance.settings import Settings
from governance.storage import accounts, ledger
from governance.storage.accounts import Account
from governance.storage.driver import Session, keepable
from governance.storage.people import resolve
from governance.vocabulary.people import Channel, Language, Role, SubjectId

LONGEST_NAME, LONGEST_EMAIL, LONGEST_IDENTIFIER = 200, 254, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Which claim names a citizen, and in whose register; empty where none does."""

    claim: str = ""
    register: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """Who it is, and the account as it should be kept."""

    person: SubjectId
    account: Account
    known: Account | None
    somebody: bool
    """Whether she is known here: by her account, or as a citizen of the register."""


def naming_of(settings: Settings) -> Naming:
    """What the people who run the programme agreed with their provider."""
    return Naming(claim=settings.oidc_citizen_claim, register=settings.oidc_citizen_register)


async def person_of(
    house: House, issuer: str, claims: Mapping[str, Any], naming: Naming
) -> SubjectId | Refusal:
    """The person whom verified claims of this issuer are about; duplicates are their survivor.

    Refused: ``account-malformed``, or ``person-erased`` where whoever it was has been forgotten.
    """
    async with house.database.reading() as session:
        found = await _find(session, issuer, claims, naming, house.clock())
    if isinstance(found, _Found) and found.account != found.known:
        async with house.database.writing() as session:  # two first sign-ins at once are one
            found = await _find(session, issuer, claims, naming, house.clock())
            if isinstance(found, _Found):
                await accounts.keep(session, found.account, at=house.clock())
    return found if isinstance(found, Refusal) else found.person


async def known_person(
    house: House, issuer: str, claims: Mapping[str, Any], naming: Naming
) -> SubjectId | None:
    """The person whom ``person_of`` would find; None for somebody new or erased. Keeps nothing."""
    async with house.database.reading() as session:
        found = await _find(session, issuer, claims, naming, house.clock())
    return found.person if isinstance(found, _Found) and found.somebody else None


async def _find(
    session: Session, issuer: str, claims: Mapping[str, Any], naming: Naming, at: datetime
) -> _Found | Refusal:
    sub = claims.get("sub")
    if not isinstance(sub, str) or not ProviderAccount(issuer, sub).well_formed:
        return Refusal("account-malformed")
    known = await accounts.find(session, issuer, sub)
    citizen = await _citizen(session, claims, naming)
    subject = known.subject if known else citizen or SubjectId(new_id())
    if (
        known
        and citizen
        and citizen != known.subject
        and await _is_nobody(session, known.subject, at)
    ):
        subject = citizen
    person = await _survivor(session, subject)
    if person is None:
        return Refusal("person-erased")
    said = _said(claims)
    account = Account(issuer=issuer, sub=sub, subject=subject, **said)
    if known and not any(said.values()):
        account = replace(known, subject=subject)
    return _Found(person, account, known, somebody=known is not None or citizen is not None)


async def _citizen(session: Session, claims: Mapping[str, Any], naming: Naming) -> SubjectId | None:
    if not naming.claim or not naming.register:
        return None
    identifier = _text(claims.get(naming.claim), LONGEST_IDENTIFIER)
    if identifier is None:
        return None
    return (await resolve(session, naming.register, [identifier])).get(identifier)


async def _is_nobody(session: Session, subject: SubjectId, at: datetime) -> bool:
    """She came in before the register knew her: no role, no choice, no entry of her own."""
    streams = [f"{life.NAME}/{subject}" for life in (citizens, consents, linked)]
    if any((await ledger.versions(session, streams)).values()):
        return False
    somebody = Principal(subject=subject, channel=Channel.ONLINE)
    return await roles_of(Reader(session), somebody, at=at) == {Role.CITIZEN}


async def _survivor(session: Session, subject: SubjectId) -> SubjectId | None:
    """Who she is after merges; None where that person was erased."""
    reader = Reader(session)
    entry: citizens.State = await reader.state(citizens, subject)
    while entry.merged_into is not None:
        subject = entry.merged_into
        entry = await reader.state(citizens, subject)
    return None if entry.erased else subject


def _said(claims: Mapping[str, Any]) -> dict[str, Any]:
    """What the provider says of the person, as far as it can be kept."""
    spoken = str(claims.get("locale", "")).partition("-")[0]
    return {
        "name": _text(claims.get("name"), LONGEST_NAME),
        "language": Language(spoken) if spoken in set(Language) else None,
        "email": _text(claims.get("email"), LONGEST_EMAIL),
    }


def _text(value: Any, longest: int) -> str | None:
    if not isinstance(value, str) or not keepable(value) or not value.isprintable():
        return None
    return value.strip()[:longest] or None
