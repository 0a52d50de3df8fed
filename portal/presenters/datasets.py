"""Datasets in words: rows of the catalogue, and one of them as its holder describes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from governance.views.catalogue import DatasetShown
from portal.languages import Tongue
from portal.messages.dates import day
from portal.messages.duo import duo_definition, duo_label
from portal.messages.names import name
from portal.messages.numbers import listed, number, people

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """One dataset in the catalogue."""

    id: str
    title: str
    kinds: str
    """The kinds of data that its variables hold."""
    size: str
    """How many people the newest version holds."""
    retired: bool


def line(shown: DatasetShown, tongue: Tongue) -> DatasetLine:
    """One row as far as this reader is shown it."""
    newest = shown.versions[-1] if shown.versions else None
    return DatasetLine(
        id=shown.id,
        title=shown.title or tongue.gettext("A dataset"),
        kinds=_names({one.category for one in shown.variables or ()}, tongue),
        size=people(tongue, newest.rows) if newest else tongue.gettext("no data yet"),
        retired=bool(shown.retired),
    )


def description(shown: DatasetShown, tongue: Tongue) -> list[Row]:
    """What its holder says of it; what this reader is not shown is left out."""
    said, basis = tongue.gettext, shown.legal_basis
    articles = {"personal": basis.article_6, "health": basis.article_9} if basis else {}
    lawful = said("GDPR, articles 6(1)({personal}) and 9(2)({health})").format(**articles)
    values: Sequence[tuple[str, str | None]] = (
        (said("Data holder"), shown.holder.name if shown.holder else None),
        (said("Kind of file"), name(tongue, shown.media) if shown.media else None),
        (said("Categories of the European Health Data Space"), _listed_ehds(shown, tongue)),
        (said("Legal basis"), lawful if basis else None),
        (said("Country"), _country(shown.country, tongue)),
        (said("Linked to families"), _yes_no(shown.family_linked, tongue)),
        (said("Protected by intellectual property"), _yes_no(shown.protected_content, tongue)),
        (said("In use"), _yes_no(None if shown.retired is None else not shown.retired, tongue)),
        (said("Described on"), day(tongue, shown.checked_on) if shown.checked_on else None),
        (said("Who issued the identifiers"), shown.issuer),
        (said("Column of the identifiers"), shown.id_column),
    )
    return [{"key": label, "value": value} for label, value in values if value]


def terms(shown: DatasetShown, tongue: Tongue) -> list[Row]:
    """The conditions under which the data were collected, with what each means."""
    return [
        {"key": duo_label(tongue, code), "value": f"{duo_definition(tongue, code)} ({code})"}
        for code in sorted(shown.duo_terms or ())
    ]


def versions(shown: DatasetShown, tongue: Tongue) -> list[list[str]]:
    """The files that were imported, the newest first."""
    return [
        [
            number(tongue, one.number),
            day(tongue, one.added_on),
            people(tongue, one.rows),
            number(tongue, len(one.columns)),
        ]
        for one in reversed(shown.versions or ())
    ]


def variables(shown: DatasetShown, tongue: Tongue) -> list[list[str]]:
    """Every variable: its name, its kind of data, and what it does to anonymity."""
    return [
        [one.name, name(tongue, one.category), name(tongue, one.role)]
        for one in shown.variables or ()
    ]


def _listed_ehds(shown: DatasetShown, tongue: Tongue) -> str:
    return _names(shown.ehds_categories or (), tongue)


def _names(codes: Any, tongue: Tongue) -> str:
    return listed(tongue, [name(tongue, code) for code in sorted(codes)])


def _yes_no(value: bool | None, tongue: Tongue) -> str | None:
    if value is None:
        return None
    return tongue.gettext("Yes") if value else tongue.gettext("No")


def _country(code: str | None, tongue: Tongue) -> str | None:
    return tongue.locale.territories.get(code, code) if code else None
