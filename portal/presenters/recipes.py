"""Recipes being written: what a permit lets one choose, and what the choice would lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from governance.lives.datasets.words import Media
from governance.lives.releases.words import Recipe, Source
from governance.service.preparation import PreviewMade
from governance.views.releases import PreparableShown
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import DataCategory
from portal.languages import Tongue
from portal.messages.names import name
from portal.messages.numbers import number
from portal.messages.numbers import people as count_of_people
from portal.messages.rules import sentence, source

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Takeable:
    """One column of a table, or a file of variants, which is taken whole."""

    dataset: str
    title: str
    version: int
    media: Media
    column: str
    category: DataCategory

    @property
    def value(self) -> str:
        """What the form sends for it."""
        return f"{self.dataset}/{self.version}/{self.column}"


def takeable(shown: PreparableShown) -> Iterator[Takeable]:
    """Of the newest version of every dataset in use, what the permit grants."""
    for offered in shown.datasets or ():
        if offered.retired or not offered.versions:
            continue
        newest = offered.versions[0]
        about = (offered.id, offered.title, newest.number, offered.media)
        if offered.media is Media.TABLE:
            for variable in newest.variables:
                yield Takeable(*about, variable.name, variable.category)
        else:
            for category in sorted(newest.categories):
                yield Takeable(*about, "", category)


def choices(shown: PreparableShown, tongue: Tongue) -> list[tuple[str, str]]:
    """What can be ticked: the dataset, the column, and its kind of data."""
    whole = tongue.gettext("the whole file")
    return [
        (one.value, f"{one.title}: {one.column or whole} ({name(tongue, one.category)})")
        for one in takeable(shown)
    ]


def requesters(shown: PreparableShown, tongue: Tongue) -> list[tuple[str, str]]:
    """The named persons of the permit; one without a name is told by her place among them."""
    return [
        (one.id, one.name or tongue.gettext("Named person %(n)s") % {"n": place})
        for place, one in enumerate(shown.named_persons or (), start=1)
    ]


def recipe_of(
    shown: PreparableShown, requester: str, chosen: Sequence[str], k: int, minimum_cohort: int
) -> Recipe:
    """The recipe that takes this, before anybody was counted.

    Its cells are those of the permit for the kinds of data that are taken, and no others.
    """
    taken = [one for one in takeable(shown) if one.value in set(chosen)]
    files = dict.fromkeys((one.dataset, one.version, one.media) for one in taken)
    categories = {one.category for one in taken}
    return Recipe(
        permit_id=shown.id,
        requester=SubjectId(requester),
        cells=frozenset(cell for cell in shown.cells or () if cell.category in categories),
        sources=tuple(
            Source(
                dataset_id=dataset,
                version=version,
                media=media,
                columns=tuple(one.column for one in taken if one.dataset == dataset and one.column),
            )
            for dataset, version, media in files
        ),
        environment_id=shown.environment or "",
        k=k,
        minimum_cohort=minimum_cohort,
        preview_considered=0,
        preview_allowed=0,
    )


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a recipe would lead to now."""

    counts: list[Row]
    by_rule: list[Row]
    """How many people each rule would leave out, where this reader may know."""
    would_leave: bool
    refused_by: list[tuple[str, str]]
    """Rules about the whole release that refuse it, and their sources."""
    digest: str
    """Of the recipe with these counts: what is laid down is what was shown."""
    asked: list[tuple[str, str]]
    """The answers that led to it, to be sent with it."""


def foreseen(made: PreviewMade, tongue: Tongue) -> Foreseen:
    """The preview in words."""
    said, preview = tongue.gettext, made.preview
    counts = (
        (said("Looked at"), preview.considered if preview else None),
        (said("In the package"), preview.included if preview else None),
        (said("Left out"), preview.left_out if preview else None),
    )
    by_rule = sorted((made.counts_by_rule or {}).items())
    return Foreseen(
        counts=[{"key": key, "value": count_of_people(tongue, value)} for key, value in counts],
        by_rule=[{"key": sentence(tongue, r), "value": number(tongue, n)} for r, n in by_rule],
        would_leave=made.would_leave,
        refused_by=[(sentence(tongue, rule), source(tongue, rule)) for rule in made.refused_by],
        digest=made.recipe.digest(),
        asked=_asked(made.recipe),
    )


def _asked(recipe: Recipe) -> list[tuple[str, str]]:
    taken = [
        ("taken", f"{one.dataset_id}/{one.version}/{column}")
        for one in recipe.sources
        for column in one.columns or ("",)
    ]
    guards = [("k", str(recipe.k)), ("minimum_cohort", str(recipe.minimum_cohort))]
    return [("requester", recipe.requester), *taken, *guards]
