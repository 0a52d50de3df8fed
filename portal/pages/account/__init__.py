"""Signing in and out, and what somebody sees of her own sessions."""

from governance.vocabulary.acts import Act
from portal.login import BACK_CHANNEL_PATH, CALLBACK_PATH, SIGNED_OUT_PATH
from portal.page import Page
from portal.pages.account import kept_form, sessions, sign_in

OPEN, SIGNED_IN = Act.READ_REGISTER, Act.READ_CITIZEN_RECORD
"""A page for everybody, and one for whoever has signed in: each shows only what is hers."""

PAGES = (
    Page(name="sign-in", path="/sign-in", needs=OPEN, show=sign_in.ask),
    Page(
        name="sign-in-begin",
        path=sign_in.BEGIN_PATH,
        needs=OPEN,
        show=sign_in.leave_for_provider,
        spoken=False,
    ),
    Page(
        name="sign-in-callback",
        path=CALLBACK_PATH,
        needs=OPEN,
        show=sign_in.come_back,
        spoken=False,
    ),
    Page(
        name="back-channel-logout",
        path=BACK_CHANNEL_PATH,
        needs=OPEN,
        take=sign_in.told_by_provider,
        spoken=False,
    ),
    Page(name="arrived", path="/arrived", needs=SIGNED_IN, show=sign_in.arrived),
    Page(name="sign-out", path="/sign-out", needs=OPEN, take=sign_in.leave),
    Page(
        name="signed-out",
        path=SIGNED_OUT_PATH,
        needs=OPEN,
        show=sign_in.signed_out,
        spoken=False,
    ),
    Page(
        name="sessions",
        path="/sessions",
        needs=SIGNED_IN,
        show=sessions.show,
        take=sessions.end,
    ),
    Page(name="kept-form", path="/kept/{form}", needs=SIGNED_IN, show=kept_form.show),
)
