"""What somebody allows, at one look: families of purposes below each other, kinds of data across.

Each square has the sign of its kind of data and the sign of what stands, never a colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from governance.vocabulary.purposes import DataCategory
from portal.languages import N_, Tongue
from portal.messages.names import name
from portal.presenters.citizen.overview import WORDS, Band, Comes
from portal.presenters.pictures.sheet import Legend, Line, Sheet, legend, written

WIDE, HIGH, BETWEEN = 60, 52, 9
"""Of a square, and from one to the next."""
GAP = 16
STOPPED = N_("The opt-out stops all of it")


@dataclass(frozen=True, slots=True)
class Square:
    """What stands for one kind of data in one family."""

    kind: DataCategory
    comes: Comes
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Row:
    """One family of purposes with its squares."""

    lines: Sequence[Line]
    squares: Sequence[Square]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview(Sheet):
    """The picture, as ``overview`` draws it."""

    keys: Sequence[Legend]
    stopped: Line | None
    """Said above everything, and nothing is drawn as allowed, where the opt-out is on."""
    drawn: Sequence[Row]
    legend: Sequence[Legend]
    wide: float = WIDE
    high: float = HIGH


def overview(bands: Sequence[Band], tongue: Tongue, *, opted_out: bool = False) -> Overview:
    """The picture of these families, each of which has every kind of data, in one order."""
    keys, top = legend([(kind, name(tongue, kind)) for kind in DataCategory], 0)
    top += GAP / 2
    stopped = None
    if opted_out:
        (stopped, *_), top = written(tongue.gettext(STOPPED), top)
    drawn = []
    for band in bands:
        row, top = _row(band, top)
        drawn.append(row)
    present = {square.comes for row in drawn for square in row.squares}
    meanings = [(one, tongue.gettext(WORDS[one])) for one in Comes if one in present]
    signs, height = legend(meanings, top)
    return Overview(
        name="overview",
        title=tongue.gettext("What is allowed, at one look"),
        summary=_summary(drawn, tongue, opted_out),
        height=height,
        head=[tongue.gettext("Kind of data"), *(band.title for band in bands)],
        rows=[
            [name(tongue, kind), *(band.squares[place].words for band in bands)]
            for place, kind in enumerate(DataCategory)
        ],
        keys=keys,
        stopped=stopped,
        drawn=drawn,
        legend=signs,
    )


def _row(band: Band, top: float) -> tuple[Row, float]:
    lines, foot = written(band.title, top)
    squares = [
        Square(kind, one.comes, place * (WIDE + BETWEEN), foot + 4)
        for place, (kind, one) in enumerate(zip(DataCategory, band.squares, strict=True))
    ]
    return Row(lines, squares), foot + 4 + HIGH + GAP


def _summary(drawn: Sequence[Row], tongue: Tongue, opted_out: bool) -> str:
    """How many squares allow everything or something, and of how many."""
    all_of_them = [square.comes for row in drawn for square in row.squares]
    says = tongue.gettext(
        "A grid of {all} squares, one for each purpose and kind of data. Allowed: {allowed}. "
        "Partly allowed: {partly}. Nothing leaves under the others."
    ).format(
        all=len(all_of_them),
        allowed=all_of_them.count(Comes.ALLOWED),
        partly=all_of_them.count(Comes.PARTLY),
    )
    return f"{tongue.gettext(STOPPED)}. {says}" if opted_out else says
