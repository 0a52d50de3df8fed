"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

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
    """False where only the newest of a very long list were looked through."""

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.page.limit))

    def mapped(self, make: Callable[[T], U]) -> Paged[U]:
        """The same page with something made of each row."""
        return Paged(tuple(make(row) for row in self.rows), self.total, self.page, self.whole)


def paged(everything: Sequence[T], page: Page) -> Paged[T]:
    """One page of a list that is at hand whole, because it is short by nature."""
    rows = everything[page.offset : page.offset + page.limit]
    return Paged(tuple(rows), len(everything), page)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list that only grows is asked for: the newest ones below a position."""

    before: int | None = None
    """A position, not itself asked for; None is the end of the list."""
    size: int = 20

    @property
    def limit(self) -> int:
        """How many rows at most."""
        return min(max(self.size, 1), MOST_ROWS)


NEWEST = Part()


@dataclass(frozen=True, slots=True)
class Newest(Generic[T]):
    """Part of a list that only grows, the newest first. How long the whole is nobody counts."""

    rows: tuple[T, ...]
    older: int | None
    """``before`` of the part that follows; None where nothing does."""
