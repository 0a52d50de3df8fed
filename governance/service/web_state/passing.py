"""What lives for minutes: sign-ins under way, forms whose session was lost, single uses."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from governance.service.house import House
from governance.storage.web_state import digest, passing, quotas, sessions
from governance.storage.web_state.passing import ParkedForm, SignIn
from governance.vocabulary.people import SubjectId

SIGN_IN_LASTS = timedelta(minutes=10)
PARKED_LASTS = timedelta(minutes=30)
SESSIONS_KEPT = timedelta(days=2)
"""An ended session is known so long from its begin: longer than the longest can last."""
TOKEN_BYTES = 32
DRAFT = "draft:"
"""What tells the steps of a draft from forms that were sent too late."""
MOST_DRAFTS = 60


def new_token() -> str:
    """256 random bits as 43 characters of an address: a state, a nonce, a PKCE verifier."""
    return secrets.token_urlsafe(TOKEN_BYTES)


async def begin_sign_in(house: House, one: SignIn, *, state: str, pre_session: str) -> None:
    """Remember a sign-in that a browser begins, for ten minutes."""
    expires = one.begun + SIGN_IN_LASTS
    async with house.database.beside() as session:
        await passing.keep_sign_in(
            session, digest(state), digest(pre_session), one, expires=expires
        )


async def take_sign_in(house: House, *, state: str, pre_session: str) -> SignIn | None:
    """The sign-in that this browser began under this state, once."""
    async with house.database.beside() as session:
        return await passing.take_sign_in(
            session, digest(state), digest(pre_session), at=house.clock()
        )


async def park_form(house: House, lost_id: str, path: str, body: bytes) -> str | None:
    """Keep a form whose session is over, for its person alone; the token that gets it back.

    None where nobody was signed in under that id: a stranger parks nothing.
    """
    token, at = new_token(), house.clock()
    async with house.database.beside() as session:
        lost = await sessions.find(session, digest(lost_id))
        if lost is None:
            return None
        form = ParkedForm(path, body)
        expires = at + PARKED_LASTS
        await passing.park(session, digest(token), lost.subject, form, expires=expires)
    return token


async def keep_draft(house: House, subject: SubjectId, name: str, body: bytes) -> str:
    """Keep what somebody has answered so far on the way through several pages; its token.

    Each step is kept under a token of its own, so that the back button finds the step before, and
    two windows do not meet. Half an hour, as a form that was sent too late.
    """
    token, expires = secrets.token_urlsafe(TOKEN_BYTES), house.clock() + PARKED_LASTS
    async with house.database.beside() as session:
        form = ParkedForm(f"{DRAFT}{name}", body)
        await passing.park(session, digest(token), subject, form, expires=expires, most=MOST_DRAFTS)
    return token


async def draft_of(house: House, subject: SubjectId, name: str, token: str) -> bytes | None:
    """What she had answered under this token; None where there is nothing of hers any more."""
    kept = await parked_form(house, token, subject)
    return kept.body if kept is not None and kept.path == f"{DRAFT}{name}" else None


async def parked_form(house: House, token: str, subject: SubjectId) -> ParkedForm | None:
    """The form that she had sent; None where it was not hers, or its time is over.

    It may be looked at again (a page loaded anew loses nothing); its own key makes sending it
    twice the same as once.
    """
    async with house.database.reading() as session:
        return await passing.parked(session, digest(token), subject, at=house.clock())


async def use_once(house: House, key: str, *, expires: datetime) -> bool:
    """Whether this is the first use of what may be used once, until it expires anyway."""
    async with house.database.beside() as session:
        return await passing.use_once(session, digest(key), expires=expires)


async def notices_seen(house: House, subject: SubjectId) -> int:
    """The position of the ledger up to which she has read her notices."""
    async with house.database.reading() as session:
        return await quotas.notices_seen(session, subject)


async def see_notices(house: House, subject: SubjectId, position: int) -> None:
    """She has read her notices up to here."""
    async with house.database.beside() as session:
        await quotas.see_notices(session, subject, position)


async def sweep(house: House) -> int:
    """Forget what is over; how many rows that were. ``baimena due`` calls it."""
    at = house.clock()
    async with house.database.beside() as session:
        return await passing.sweep(session, at=at, sessions_before=at - SESSIONS_KEPT)
