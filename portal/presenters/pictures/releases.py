"""A release in and out: how many were looked at, how many are in, and why the others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.lives.releases.words import ReleaseStatus
from governance.views.releases import ReleaseShown
from portal.languages import N_, Tongue
from portal.messages.numbers import number
from portal.messages.rules import sentence
from portal.presenters.pictures.sheet import WIDTH, Legend, Line, Sheet, legend, written

BAR, GAP, INWARD, LEAST = 20, 14, 22, 5
MOST = 5
"""How many reasons are drawn; the table has them all."""
NEVER_LEFT = (ReleaseStatus.WITHHELD, ReleaseStatus.CANCELLED)
UNTOLD = N_("not told, so that nobody is singled out")
HIDDEN = N_("A number that is not told, so that nobody is singled out")


class Part(StrEnum):
    """What a bar counts."""

    CONSIDERED = "considered"
    IN = "in"
    OUT = "out"
    REASON = "reason"
    HIDDEN = "hidden"
    """Any of them, where its number would tell this reader of a few people."""


WORDS = {
    Part.CONSIDERED: N_("Looked at"),
    Part.IN: N_("In the package"),
    Part.OUT: N_("Left out"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """People of one part, and how it is called; ``number`` is None where it may not be told."""

    part: Part
    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, with its words and its number above it."""

    part: Part
    lines: Sequence[Line]
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InAndOut(Sheet):
    """The picture, as ``in_and_out`` draws it."""

    bars: Sequence[Bar]
    legend: Sequence[Legend]
    bar: float = BAR


def in_and_out(shown: ReleaseShown, tongue: Tongue) -> InAndOut | None:
    """The picture of what this reader is told; None where that is less than a part and its whole.

    Nothing is reckoned here: a number that is not told stays untold.
    """
    whole, because = _whole(shown, tongue), _because(shown, tongue)
    if len(whole) < len(WORDS):
        return None
    bars, top = [], 0.0
    for count in (*whole, *because[:MOST]):
        bar, top = _bar(count, whole[0].number, tongue, top)
        bars.append(bar)
    hidden = [(Part.HIDDEN.value, tongue.gettext(HIDDEN))]
    signs, height = legend(hidden if any(one.number is None for one in whole) else (), top)
    return InAndOut(
        name="in-and-out",
        title=tongue.gettext("How many are in, and why others are not"),
        summary=" ".join(f"{one.words}: {_told(one, tongue)}." for one in whole),
        height=height,
        head=[
            tongue.gettext("Which part"),
            {"text": tongue.gettext("How many people"), "numeric": True},
        ],
        rows=[[one.words, _told(one, tongue)] for one in (*whole, *because)],
        bars=bars,
        legend=signs,
    )


def _whole(shown: ReleaseShown, tongue: Tongue) -> list[Count]:
    """As it was delivered; before that, as the preview foresaw it; nothing of what was withheld."""
    if not {"considered", "left_out"} <= shown.shown or shown.status in NEVER_LEFT:
        return []
    counted = (shown.considered, shown.people, shown.left_out)
    if shown.delivered_on is None:
        if shown.preview is None:
            return []
        counted = (shown.preview.considered, shown.preview.included, shown.preview.left_out)
    return [
        Count(part, tongue.gettext(words), counts)
        for (part, words), counts in zip(WORDS.items(), counted, strict=True)
    ]


def _because(shown: ReleaseShown, tongue: Tongue) -> list[Count]:
    """Rules and how many each left out, the most first; one person may count for several."""
    by_size = sorted((shown.counts_by_rule or {}).items(), key=lambda one: (-one[1], one[0]))
    return [
        Count(Part.REASON, sentence(tongue, rule).rstrip("."), people) for rule, people in by_size
    ]


def _told(count: Count, tongue: Tongue) -> str:
    return tongue.gettext(UNTOLD) if count.number is None else number(tongue, count.number)


def _bar(count: Count, whole: int | None, tongue: Tongue, top: float) -> tuple[Bar, float]:
    """One bar below ``top``, and where the next may begin."""
    x = INWARD if count.part is Part.REASON else 0
    lines, foot = written(f"{count.words}: {_told(count, tongue)}", top, 30 if x else 33)
    y, after = foot + 2, foot + 2 + BAR + GAP
    room = WIDTH - x - 2
    if count.number is None:
        return Bar(Part.HIDDEN, lines, x, y, room), after
    share = min(count.number / whole, 1) if whole else 0
    return Bar(count.part, lines, x, y, max(room * share, LEAST if count.number else 0)), after
