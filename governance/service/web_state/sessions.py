"""Web sessions: begun, found, used, confirmed anew, ended. Source: ENS op.acc.6; ASVS 5.0, 7."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.principals import Principal
from governance.service.house import House
from governance.settings import Settings
from governance.storage.web_state import digest, sessions
from governance.storage.web_state.sessions import WebSession
from governance.vocabulary.people import Channel, Language, SubjectId

ID_BYTES, HANDLE_BYTES = 32, 8
SEEN_EVERY = timedelta(minutes=1)
"""A session's last use is written at most so often; until then a request only reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a session lasts."""

    idle: timedelta = timedelta(minutes=20)
    """Without being used."""
    absolute: timedelta = timedelta(hours=8)
    """However much it is used."""
    step_up: timedelta = timedelta(minutes=5)
    """How long a confirmation of identity counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What the identity provider calls somebody, and her session there."""

    issuer: str
    sub: str
    sid: str | None = None


@dataclass(frozen=True, slots=True)
class Live:
    """A session in force, and for how long it stays so."""

    session: WebSession
    idle_until: datetime
    """Over at this instant, unless it is used before."""
    ends: datetime
    """Over at this instant in any case."""
    stepped_up: bool

    @property
    def principal(self) -> Principal:
        """Who asks, when a request comes with this session."""
        return Principal(
            subject=self.session.subject, channel=Channel.ONLINE, stepped_up=self.stepped_up
        )


def limits_of(settings: Settings) -> Limits:
    """The limits that the people who run the programme chose."""
    return Limits(
        idle=timedelta(minutes=settings.session_idle_minutes),
        absolute=timedelta(hours=settings.session_hours),
        step_up=timedelta(minutes=settings.step_up_minutes),
    )


async def begin_session(
    house: House,
    subject: SubjectId,
    provider: Provider,
    *,
    language: Language,
    browser: str,
    replaces: str | None = None,
) -> str:
    """A session under a new id, which is returned and kept nowhere.

    ``replaces`` is the id that the browser had before: whatever it was, it ends (no fixation).
    """
    new, at = secrets.token_urlsafe(ID_BYTES), house.clock()
    kept = WebSession(
        id_hash=digest(new),
        handle=secrets.token_hex(HANDLE_BYTES),
        subject=subject,
        issuer=provider.issuer,
        sub=provider.sub,
        sid=provider.sid,
        created=at,
        last_seen=at,
        language=language,
        browser=browser,
    )
    async with house.database.beside() as session:
        if replaces is not None:
            await sessions.end(session, digest(replaces), at=at)
        await sessions.keep(session, kept)
    return new


async def find_session(house: House, session_id: str, limits: Limits) -> Live | None:
    """The session in force with this id; None where there is none, or it is over."""
    async with house.database.reading() as session:
        found = await sessions.find(session, digest(session_id))
    return None if found is None else _live(found, limits, house.clock())


def _live(found: WebSession, limits: Limits, at: datetime) -> Live | None:
    ends = found.created + limits.absolute
    idle_until = min(found.last_seen + limits.idle, ends)
    if found.ended is not None or at >= idle_until:
        return None
    confirmed = found.stepped_up_at
    stepped_up = confirmed is not None and at < confirmed + limits.step_up
    return Live(found, idle_until, ends, stepped_up)


async def touch(house: House, live: Live) -> None:
    """It was used now. Written at most once a minute."""
    at = house.clock()
    if at - live.session.last_seen >= SEEN_EVERY:
        async with house.database.beside() as session:
            await sessions.seen(session, live.session.id_hash, at=at)


async def step_up(house: House, live: Live) -> str | None:
    """Identity was confirmed anew: a new id, the old one is over. None where it had ended."""
    new = secrets.token_urlsafe(ID_BYTES)
    async with house.database.beside() as session:
        confirmed = await sessions.renamed(
            session, live.session.id_hash, digest(new), stepped_up_at=house.clock()
        )
    return new if confirmed else None


async def choose_language(house: House, live: Live, language: Language) -> None:
    """The language that she chose last."""
    if live.session.language is not language:
        async with house.database.beside() as session:
            await sessions.speak(session, live.session.id_hash, language)


async def end_session(house: House, session_id: str) -> WebSession | None:
    """Sign out in this browser; whose session it was, for signing out at its provider too."""
    async with house.database.beside() as session:
        await sessions.end(session, digest(session_id), at=house.clock())
        return await sessions.find(session, digest(session_id))


async def sessions_of(house: House, subject: SubjectId, limits: Limits) -> list[Live]:
    """Where somebody is signed in, newest first."""
    at = house.clock()
    async with house.database.reading() as session:
        found = await sessions.unended_of(session, subject)
    return [live for one in found if (live := _live(one, limits, at)) is not None]


async def end_sessions(house: House, subject: SubjectId, handles: Iterable[str]) -> int:
    """End some of her own; how many that were. Somebody else's handles do nothing."""
    async with house.database.beside() as session:
        return await sessions.end_of(session, subject, handles, at=house.clock())


async def end_all(house: House, subject: SubjectId, *, keep: str | None = None) -> int:
    """End every session of somebody, but the one with the handle ``keep``."""
    async with house.database.beside() as session:
        found = await sessions.unended_of(session, subject)
        handles = [one.handle for one in found if one.handle != keep]
        return await sessions.end_of(session, subject, handles, at=house.clock())


async def end_by_sid(house: House, issuer: str, *, sid: str | None, sub: str | None) -> int:
    """End what a provider says is over; how many that were (OpenID back-channel logout 2.4)."""
    async with house.database.beside() as session:
        return await sessions.end_by_provider(session, issuer, sub=sub, sid=sid, at=house.clock())
