"""The picture of how a decision becomes a release: boxes, arrows, and few words.

Everything that is drawn stands beside it in words; a screen reader is told so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.languages import N_, Tongue

WIDTH, HEIGHT = 360, 508
"""Of the drawing, in its own units: at the width of a small telephone one unit is one pixel."""
LINE = 21
"""From one line of words to the next."""
HEAD = 6
"""Half of the width of the head of an arrow."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step: its place, and its words; the first line is its name."""

    x: int
    y: int
    width: int
    height: int
    lines: Sequence[str]
    kind: str = "step"
    """How it is drawn: ``step``, ``in`` or ``out``."""

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.x + self.width // 2

    def rows(self) -> Iterator[tuple[int, str]]:
        """Height and words of each line, so that all stand in the middle of the box."""
        first = self.y + (self.height - LINE * len(self.lines)) // 2 + LINE - 6
        for number, words in enumerate(self.lines):
            yield first + number * LINE, words


YOURS = (N_("Your choices"), N_("what for"), N_("which data"), N_("for whom"), N_("how far"))
BOXES = (
    Box(4, 8, 170, 180, YOURS),
    Box(186, 8, 170, 44, (N_("A request"),)),
    Box(186, 76, 170, 44, (N_("Ethics committee"),)),
    Box(186, 144, 170, 44, (N_("Permit"),)),
    Box(4, 228, 352, 66, (N_("Two signatures"), N_("every rule, for every person"))),
    Box(4, 334, 170, 66, (N_("In"), N_("whoever allows it")), "in"),
    Box(186, 334, 170, 66, (N_("Out"), N_("everybody else")), "out"),
    Box(4, 440, 352, 60, (N_("You see it"), N_("who, what for, what came of it"))),
)
ARROWS = (
    (271, 52, 76),
    (271, 120, 144),
    (89, 188, 228),
    (271, 188, 228),
    (89, 294, 334),
    (271, 294, 334),
    (89, 400, 440),
    (271, 400, 440),
)
"""Straight down: where, from and to."""


def boxes(tongue: Tongue) -> list[Box]:
    """The steps in the language of the reader."""
    return [
        Box(one.x, one.y, one.width, one.height, tuple(map(tongue.gettext, one.lines)), one.kind)
        for one in BOXES
    ]


def arrows() -> list[str]:
    """Each as the outline of a path (SVG 2, 9.3)."""
    return [
        f"M{x} {top}V{bottom - 2}M{x - HEAD} {bottom - 2 - HEAD}L{x} {bottom - 2}"
        f"L{x + HEAD} {bottom - 2 - HEAD}"
        for x, top, bottom in ARROWS
    ]
