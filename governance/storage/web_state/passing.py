"""What lives for minutes: sign-ins under way, parked forms, and what may be used once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from governance.storage import driver
from governance.storage.driver import Session
from governance.vocabulary.instants import from_microseconds, microseconds
from governance.vocabulary.people import Language, SubjectId

SIGN_IN = "issuer, nonce, verifier, next_path, language, stepping_up, begun"
MOST_PARKED = 5
"""Forms kept for one person; a sixth takes the place of the oldest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A sign-in under way: what the provider's answer must match."""

    issuer: str
    nonce: str
    verifier: str
    next_path: str
    language: Language
    begun: datetime
    stepping_up: str | None = None


@dataclass(frozen=True, slots=True)
class ParkedForm:
    """A form that was posted without a session: where to, and its body as it came."""

    path: str
    body: bytes


async def keep_sign_in(
    session: Session, state: str, pre_session: str, one: SignIn, *, expires: datetime
) -> None:
    """Remember a sign-in under digests of its state and of the browser that began it."""
    await driver.run(
        session,
        f"INSERT INTO sign_ins (state_hash, pre_session_hash, {SIGN_IN}, expires) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        state,
        pre_session,
        one.issuer,
        one.nonce,
        one.verifier,
        one.next_path,
        one.language.value,
        one.stepping_up,
        microseconds(one.begun),
        microseconds(expires),
    )


async def take_sign_in(
    session: Session, state: str, pre_session: str, *, at: datetime
) -> SignIn | None:
    """The sign-in that this browser began, once; None for any other, or after its time."""
    taken = (
        "DELETE FROM sign_ins WHERE state_hash = $1 AND pre_session_hash = $2 "
        f"AND expires > $3 RETURNING {SIGN_IN}"
    )
    for row in await driver.fetch(session, taken, state, pre_session, microseconds(at)):
        issuer, nonce, verifier, next_path, language, stepping_up, begun = tuple(row)
        return SignIn(
            issuer=issuer,
            nonce=nonce,
            verifier=verifier,
            next_path=next_path,
            language=Language(language),
            begun=from_microseconds(begun),
            stepping_up=stepping_up,
        )
    return None


async def park(
    session: Session,
    token: str,
    subject: SubjectId,
    form: ParkedForm,
    *,
    expires: datetime,
    most: int = MOST_PARKED,
) -> None:
    """Keep a form for somebody, under the digest of its token; of all of hers, the newest few."""
    mine = "SELECT token_hash FROM parked_forms WHERE subject = $1 ORDER BY expires DESC"
    for (old,) in (await driver.fetch(session, mine, subject))[most - 1 :]:
        await driver.run(session, "DELETE FROM parked_forms WHERE token_hash = $1", old)
    kept = "INSERT INTO parked_forms (token_hash, subject, path, body, expires)"
    values = (token, subject, form.path, form.body, microseconds(expires))
    await driver.run(session, f"{kept} VALUES ($1, $2, $3, $4, $5)", *values)


async def parked(
    session: Session, token: str, subject: SubjectId, *, at: datetime
) -> ParkedForm | None:
    """The form, where it is hers and its time is not over. It may be looked at again."""
    kept = (
        "SELECT path, body FROM parked_forms "
        "WHERE token_hash = $1 AND subject = $2 AND expires > $3"
    )
    for path, body in await driver.fetch(session, kept, token, subject, microseconds(at)):
        return ParkedForm(path, body)
    return None


async def use_once(session: Session, key: str, *, expires: datetime) -> bool:
    """Whether this is the first use."""
    first = (
        "INSERT INTO used_once (key_hash, expires) VALUES ($1, $2) "
        "ON CONFLICT (key_hash) DO NOTHING RETURNING key_hash"
    )
    return bool(await driver.fetch(session, first, key, microseconds(expires)))


async def sweep(session: Session, *, at: datetime, sessions_before: datetime) -> int:
    """Forget what is over; how many rows that were."""
    now, old = microseconds(at), microseconds(sessions_before)
    over = (
        ("DELETE FROM sign_ins WHERE expires <= $1 RETURNING expires", now),
        ("DELETE FROM parked_forms WHERE expires <= $1 RETURNING expires", now),
        ("DELETE FROM used_once WHERE expires <= $1 RETURNING expires", now),
        ("DELETE FROM quotas WHERE spent_until <= $1 RETURNING key", now),
        ("DELETE FROM web_sessions WHERE created <= $1 RETURNING handle", old),
    )
    return sum([len(await driver.fetch(session, sql, value)) for sql, value in over])
