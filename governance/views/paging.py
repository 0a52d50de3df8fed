"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from governance.vocabulary.matters import Order

T = TypeVar("T")
U = TypeVar("U")
MOST_ROWS, MOST_PAGES = 100, 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for. Whatever is written in an address becomes some page."""

    number: int = 1
    """From 1."""
    size: int = 20
    start: int | None = None
    """How many rows come before, where a list is not looked at page by page."""
    order: Order | None = None
    """None is the list's own; only lists that say so have others."""

    @property
    def limit(self) -> int:
        """How many rows at most."""
        return min(max(self.size, 1), MOST_ROWS)

    @property
    def offset(self) -> int:
        """How many rows come before."""
        if self.start is not None:
            return min(max(self.start, 0), MOST_PAGES * MOST_ROWS)
        return (min(max(self.number, 1), MOST_PAGES) - 1) * self.limit


FIRST = Page()


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list, and how long the whole is."""

    rows: tuple[T, ...]
    total: int
    page: Page
    whole: bool = True
    """False where only the first of a very long list were looked through."""

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.page.limit))

    def mapped(self, make: Callable[[T], U]) -> Paged[U]:
        """The same page with something made of each row."""
        return Paged(tuple(make(row) for row in self.rows), self.total, self.page, self.whole)


def paged(everything: Sequence[T], page: Page) -> Paged[T]:
    """One page of a list that is at hand whole, because it is short by nature.

    It is given the newest first, where the oldest may be asked for first.
    """
    if page.order is Order.OLDEST_FIRST:
        everything = everything[::-1]
    rows = everything[page.offset : page.offset + page.limit]
    return Paged(tuple(rows), len(everything), page)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list that only grows is asked for: the newest ones below a position, or the
    oldest ones above one."""

    before: int | None = None
    """A position, not itself asked for; None is the end of the list."""
    size: int = 20
    after: int | None = None
    """Instead of ``before``: a position, not itself asked for, above which the oldest come first;
    0 is the beginning of the list. Only lists that say so can be read from there."""

    @property
    def limit(self) -> int:
        """How many rows at most."""
        return min(max(self.size, 1), MOST_ROWS)


NEWEST = Part()


@dataclass(frozen=True, slots=True)
class Newest(Generic[T]):
    """Part of a list that only grows, the newest first, or the oldest where that was asked for. How
    long the whole is nobody counts."""

    rows: tuple[T, ...]
    next: int | None
    """Of the part that follows, ``before`` or ``after``; None where nothing follows."""
