"""What a source and a reference are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reference:
    """One article of one source, and what it asks in a few words."""

    source: str
    article: str
    gist: str

    def __str__(self) -> str:
        """``EHDS 71(3)``."""
        return f"{self.source} {self.article}"


@dataclass(frozen=True, slots=True)
class Source:
    """A law, or the programme's own charter. ``source["71(3)"]`` is a reference to an article."""

    name: str
    title: str
    where: str
    """Its official address, or the document of ours that holds it."""
    articles: Mapping[str, str] = field(repr=False)

    def __getitem__(self, article: str) -> Reference:
        return Reference(self.name, article, self.articles[article])
