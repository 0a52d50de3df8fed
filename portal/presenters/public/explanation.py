"""A page that explains: parts with a heading and an id, each worded in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from portal.languages import Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that is explained. ``id`` is its place in the address; it never changes."""

    id: str
    title: str
    says: tuple[str, ...] = ()
    """Paragraphs."""
    points: tuple[str, ...] = ()
    """A list below them."""
    ways: tuple[tuple[str, str], ...] = ()
    """Links: the name of a page, and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The whole page; messages as they are written, or words once ``worded``."""

    title: str
    lead: str
    parts: tuple[Part, ...]


def worded(explanation: Explanation, tongue: Tongue, facts: Mapping[str, str]) -> Explanation:
    """The same in one language; ``facts`` fill the places that messages leave for them."""

    def said(message: str) -> str:
        return tongue.gettext(message) % facts

    def part(one: Part) -> Part:
        return replace(
            one,
            title=said(one.title),
            says=tuple(map(said, one.says)),
            points=tuple(map(said, one.points)),
            ways=tuple((page, said(words)) for page, words in one.ways),
        )

    return Explanation(
        title=said(explanation.title),
        lead=said(explanation.lead),
        parts=tuple(map(part, explanation.parts)),
    )
