"""Long lists: which pages there are, and where each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from governance.views.paging import Paged
from portal.languages import Tongue

NEAR = 1
"""How many pages on each side of this one are named."""
NUMBER = "page"
"""The word of an address that says which page is asked for."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go to; a gap where pages are left out has neither number nor address."""

    number: int | None = None
    href: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """What the macro ``pager`` draws below a list."""

    words: str
    pages: Sequence[PageLink]
    before: str | None
    after: str | None


def pager(
    shown: Paged[Any], path: str, tongue: Tongue, filters: Mapping[str, str] | None = None
) -> Pager:
    """Ways to the other pages of a list at this path; every way keeps the filters."""
    kept = {name: value for name, value in (filters or {}).items() if value}
    number = shown.page.offset // shown.page.limit + 1

    def href(page: int) -> str:
        return f"{path}?{urlencode({**kept, NUMBER: page})}"

    return Pager(
        words=words_of(shown, tongue),
        pages=tuple(
            PageLink(page, href(page), page == number) if page else PageLink()
            for page in numbers(number, shown.pages)
        ),
        before=href(number - 1) if 1 < number <= shown.pages else None,
        after=href(number + 1) if number < shown.pages else None,
    )


def numbers(current: int, last: int) -> Iterator[int]:
    """The pages to name: the first, the last, those near this one; 0 for a gap."""
    named = {1, last, *range(current - NEAR, current + NEAR + 1)}
    before = 0
    for page in sorted(page for page in named if 1 <= page <= last):
        if page - before == 2:
            yield page - 1
        elif page - before > 2:
            yield 0
        yield page
        before = page


def words_of(shown: Paged[Any], tongue: Tongue) -> str:
    """Which part of the list this is."""
    if not shown.rows:
        return tongue.gettext("There is nothing here")
    first = shown.page.offset + 1
    if shown.pages == 1:
        return tongue.ngettext("One in all", "{total} in all", shown.total).format(
            total=shown.total
        )
    return tongue.gettext("{first} to {last} of {total}").format(
        first=first, last=first + len(shown.rows) - 1, total=shown.total
    )
