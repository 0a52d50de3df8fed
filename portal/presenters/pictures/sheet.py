"""The sheet that pictures are drawn on. Its units are pixels of a narrow telephone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 336
"""How wide every sheet is; a wider window shows it larger, never with more on a line."""
LINE = 24
"""From one line of words to the next."""
LETTERS = 33
"""How many letters go on one whole line."""
INDENT, BETWEEN = 34, 6
"""Where the words of a legend begin beside their signs, and what lies between two of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of writing: the words, and where their foot stands."""

    words: str
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """What one way of drawing means, and where its sign stands."""

    kind: str
    lines: Sequence[Line]
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every picture has: a name in the page, its words, its height, the table behind it."""

    name: str
    """Its id in the page, where several pictures may stand."""
    title: str
    summary: str
    """What it shows, in one or two sentences: what a screen reader says instead of it."""
    height: float
    head: Sequence[str | dict[str, object]]
    """Columns as the macro ``table`` takes them."""
    rows: Sequence[Sequence[str]]
    width: float = WIDTH
    indent: float = INDENT


def written(words: str, top: float, letters: int = LETTERS) -> tuple[tuple[Line, ...], float]:
    """The words in lines that fit, beginning below ``top``; and where the last one ends."""
    lines = textwrap.wrap(words, letters, break_long_words=True) or [""]
    placed = tuple(Line(line, top + LINE * number - 6) for number, line in enumerate(lines, 1))
    return placed, top + LINE * len(lines)


def legend(kinds: Iterable[tuple[str, str]], top: float) -> tuple[tuple[Legend, ...], float]:
    """Kinds and their words, one below the other; and where the last one ends."""
    placed = []
    for kind, words in kinds:
        lines, foot = written(words, top, LETTERS - 4)
        placed.append(Legend(kind, lines, top))
        top = foot + BETWEEN
    return tuple(placed), top
