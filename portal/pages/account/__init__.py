"""Signing in and out, and what somebody sees of her own sessions."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.account import kept_form, sessions

PAGES = (
    Page(
        name="sessions",
        path="/sessions",
        needs=Act.READ_CITIZEN_RECORD,
        show=sessions.show,
        take=sessions.end,
    ),
    Page(
        name="kept-form",
        path="/kept/{form}",
        needs=Act.READ_CITIZEN_RECORD,
        show=kept_form.show,
    ),
)
