"""Recipes being written: what a permit lets one choose, and what the choice would lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from governance.lives.releases.words import Recipe
from governance.service.preparation import PreviewMade, Takeable, takeable
from governance.views.releases import PreparableShown
from portal.languages import Tongue
from portal.messages.names import name
from portal.messages.numbers import number
from portal.messages.numbers import people as count_of_people
from portal.messages.rules import sentence, source

Row = dict[str, Any]


def value_of(one: Takeable) -> str:
    """What the form sends for it: of which version too, so that a newer one is seen first."""
    return f"{one.dataset}/{one.version}/{one.column or ''}"


def choices(shown: PreparableShown, tongue: Tongue) -> list[tuple[str, str]]:
    """What can be ticked: the dataset, the column, and its kind of data."""
    whole = tongue.gettext("the whole file")
    return [
        (value_of(one), f"{one.title}: {one.column or whole} ({name(tongue, one.category)})")
        for one in takeable(shown)
    ]


def requesters(shown: PreparableShown, tongue: Tongue) -> list[tuple[str, str]]:
    """The named persons of the permit; one without a name is told by her place among them."""
    return [
        (one.id, one.name or tongue.gettext("Named person %(n)s") % {"n": place})
        for place, one in enumerate(shown.named_persons or (), start=1)
    ]


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
