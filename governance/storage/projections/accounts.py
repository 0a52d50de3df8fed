"""Accounts that somebody linked by hand; those that sign-in found are beside the ledger alone."""

from __future__ import annotations

from collections.abc import Sequence

from governance.lives.programme.accounts import NAME, AccountLinked, ProviderAccount
from governance.storage import accounts
from governance.storage.driver import Session
from governance.storage.ledger import Recorded
from governance.storage.web_state import sessions
from governance.vocabulary.people import SubjectId


async def project(session: Session, recorded: Sequence[Recorded]) -> None:
    """Take in whose account is whose. Who was signed in with it before is signed out."""
    for entry in recorded:
        match entry.event:
            case AccountLinked(account=kept, at=at) if kept.value is not None:
                one = ProviderAccount.parse(kept.value)
                subject = SubjectId(entry.stream.removeprefix(f"{NAME}/"))
                await accounts.relink(session, one, subject, position=entry.position, at=at)
                await sessions.end_by_provider(session, one.issuer, sub=one.sub, sid=None, at=at)
