"""Every address of the portal, in one table. A page that names no act has no place in it."""

from __future__ import annotations

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages import (
    access_body,
    account,
    audit,
    citizen,
    committee,
    datasets,
    looking_up,
    programme,
    public,
    releases,
    requests,
)

PAGES: tuple[Page, ...] = (
    *public.PAGES,
    *account.PAGES,
    *citizen.PAGES,
    *access_body.PAGES,
    *committee.PAGES,
    *releases.PAGES,
    *datasets.PAGES,
    *requests.PAGES,
    *audit.PAGES,
    *programme.PAGES,
    *looking_up.PAGES,
)
"""In the order in which they are tried."""

NOWHERE = Page(name="nowhere", path="/nowhere", needs=Act.READ_REGISTER)
"""Every address that is not in the table."""


def checked(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The same pages. Raises ValueError where a name or an address stands twice, or nothing is
    answered: such a portal does not start.
    """
    for what in ("name", "path"):
        values = [getattr(page, what) for page in pages]
        twice = {value for value in values if values.count(value) > 1}
        if twice:
            raise ValueError(f"more than one page has the {what} {sorted(twice)[0]}")
    silent = [page.name for page in pages if not page.methods]
    if silent:
        raise ValueError(f"the page {silent[0]} answers nothing")
    return pages
