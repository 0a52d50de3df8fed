"""Two cookies, each an opaque id: of a session, and of the browser that begins to sign in.

Nothing is signed, for nothing is said: an id that was tampered with is simply unknown. In
production the prefix ``__Host-`` ties them to this host and to HTTPS (RFC 6265bis 4.1.3); the
demo speaks HTTP, and shares its host with the demo's provider, so that there they have plain names
of their own.
"""

from __future__ import annotations

from starlette.responses import Response

from governance.service.web_state import SIGN_IN_LASTS


def session_cookie(*, secure: bool) -> str:
    """The cookie of a session."""
    return "__Host-baimena" if secure else "baimena-demo"


def pre_session_cookie(*, secure: bool) -> str:
    """The cookie of a sign-in under way."""
    return "__Host-baimena-sign-in" if secure else "baimena-demo-sign-in"


def keep_session(response: Response, session_id: str, *, secure: bool) -> None:
    """Until the browser closes; the server ends it before."""
    _set(response, session_cookie(secure=secure), session_id, secure=secure)


def keep_pre_session(response: Response, pre_session: str, *, secure: bool) -> None:
    """As long as a sign-in may take."""
    seconds = int(SIGN_IN_LASTS.total_seconds())
    _set(response, pre_session_cookie(secure=secure), pre_session, secure=secure, seconds=seconds)


def drop_cookie(response: Response, name: str, *, secure: bool) -> None:
    """The browser forgets it."""
    response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")


def _set(
    response: Response, name: str, value: str, *, secure: bool, seconds: int | None = None
) -> None:
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax"
    )
