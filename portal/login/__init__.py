"""Signing in with OpenID Connect: begun, completed, confirmed anew, ended.

Authlib's client speaks to the provider; the state of a sign-in is kept in our own database, never
in a cookie, and three things that it leaves open are closed here: the ``iss`` of an answer
(RFC 9207), an absent id token, and the change of the session's id.
"""

from portal.login.begin import Begun, begin
from portal.login.complete import Browser, SignedIn, complete
from portal.login.configuration import (
    BACK_CHANNEL_PATH,
    CALLBACK_PATH,
    SIGNED_OUT_PATH,
    Login,
    login_of,
    refuse_demo_settings,
)
from portal.login.cookies import (
    drop_cookie,
    keep_pre_session,
    keep_session,
    pre_session_cookie,
    session_cookie,
)
from portal.login.keys import make_client_key
from portal.login.paths import local_path
from portal.login.sign_out import end_at_provider, sign_out

__all__ = [
    "BACK_CHANNEL_PATH",
    "CALLBACK_PATH",
    "SIGNED_OUT_PATH",
    "Begun",
    "Browser",
    "Login",
    "SignedIn",
    "begin",
    "complete",
    "drop_cookie",
    "end_at_provider",
    "keep_pre_session",
    "keep_session",
    "local_path",
    "login_of",
    "make_client_key",
    "pre_session_cookie",
    "refuse_demo_settings",
    "session_cookie",
    "sign_out",
]
