"""What a citizen's answers come to, family by family and kind of data by kind of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from governance.views.consents import CellStands
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.purposes import FAMILY, Cell, DataCategory, PurposeFamily
from portal.languages import N_, Tongue
from portal.messages.names import name
from portal.presenters.citizen.choosing import ASKED

LAPSED = {CellAnswer.EXPIRED, CellAnswer.SHEET_INVALID, CellAnswer.CAPACITY_INVALID}
EVERYTHING = "everything"


class Comes(StrEnum):
    """What several cells come to together."""

    ALLOWED = "allowed"
    PARTLY = "partly"
    NOT_ALLOWED = "not-allowed"
    ASK_AGAIN = "ask-again"
    NEVER_ASKED = "never-asked"


LETS_OUT = (Comes.ALLOWED, Comes.PARTLY)
WORDS = {
    Comes.ALLOWED: N_("Allowed"),
    Comes.PARTLY: N_("Partly allowed"),
    Comes.NOT_ALLOWED: N_("Not allowed"),
    Comes.ASK_AGAIN: N_("Not valid any more"),
    Comes.NEVER_ASKED: N_("Not answered"),
}
COLOURS = {
    Comes.ALLOWED: "green",
    Comes.PARTLY: "yellow",
    Comes.NOT_ALLOWED: "grey",
    Comes.ASK_AGAIN: "orange",
    Comes.NEVER_ASKED: "grey",
}


STOPPED = N_("Stopped by the opt-out")
ALLOWED_AND_STOPPED = N_("%(what)s, but stopped by the opt-out")


@dataclass(frozen=True, slots=True)
class Square:
    """One kind of data in one family of purposes."""

    data: str
    comes: Comes
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """One family of purposes: what it comes to, kind by kind, and whether it can be withdrawn."""

    key: str
    title: str
    comes: Comes
    words: str
    colour: str
    squares: tuple[Square, ...]

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether anything in it is allowed."""
        return self.comes in LETS_OUT


def comes_to(stands: Iterable[CellStands]) -> Comes:
    """What these cells come to: nothing leaves but what is allowed."""
    said = {one.answer for one in stands}
    if said == {CellAnswer.ALLOWED}:
        return Comes.ALLOWED
    if CellAnswer.ALLOWED in said:
        return Comes.PARTLY
    if said & LAPSED:
        return Comes.ASK_AGAIN
    return Comes.NEVER_ASKED if said == {CellAnswer.NONE} else Comes.NOT_ALLOWED


def bands(
    cells: Sequence[CellStands], tongue: Tongue, *, opted_out: bool = False
) -> tuple[Band, ...]:
    """The families that are asked, each with every kind of data.

    What is allowed stays so where she ``opted_out``, and is said to be stopped.
    """
    found = (_band(family, cells, tongue) for family in ASKED)
    return tuple(_stopped(band, tongue) if opted_out else band for band in found)


def _stopped(band: Band, tongue: Tongue) -> Band:
    but = tongue.gettext(ALLOWED_AND_STOPPED)
    squares = tuple(
        replace(one, words=but % {"what": one.words}) if one.comes in LETS_OUT else one
        for one in band.squares
    )
    if not band.can_be_withdrawn:
        return replace(band, squares=squares)
    return replace(band, squares=squares, words=tongue.gettext(STOPPED), colour="grey")


def _band(family: PurposeFamily, cells: Sequence[CellStands], tongue: Tongue) -> Band:
    own = [one for one in cells if FAMILY[one.cell.purpose] is family]
    squares = tuple(
        _square(kind, [one for one in own if one.cell.category is kind], tongue)
        for kind in DataCategory
    )
    comes = comes_to(own)
    return Band(
        key=family.value,
        title=name(tongue, family),
        comes=comes,
        words=tongue.gettext(WORDS[comes]),
        colour=COLOURS[comes],
        squares=squares,
    )


def _square(kind: DataCategory, own: Sequence[CellStands], tongue: Tongue) -> Square:
    comes = comes_to(own)
    return Square(name(tongue, kind), comes, tongue.gettext(WORDS[comes]))


def allowed_cells(cells: Iterable[CellStands], what: str) -> frozenset[Cell]:
    """The cells of a family, or of everything, that are allowed: what a withdrawal ends."""
    return frozenset(
        one.cell
        for one in cells
        if one.answer is CellAnswer.ALLOWED
        if what in (EVERYTHING, FAMILY[one.cell.purpose].value)
    )


def withdrawable(what: str, tongue: Tongue) -> str | None:
    """The title of a withdrawal: of everything, or of a family; None for what cannot be named."""
    if what == EVERYTHING:
        return tongue.gettext("Withdraw everything")
    named = {family.value: name(tongue, family) for family in ASKED}
    return tongue.gettext("Withdraw: %(what)s") % {"what": named[what]} if what in named else None
