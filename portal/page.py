"""A page: one line of the table of routes, and what it needs before anybody may come in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from governance.vocabulary.acts import Act

Handler = Callable[[Any], Awaitable[Response]]
"""Takes the visit; pages stand above this room, so that its type is theirs to name."""
OPEN_ACTS = frozenset({Act.READ_REGISTER, Act.READ_DATASETS})
"""Acts of pages that everybody may look at; what is in them the tables still decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address, below its language. ``show`` answers GET, ``take`` a form that was sent.

    ``needs`` is the act that the page is for: an act that is not open to everybody asks the visitor
    to sign in first. It decides nothing else; views and commands ask the access table themselves.
    ``acts`` are those that its form carries out.
    """

    name: str
    path: str
    needs: Act
    show: Handler | None = None
    take: Handler | None = None
    acts: frozenset[Act] = frozenset()
    spoken: bool = True
    """Its address begins with a language; machines' addresses do not."""
    form_bytes: int = 64 * 1024
    """The largest form that it takes."""

    @property
    def is_open(self) -> bool:
        """Whether somebody who has not signed in may look."""
        return self.needs in OPEN_ACTS

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that it answers."""
        return tuple(
            method for method, handler in (("GET", self.show), ("POST", self.take)) if handler
        )
